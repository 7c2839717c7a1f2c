package io.github.vertxaio.impl.sys;

import static io.github.vertxaio.impl.sys.LibC.C;

/**
 * The calls that change times, owner and permissions of a file. Each returns 0 or its errno
 * negated, and is made again when a signal interrupts it.
 */
public final class AttributeCalls {
  private AttributeCalls() {}

  /** utimensat(dirfd, path, times, flags)—sets the times of a file. */
  public static long utimensat(
      Scratch scratch, int dirfd, byte[] path, FileTimes times, int flags) {
    long address = scratch.path(path);
    long stored = times.store(scratch);
    return Result.retried(() -> C.utimensat(dirfd, address, stored, flags));
  }

  /** futimens(fd, times)—sets the times of an open file. */
  public static long futimens(Scratch scratch, int fd, FileTimes times) {
    long stored = times.store(scratch);
    return Result.retried(() -> C.futimens(fd, stored));
  }

  /** fchownat(dirfd, path, uid, gid, flags)—sets owner and group; −1 leaves one as it is. */
  public static long fchownat(
      Scratch scratch, int dirfd, byte[] path, int uid, int gid, int flags) {
    long address = scratch.path(path);
    return Result.retried(() -> C.fchownat(dirfd, address, uid, gid, flags));
  }

  /** fchown(fd, uid, gid)—sets owner and group of an open file; −1 leaves one as it is. */
  public static long fchown(int fd, int uid, int gid) {
    return Result.retried(() -> C.fchown(fd, uid, gid));
  }

  /** fchmodat(dirfd, path, mode, 0)—sets the permissions of a file, following symbolic links. */
  public static long fchmodat(Scratch scratch, int dirfd, byte[] path, int mode) {
    long address = scratch.path(path);
    return Result.retried(() -> C.fchmodat(dirfd, address, mode, 0));
  }

  /** fchmod(fd, mode)—sets the permissions of an open file. */
  public static long fchmod(int fd, int mode) {
    return Result.retried(() -> C.fchmod(fd, mode));
  }
}
