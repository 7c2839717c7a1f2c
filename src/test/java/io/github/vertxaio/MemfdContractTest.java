package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.OpenDescriptors;
import io.github.vertxaio.testing.Setup;
import io.netty.buffer.ByteBuf;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.opentest4j.TestAbortedException;

/** memfd_create, as /proc sees it, and its seals. */
class MemfdContractTest {
  private static final int PAGE = MappedRegion.PAGESIZE;
  private static final int RW = Linux.PROT_READ | Linux.PROT_WRITE;
  private static final Path HUGE_PAGES = Path.of("/proc/sys/vm/nr_hugepages");

  private static int number(String name) {
    return OpenDescriptors.now().numberOf(Path.of("/memfd:" + name + " (deleted)"));
  }

  @EverySetup
  void memfd_isAFileWithoutAPlace(Setup setup) throws IOException {
    AioFile file = setup.await(() -> setup.aio().memfdCreate("grüße", 0));
    int number = number("grüße");
    assertTrue(number >= 0);
    assertEquals("/memfd:grüße", file.path());
    String flags = Files.readString(Path.of("/proc/self/fdinfo/" + number));
    assertTrue(flags.contains("flags:\t02100002"), flags);
    assertEquals(5, setup.await(() -> file.write(PAGE, Buffer.buffer("12345"))));
    assertEquals(PAGE + 5, Files.size(Path.of("/proc/self/fd/" + number)));
    MappedRegion region = setup.map(() -> file.mmap(0, 2 * PAGE, RW, Linux.MAP_SHARED));
    region.buffer().setString(PAGE + 1, "xyz");
    assertEquals("1xyz5", setup.await(() -> file.read(PAGE, 10)).toString());
    setup.await(file::close);
    assertEquals(-1, number("grüße"));
    assertEquals('x', region.buffer().getByte(PAGE + 1));
  }

  @EverySetup
  void seals_holdForEverybody(Setup setup) {
    AioFile file = setup.await(() -> setup.aio().memfdCreate("sealed", Linux.MFD_ALLOW_SEALING));
    setup.await(() -> file.write(0, Buffer.buffer("x".repeat(2 * PAGE))));
    int seals = Linux.F_SEAL_SHRINK | Linux.F_SEAL_GROW;
    setup.await(() -> file.fcntl(Linux.F_ADD_SEALS, seals));
    assertEquals(seals, setup.await(() -> file.fcntl(Linux.F_GET_SEALS, 0)));
    setup.fails(Errno.EPERM, () -> file.truncate(PAGE));
    setup.fails(Errno.EPERM, () -> file.truncate(3 * PAGE));
    MappedRegion region = setup.map(() -> file.mmap(0, 2 * PAGE, RW, Linux.MAP_SHARED));
    region.byteBuf().setLong(2 * PAGE - 8, 42);
    assertEquals(42, setup.await(() -> file.read(2 * PAGE - 8, 8)).getLong(0));
    // What lies behind the end has no memory, whatever the seals say.
    MappedRegion longer = setup.map(() -> file.mmap(PAGE, 3 * PAGE, RW, Linux.MAP_SHARED));
    assertEquals(42, longer.buffer().getLong(PAGE - 8));
    ByteBuf view = longer.byteBuf();
    assertThrows(AioException.class, () -> view.getByte(PAGE));
    assertThrows(AioException.class, () -> view.setLong(PAGE - 4, 1));
    setup.fails(Errno.EBUSY, () -> file.fcntl(Linux.F_ADD_SEALS, Linux.F_SEAL_WRITE));
    setup.await(region::close);
    setup.await(longer::close);
    setup.await(() -> file.fcntl(Linux.F_ADD_SEALS, Linux.F_SEAL_WRITE | Linux.F_SEAL_SEAL));
    setup.fails(Errno.EPERM, () -> file.write(0, Buffer.buffer("y")));
    setup.fails(Errno.EPERM, () -> file.mmap(0, PAGE, RW, Linux.MAP_SHARED));
    setup.fails(Errno.EPERM, () -> file.fcntl(Linux.F_ADD_SEALS, 0));
    setup.await(file::close);
  }

  @EverySetup
  void withoutTheFlag_nothingCanBeSealed(Setup setup) {
    AioFile file = setup.await(() -> setup.aio().memfdCreate("", 0));
    assertEquals(Linux.F_SEAL_SEAL, setup.await(() -> file.fcntl(Linux.F_GET_SEALS, 0)));
    setup.fails(Errno.EPERM, () -> file.fcntl(Linux.F_ADD_SEALS, Linux.F_SEAL_SHRINK));
    setup.await(file::close);
  }

  @EverySetup
  void whatTheKernelRefuses_fails(Setup setup) {
    AioException failure =
        setup.fails(Errno.EINVAL, () -> setup.aio().memfdCreate("x".repeat(250), 0));
    assertEquals("memfd_create", failure.call());
    AioFile longest = setup.await(() -> setup.aio().memfdCreate("x".repeat(249), 0));
    setup.await(longest::close);
    setup.fails(Errno.EINVAL, () -> setup.aio().memfdCreate("x", 0x4000));
    setup.fails(Errno.EINVAL, () -> setup.aio().memfdCreate("a\0b", 0));
    setup.refuses(NullPointerException.class, () -> setup.aio().memfdCreate(null, 0));
  }

  @EverySetup
  void cancelled_leavesNothingOpen(Setup setup) {
    for (int i = 0; i < 20; i++) {
      setup.fails(
          CancellationException.class,
          () -> {
            AioRequest<AioFile> request = setup.aio().memfdCreate("lost", 0);
            request.cancel();
            return request;
          });
    }
    setup.await(setup.aio()::flush);
    assertEquals(-1, number("lost"));
  }

  @EverySetup
  void hugePages_areMappedWhole(Setup setup) throws IOException {
    withHugePages(
        2,
        () -> {
          long huge = 2L << 20;
          int two = Linux.MFD_HUGETLB | Linux.MFD_HUGE_2MB;
          AioFile file = setup.await(() -> setup.aio().memfdCreate("huge", two));
          setup.await(() -> file.truncate(huge));
          MappedRegion region = setup.map(() -> file.mmap(0, 100, RW, Linux.MAP_SHARED));
          region.buffer().setString(0, "in a huge page");
          assertEquals("in a huge page", region.buffer().getString(0, 14));
          setup.await(() -> region.mprotect(0, 1, Linux.PROT_READ));
          assertThrows(AioException.class, () -> region.byteBuf().setByte(99, 1));
          setup.await(region::close);
          setup.await(file::close);
          int flags = Linux.MAP_PRIVATE | Linux.MAP_HUGETLB | Linux.MAP_HUGE_2MB;
          MappedRegion memory = setup.map(() -> setup.aio().mmap(huge + 1, RW, flags));
          memory.buffer((int) huge - 3, 4).setInt(0, 7);
          assertEquals(7, memory.buffer().getInt((int) huge - 3));
          setup.await(memory::close);
        });
  }

  /** Lets the kernel have so many more huge pages meanwhile; skips where it cannot. */
  private static void withHugePages(int count, Runnable test) throws IOException {
    Commands.assumeRoot("reserve huge pages");
    if (!Files.isWritable(HUGE_PAGES)
        || !Files.exists(Path.of("/sys/kernel/mm/hugepages/hugepages-2048kB"))) {
      throw new TestAbortedException("huge pages cannot be reserved here");
    }
    String before = Files.readString(HUGE_PAGES).trim();
    int wanted = Integer.parseInt(before) + count;
    try {
      Files.writeString(HUGE_PAGES, "" + wanted);
      if (Integer.parseInt(Files.readString(HUGE_PAGES).trim()) < wanted) {
        throw new TestAbortedException("the kernel has no memory for huge pages");
      }
      test.run();
    } catch (IOException e) {
      throw new TestAbortedException("huge pages cannot be reserved here: " + e.getMessage());
    } finally {
      Files.writeString(HUGE_PAGES, before);
    }
  }
}
