package io.github.vertxaio.impl.sys;

import static io.github.vertxaio.impl.sys.LibC.C;

import io.github.vertxaio.Errno;

/**
 * The calls that fill, empty and write back the page cache. Each returns 0 or its errno negated,
 * and is made again when a signal interrupts it.
 */
public final class CacheCalls {
  private CacheCalls() {}

  /** readahead(fd, offset, length)—reads a range into the page cache. */
  public static long readahead(int fd, long offset, long length) {
    return Result.retried(() -> C.readahead(fd, offset, length));
  }

  /** posix_fadvise(fd, offset, length, advice)—tells what a range will be used for. */
  public static long fadvise(int fd, long offset, long length, int advice) {
    return -C.posix_fadvise(fd, offset, length, advice);
  }

  /**
   * sync_file_range(fd, offset, length, flags)—writes a range back to the device; all of the file,
   * by fdatasync, where the call does not exist.
   */
  public static long syncFileRange(int fd, long offset, long length, int flags) {
    long result = Result.retried(() -> C.sync_file_range(fd, offset, length, flags));
    return result == -Errno.ENOSYS ? FileCalls.fdatasync(fd) : result;
  }

  /** syncfs(fd)—writes the file system of an open file back to its device. */
  public static long syncfs(int fd) {
    return Result.retried(() -> C.syncfs(fd));
  }

  /** sync()—writes all file systems back to their devices. */
  public static long sync() {
    C.sync();
    return 0;
  }
}
