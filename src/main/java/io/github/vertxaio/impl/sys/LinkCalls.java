package io.github.vertxaio.impl.sys;

import static io.github.vertxaio.impl.sys.LibC.C;

import io.github.vertxaio.Errno;
import io.github.vertxaio.Linux;

/**
 * The calls that make names and read where they lead. Each returns its result or its errno negated,
 * and is made again when a signal interrupts it.
 */
public final class LinkCalls {
  private static final long LARGEST_DEVICE = 0xFFFFFFFFL;

  private LinkCalls() {}

  /** linkat(olddirfd, source, newdirfd, target, 0)—gives a file a second name. */
  public static long linkat(
      Scratch scratch, int olddirfd, byte[] source, int newdirfd, byte[] target) {
    long from = scratch.path(source);
    long to = scratch.secondPath(target);
    return Result.retried(() -> C.linkat(olddirfd, from, newdirfd, to, 0));
  }

  /** symlinkat(target, dirfd, path)—makes a symbolic link. */
  public static long symlinkat(Scratch scratch, byte[] target, int dirfd, byte[] path) {
    long text = scratch.secondPath(target);
    long address = scratch.path(path);
    return Result.retried(() -> C.symlinkat(text, dirfd, address));
  }

  /**
   * mknodat(dirfd, path, mode, dev)—makes a special file. Called by its number, for old C libraries
   * have no such symbol; and as in new ones, a device that the kernel has no room for is refused.
   */
  public static long mknodat(Scratch scratch, int dirfd, byte[] path, int mode, long dev) {
    if (dev < 0 || dev > LARGEST_DEVICE) {
      return -Errno.EINVAL;
    }
    long address = scratch.path(path);
    return Result.retried(() -> C.syscall(SyscallNumbers.SYS_mknodat, dirfd, address, mode, dev));
  }

  /**
   * readlinkat(dirfd, path)—reads a symbolic link; {@link #target} takes it out.
   *
   * @return the length of the target; −ENAMETOOLONG when it is longer than any path
   */
  public static long readlinkat(Scratch scratch, int dirfd, byte[] path) {
    long address = scratch.path(path);
    long target = scratch.pathResult(Linux.PATH_MAX);
    long length = Result.retried(() -> C.readlinkat(dirfd, address, target, Linux.PATH_MAX));
    return length < Linux.PATH_MAX ? length : -Errno.ENAMETOOLONG;
  }

  /**
   * readlink("/proc/self/fd/…")—reads the canonical path that an open file has now; {@link #target}
   * takes it out. For one that has no path any more it is a name that leads nowhere.
   *
   * @return as {@link #readlinkat}; −ENOENT without /proc
   */
  public static long canonicalPath(Scratch scratch, int fd) {
    return readlinkat(scratch, Linux.AT_FDCWD, PathCalls.pathOf(fd));
  }

  /** The path that {@link #readlinkat} or {@link #canonicalPath} read. */
  public static byte[] target(Scratch scratch, long length) {
    return scratch.pathResultBytes((int) length);
  }
}
