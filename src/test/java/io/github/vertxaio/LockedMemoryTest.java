package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.testing.ChildJvm;
import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.Scenario;
import io.github.vertxaio.testing.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** mlockall, and what is locked by users who may not lock everything, in processes of their own. */
class LockedMemoryTest {
  private static final int RW = Linux.PROT_READ | Linux.PROT_WRITE;
  private static final int LIMIT = 16 * MappedRegion.PAGESIZE;

  @TempDir Path dir;

  @Test
  void mlockall_locksAllMemory_andMunlockallUndoesIt() {
    Commands.assumeRoot("lock all memory");
    ChildJvm.runAll(List.of(), Everything.class, dir);
  }

  @Test
  void unprivileged_meetsItsLimit() throws IOException {
    Commands.assume("prlimit");
    ChildJvm.runUnprivileged(Limited.class, dir);
  }

  private static long lockedKibibytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmLck:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }

  /** On fault, so that the JVM's heap is not brought to memory for it. */
  static final class Everything implements Scenario {
    @Override
    public void run(Setup setup, Path directory) throws IOException {
      setup.start();
      assertEquals(0, lockedKibibytes());
      int flags = Linux.MCL_CURRENT | Linux.MCL_FUTURE | Linux.MCL_ONFAULT;
      setup.await(() -> setup.aio().mlockall(flags));
      // The heap alone is reserved memory of 256 MiB.
      long before = lockedKibibytes();
      assertTrue(before > 100_000, before + " KiB");
      int length = 64 << 20;
      MappedRegion region = setup.map(() -> setup.aio().mmap(length, RW, Linux.MAP_PRIVATE));
      assertTrue(lockedKibibytes() >= before + length / 1024);
      setup.await(setup.aio()::munlockall);
      assertEquals(0, lockedKibibytes());
      setup.await(() -> region.mlock(0, LIMIT));
      assertEquals(LIMIT / 1024, lockedKibibytes());
      setup.await(region::close);
      assertEquals(0, lockedKibibytes());
      AioException failure = setup.fails(Errno.EINVAL, () -> setup.aio().mlockall(64));
      assertEquals("mlockall(): Invalid argument (EINVAL)", failure.getMessage());
      setup.fails(Errno.EINVAL, () -> setup.aio().mlockall(Linux.MCL_ONFAULT));
      setup.fails(Errno.EINVAL, () -> setup.aio().mlockall(0));
    }
  }

  /** A limit of 16 pages, then none. */
  static final class Limited implements Scenario {
    @Override
    public void run(Setup setup, Path directory) throws IOException {
      setup.start();
      String pid = "" + ProcessHandle.current().pid();
      String before =
          Commands.lines("prlimit", "--pid", pid, "--memlock", "--noheadings", "-o", "SOFT").get(0);
      try {
        meetLimits(setup);
      } finally {
        limit(before.trim());
      }
    }

    private static void meetLimits(Setup setup) throws IOException {
      limit("" + LIMIT);
      MappedRegion region = setup.map(() -> setup.aio().mmap(2 * LIMIT, RW, Linux.MAP_PRIVATE));
      AioException failure = setup.fails(Errno.ENOMEM, region::mlock);
      assertEquals("mlock(): Cannot allocate memory (ENOMEM)", failure.getMessage());
      assertEquals(0, lockedKibibytes());
      setup.await(() -> region.mlock(0, LIMIT));
      assertEquals(LIMIT / 1024, lockedKibibytes());
      setup.fails(Errno.ENOMEM, () -> region.mlock(LIMIT, 1));
      setup.fails(Errno.ENOMEM, () -> setup.aio().mlockall(Linux.MCL_CURRENT));
      int locked = Linux.MAP_PRIVATE | Linux.MAP_LOCKED;
      setup.fails(Errno.EAGAIN, () -> setup.aio().mmap(1, RW, locked));
      setup.await(() -> region.munlock());
      assertEquals(0, lockedKibibytes());
      limit("0");
      setup.fails(Errno.EPERM, () -> region.mlock(0, 1));
      setup.fails(Errno.EPERM, () -> setup.aio().mlockall(Linux.MCL_CURRENT));
      setup.fails(Errno.EPERM, () -> setup.aio().mmap(1, RW, locked));
      region.byteBuf().setByte(0, 1);
    }

    private static void limit(String bytes) {
      String pid = "" + ProcessHandle.current().pid();
      Commands.bytes("prlimit", "--pid", pid, "--memlock=" + bytes + ":");
    }
  }
}
