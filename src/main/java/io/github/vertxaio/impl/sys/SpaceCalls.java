package io.github.vertxaio.impl.sys;

import static io.github.vertxaio.impl.sys.LibC.C;

import io.github.vertxaio.Linux;

/**
 * The calls on the space that a file takes. Each returns its result or its errno negated, and is
 * made again when a signal interrupts it.
 */
public final class SpaceCalls {
  private SpaceCalls() {}

  /**
   * truncate(path, size)—sets the size of a file. The call takes no directory to start from, so
   * there the path is looked up first and the call reaches the file by way of /proc.
   */
  public static long truncate(Scratch scratch, int dirfd, byte[] path, long size) {
    if (dirfd != Linux.AT_FDCWD) {
      return PathCalls.onPathDescriptor(
          scratch,
          dirfd,
          path,
          fd -> truncate(scratch, Linux.AT_FDCWD, PathCalls.pathOf(fd), size));
    }
    long address = scratch.path(path);
    return Result.retried(() -> C.truncate(address, size));
  }

  /** ftruncate(fd, size)—sets the size of an open file. */
  public static long ftruncate(int fd, long size) {
    return Result.retried(() -> C.ftruncate(fd, size));
  }

  /** fallocate(fd, mode, offset, length)—gives a range of a file space, or takes it away. */
  public static long fallocate(int fd, int mode, long offset, long length) {
    return Result.retried(() -> C.fallocate(fd, mode, offset, length));
  }
}
