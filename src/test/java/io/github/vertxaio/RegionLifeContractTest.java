package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.MappedRange;
import io.github.vertxaio.testing.Setup;
import io.netty.buffer.ByteBuf;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.logging.Filter;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Regions live as long as something uses them, and no longer. */
class RegionLifeContractTest {
  private static final int PAGE = MappedRegion.PAGESIZE;
  private static final int LENGTH = 64 * PAGE;
  private static final int RW = Linux.PROT_READ | Linux.PROT_WRITE;

  @TempDir Path dir;
  private Path file;

  @BeforeEach
  void makeFile() throws IOException {
    dir = dir.toRealPath();
    file = Files.write(dir.resolve("file"), "y".repeat(LENGTH).getBytes());
  }

  private MappedRegion mapped(Setup setup) {
    AioFile open = setup.open(file, Linux.O_RDWR);
    return setup.map(() -> open.mmap(0, LENGTH, RW, Linux.MAP_SHARED));
  }

  private static List<Supplier<AioRequest<?>>> requests(MappedRegion region) {
    return List.of(
        () -> region.mprotect(0, 1, RW),
        () -> region.madvise(0, 1, Linux.MADV_NORMAL),
        region::msync,
        region::mtouch,
        region::mlock,
        region::munlock,
        () -> region.mremap(PAGE));
  }

  @EverySetup
  void afterClose_everythingThrowsOrFails(Setup setup) {
    MappedRegion region = mapped(setup);
    ByteBuf view = region.byteBuf();
    ByteBuf slice = view.slice(10, 100);
    Buffer buffer = region.direct().buffer();
    setup.await(region::close);
    for (Supplier<AioRequest<?>> request : requests(region)) {
      AioException failure = setup.fails(Errno.EFAULT, request);
      assertTrue(failure.getMessage().endsWith("(EFAULT): unmapped region"), failure.getMessage());
    }
    assertThrows(IllegalStateException.class, () -> view.getByte(0));
    assertThrows(IllegalStateException.class, () -> view.setLong(0, 1));
    assertThrows(IllegalStateException.class, () -> view.getBytes(0, new byte[10]));
    assertThrows(IllegalStateException.class, () -> slice.getInt(0));
    assertThrows(IllegalStateException.class, () -> slice.setBytes(0, new byte[5]));
    assertThrows(IllegalStateException.class, () -> view.nioBuffer());
    assertThrows(IllegalStateException.class, () -> buffer.getByte(0));
    assertThrows(IllegalStateException.class, () -> region.byteBuf().getByte(0));
    AioFile open = setup.open(file, Linux.O_RDWR);
    setup.fails(IllegalArgumentException.class, () -> open.read(0, 10, buffer, 0));
    setup.fails(IllegalArgumentException.class, () -> open.write(0, buffer));
  }

  @EverySetup
  void requestsInTheSameTurnAfterClose_fail(Setup setup) {
    MappedRegion first = mapped(setup);
    for (int i = 0; i < requests(first).size(); i++) {
      MappedRegion region = mapped(setup);
      Supplier<AioRequest<?>> request = requests(region).get(i);
      setup.fails(
          Errno.EFAULT,
          () -> {
            region.close();
            return request.get();
          });
    }
  }

  @EverySetup
  void readsAndWrites_useTheMemoryWhereItIs(Setup setup) throws IOException {
    MappedRegion region = setup.map(() -> setup.aio().mmap(LENGTH, RW, Linux.MAP_PRIVATE));
    AioFile open = setup.open(file, Linux.O_RDWR);
    assertEquals(LENGTH, setup.await(() -> open.read(0, LENGTH, region.buffer(), 0)));
    assertEquals("y".repeat(LENGTH), region.buffer().toString());
    region.buffer().setString(PAGE, "from memory");
    Path target = dir.resolve("target");
    AioFile out = setup.open(target, Linux.O_RDWR | Linux.O_CREAT);
    assertEquals(LENGTH, setup.await(() -> out.write(0, region.buffer())));
    setup.await(() -> out.writeFully(LENGTH, region.buffer(PAGE, 11)));
    Path expected = Files.writeString(dir.resolve("expected"), region.buffer() + "from memory");
    Commands.bytes("cmp", target.toString(), expected.toString());
    assertEquals(3, setup.await(() -> open.read(1, 3, region.buffer(), -3)));
    assertEquals(5, setup.await(() -> open.read(5, region.buffer(), 100)));
    // That it is not copied on the way is seen where only the kernel can tell what is wrong.
    setup.await(() -> region.mprotect(0, PAGE, Linux.PROT_NONE));
    for (int length : new int[] {10, LENGTH}) {
      assertEquals(
          "read", setup.fails(Errno.EFAULT, () -> open.read(0, length, region.buffer(), 0)).call());
      assertEquals(
          "write",
          setup.fails(Errno.EFAULT, () -> out.write(0, region.buffer(), 0, length)).call());
    }
    assertEquals(10, setup.await(() -> open.read(0, 10, region.buffer(), PAGE)));
  }

  @EverySetup
  void slices_areCopied_andChecked(Setup setup) {
    MappedRegion region = mapped(setup);
    AioFile open = setup.open(file, Linux.O_RDWR);
    Buffer slice = region.buffer().slice(PAGE, 2 * PAGE);
    slice.setString(0, "abc");
    assertEquals(3, setup.await(() -> open.write(0, slice, 0, 3)));
    assertEquals("abc", region.buffer().getString(0, 3));
    assertEquals(3, setup.await(() -> open.read(0, 3, slice, 5)));
    assertEquals("abc", region.buffer().getString(PAGE + 5, PAGE + 8));
  }

  @EverySetup
  void closeDuringRequests_takesEffectBehindThem(Setup setup) throws IOException {
    int megabytes = 8 << 20;
    Path large = Files.write(dir.resolve("large"), "z".repeat(megabytes).getBytes());
    AioFile open = setup.open(large, Linux.O_RDWR);
    Path target = dir.resolve("target");
    AioFile out = setup.open(target, Linux.O_RDWR | Linux.O_CREAT);
    for (int round = 0; round < 3; round++) {
      MappedRegion region = setup.map(() -> open.mmap(0, megabytes, RW, Linux.MAP_PRIVATE));
      List<Future<Integer>> all = new ArrayList<>();
      List<String> order = new ArrayList<>();
      setup.await(
          () -> {
            for (int i = 0; i < 4; i++) {
              all.add(open.read(0, megabytes, region.buffer(), 0));
              all.add(out.write((long) i * megabytes, region.buffer()));
            }
            all.forEach(one -> one.onComplete(done -> order.add("transfer")));
            return region.close().onComplete(done -> order.add("close"));
          });
      assertEquals("close", order.get(8));
      for (Future<Integer> one : all) {
        assertEquals(megabytes, Setup.await(one));
      }
      Commands.bytes("cmp", "-n", "" + megabytes, large.toString(), target.toString());
      assertEquals(List.of(), MappedRange.of(large));
    }
  }

  @EverySetup
  void mremapDuringRequests_failsEBUSY_andTheOthersGoOn(Setup setup) {
    MappedRegion region = mapped(setup);
    ByteBuf view = region.byteBuf();
    List<Future<?>> others = new ArrayList<>();
    setup.aio().limits().maxParallel(0);
    AioException failure =
        setup.fails(
            Errno.EBUSY,
            () -> {
              others.add(region.mtouch());
              return region.mremap(2 * LENGTH);
            });
    assertTrue(failure.getMessage().contains("region used by other requests"));
    setup.aio().limits().minParallel(2);
    others.forEach(Setup::await);
    setup.aio().limits().maxParallel(0);
    setup.fails(
        Errno.EBUSY,
        () -> {
          others.add(region.mremap(LENGTH / 2));
          return region.mtouch();
        });
    setup.aio().limits().minParallel(2);
    others.forEach(Setup::await);
    assertEquals(LENGTH / 2, region.length());
    assertEquals('y', view.getByte(0));
    setup.await(region::mtouch);
  }

  @EverySetup
  void mremapInTheHandlerOfTheLastRequest_neverFindsItBusy(Setup setup) {
    MappedRegion region = mapped(setup);
    AioFile open = setup.open(file, Linux.O_RDWR);
    Buffer part = region.buffer(0, PAGE);
    for (int i = 0; i < 200; i++) {
      int length = LENGTH - i % 2 * PAGE;
      setup.await(
          () ->
              open.read(0, PAGE, part, 0)
                  .compose(read -> region.mremap(length))
                  .compose(moved -> region.msync(0, 1, Linux.MS_ASYNC))
                  .compose(synced -> region.mremap(length, 0)));
    }
  }

  @EverySetup
  void aCancelledRequest_letsGoOfTheRegion(Setup setup) {
    MappedRegion region = mapped(setup);
    for (int i = 0; i < 20; i++) {
      setup.fails(
          java.util.concurrent.CancellationException.class,
          () -> {
            AioRequest<Void> request = region.msync();
            request.cancel();
            return request;
          });
    }
    assertFalse(setup.await(() -> region.mremap(LENGTH, 0)));
    setup.await(region::close);
    assertEquals(List.of(), MappedRange.of(file));
  }

  @EverySetup
  void lostRegion_isUnmappedByTheCollectorAndReported(Setup setup) throws Exception {
    List<String> log = new CopyOnWriteArrayList<>();
    Logger logger = Logger.getLogger("io.github.vertxaio");
    Filter before = logger.getFilter();
    logger.setFilter(
        entry -> {
          log.add(entry.getMessage());
          return false;
        });
    try {
      ByteBuf view = viewOfALostRegion(setup);
      for (int i = 0; i < 5; i++) {
        System.gc();
        assertEquals('y', view.getByte(i));
      }
      assertEquals(1, MappedRange.of(file).size());
      view = null;
      long end = System.nanoTime() + 10_000_000_000L;
      while (!MappedRange.of(file).isEmpty() || log.isEmpty()) {
        assertTrue(System.nanoTime() < end, () -> "still mapped, said: " + log);
        System.gc();
        Thread.sleep(10);
      }
    } finally {
      logger.setFilter(before);
    }
    assertEquals(List.of("a mapped region was lost without being closed: " + file), log);
  }

  private ByteBuf viewOfALostRegion(Setup setup) {
    AioFile open = setup.open(file, Linux.O_RDWR);
    return setup
        .await(() -> open.mmap(0, LENGTH, Linux.PROT_READ, Linux.MAP_SHARED))
        .byteBuf()
        .slice();
  }
}
