package io.github.vertxaio.impl.sys;

import static io.github.vertxaio.impl.sys.LibC.C;

import io.github.vertxaio.Linux;
import io.github.vertxaio.StatVfs;

/**
 * The calls that ask for a file system. Each returns 0 or its errno negated, is made again when a
 * signal interrupts it, and leaves its answer to {@link #read}.
 */
public final class StatVfsCalls {
  private StatVfsCalls() {}

  /**
   * statvfs(path)—asks for the file system of a path. The call takes no directory to start from, so
   * there the path is opened, without access to the file itself.
   */
  public static long statvfs(Scratch scratch, int dirfd, byte[] path) {
    if (dirfd != Linux.AT_FDCWD) {
      return PathCalls.onPathDescriptor(scratch, dirfd, path, fd -> fstatvfs(scratch, fd));
    }
    long address = scratch.path(path);
    long buffer = scratch.struct(Structs.Statvfs.SIZE);
    return Result.retried(() -> C.statvfs(address, buffer));
  }

  /** fstatvfs(fd)—asks for the file system of an open file. */
  public static long fstatvfs(Scratch scratch, int fd) {
    long buffer = scratch.struct(Structs.Statvfs.SIZE);
    return Result.retried(() -> C.fstatvfs(fd, buffer));
  }

  /** The answer to the last call with this scratch memory. */
  public static StatVfs read(Scratch s) {
    return new StatVfs(
        s.structLong(Structs.Statvfs.F_BSIZE),
        s.structLong(Structs.Statvfs.F_FRSIZE),
        s.structLong(Structs.Statvfs.F_BLOCKS),
        s.structLong(Structs.Statvfs.F_BFREE),
        s.structLong(Structs.Statvfs.F_BAVAIL),
        s.structLong(Structs.Statvfs.F_FILES),
        s.structLong(Structs.Statvfs.F_FFREE),
        s.structLong(Structs.Statvfs.F_FAVAIL),
        s.structLong(Structs.Statvfs.F_FSID),
        s.structLong(Structs.Statvfs.F_FLAG),
        s.structLong(Structs.Statvfs.F_NAMEMAX));
  }
}
