package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** readahead and fadvise, as fincore(1) sees them; sync_file_range, syncfs and sync. */
class CachingContractTest {
  private static final int PAGE = 4096;
  private static final int PAGES = 16;
  private static final long PATIENCE_NANOS = 5_000_000_000L;

  @TempDir Path dir;
  private Path file;

  @BeforeEach
  void makeFile() throws IOException {
    file = Files.write(dir.resolve("file"), new byte[PAGES * PAGE]);
  }

  private long cached() {
    return Long.parseLong(
        Commands.lines("fincore", "-n", "-b", "-o", "RES", file.toString()).get(0).trim());
  }

  /** Waits, for the kernel reads ahead after the call. */
  private void assertCached(long bytes) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (cached() != bytes && System.nanoTime() < end) {
      Thread.sleep(5);
    }
    assertEquals(bytes, cached());
  }

  /** Empties the cache of the file; skips the test where it cannot be seen or emptied. */
  private AioFile uncached(Setup setup) {
    Commands.assume("fincore");
    AioFile open = setup.open(file, Linux.O_RDWR);
    setup.await(open::fsync);
    assertNull(setup.await(() -> open.fadvise(0, 0, Linux.POSIX_FADV_DONTNEED)));
    boolean tmpfs = Commands.lines("stat", "-f", "-c", "%T", file.toString()).contains("tmpfs");
    assumeTrue(!tmpfs, "tmpfs is nothing but cache");
    assertEquals(0, cached());
    return open;
  }

  @EverySetup
  void readahead_fillsTheCache(Setup setup) throws InterruptedException {
    AioFile open = uncached(setup);
    assertNull(setup.await(() -> open.readahead(0, PAGES * PAGE)));
    assertCached(PAGES * PAGE);
    assertEquals(0, setup.await(() -> open.seek(0, Linux.SEEK_CUR)));
  }

  @EverySetup
  void willneed_fillsTheCache_andDontneedEmptiesARange(Setup setup) throws Exception {
    AioFile open = uncached(setup);
    setup.await(() -> open.fadvise(0, 0, Linux.POSIX_FADV_WILLNEED));
    assertCached(PAGES * PAGE);
    setup.await(() -> open.fadvise(4 * PAGE, 8 * PAGE, Linux.POSIX_FADV_DONTNEED));
    assertCached(8 * PAGE);
    // More than the ring's 32 bits, whose lower ones are a single page.
    setup.await(() -> open.fadvise(0, (1L << 32) + PAGE, Linux.POSIX_FADV_DONTNEED));
    assertCached(0);
  }

  @EverySetup
  void everyAdvice_isTaken(Setup setup) {
    AioFile open = setup.open(file, Linux.O_RDONLY);
    for (int advice :
        new int[] {
          Linux.POSIX_FADV_NORMAL,
          Linux.POSIX_FADV_RANDOM,
          Linux.POSIX_FADV_SEQUENTIAL,
          Linux.POSIX_FADV_WILLNEED,
          Linux.POSIX_FADV_DONTNEED,
          Linux.POSIX_FADV_NOREUSE
        }) {
      setup.await(() -> open.fadvise(0, 0, advice));
      setup.await(() -> open.fadvise(PAGE, Long.MAX_VALUE, advice));
    }
  }

  @EverySetup
  void syncFileRange_takesEveryFlag(Setup setup) throws IOException {
    AioFile open = setup.open(file, Linux.O_RDWR);
    for (int flags = 0; flags <= Linux.SYNC_FILE_RANGE_WRITE_AND_WAIT; flags++) {
      Files.write(file, new byte[PAGE]);
      int some = flags;
      assertNull(setup.await(() -> open.syncFileRange(0, PAGE, some)));
      setup.await(() -> open.syncFileRange(0, 0, some));
      setup.await(() -> open.syncFileRange(PAGE, 1L << 40, some));
    }
    setup.fails(Errno.EINVAL, () -> open.syncFileRange(0, 1, 8));
    setup.fails(Errno.EINVAL, () -> open.syncFileRange(0, 1, -1));
    setup.fails(Errno.EINVAL, () -> open.syncFileRange(Long.MAX_VALUE, Long.MAX_VALUE, 2));
  }

  @EverySetup
  void syncfs_andSync_complete(Setup setup) {
    AioFile open = setup.open(dir, Linux.O_RDONLY);
    assertNull(setup.await(open::syncfs));
    assertNull(setup.await(() -> setup.aio().sync()));
  }

  @EverySetup
  void otherAdviceAndOtherFiles_fail(Setup setup) {
    AioFile open = setup.open(file, Linux.O_RDONLY);
    AioException failure = setup.fails(Errno.EINVAL, () -> open.fadvise(0, 0, 99));
    assertEquals(
        "posix_fadvise(\"" + file + "\"): Invalid argument (EINVAL)", failure.getMessage());
    setup.fails(Errno.EINVAL, () -> open.fadvise(0, 0, -1));
    Commands.bytes("mkfifo", dir + "/pipe");
    AioFile pipe = setup.open(dir.resolve("pipe"), Linux.O_RDWR);
    setup.fails(Errno.EINVAL, () -> pipe.readahead(0, 1));
    setup.fails(Errno.ESPIPE, () -> pipe.fadvise(0, 1, Linux.POSIX_FADV_NORMAL));
    setup.fails(Errno.ESPIPE, () -> pipe.syncFileRange(0, 1, 0));
    AioFile writeOnly = setup.open(file, Linux.O_WRONLY);
    setup.fails(Errno.EBADF, () -> writeOnly.readahead(0, 1));
    AioFile pathOnly = setup.open(file, Linux.O_PATH);
    setup.fails(Errno.EBADF, pathOnly::syncfs);
    setup.fails(Errno.EBADF, () -> pathOnly.fadvise(0, 1, 0));
    setup.fails(Errno.EBADF, () -> pathOnly.syncFileRange(0, 1, 0));
  }

  @EverySetup
  void negativeRanges_throw(Setup setup) {
    AioFile open = setup.open(file, Linux.O_RDONLY);
    for (long[] range : List.of(new long[] {-1, 1}, new long[] {0, -1})) {
      setup.refuses(IllegalArgumentException.class, () -> open.readahead(range[0], range[1]));
      setup.refuses(IllegalArgumentException.class, () -> open.fadvise(range[0], range[1], 0));
      setup.refuses(
          IllegalArgumentException.class, () -> open.syncFileRange(range[0], range[1], 0));
    }
  }
}
