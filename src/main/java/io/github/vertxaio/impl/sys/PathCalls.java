package io.github.vertxaio.impl.sys;

import static io.github.vertxaio.impl.sys.LibC.C;

import io.github.vertxaio.Linux;
import java.nio.charset.StandardCharsets;
import java.util.function.IntToLongFunction;

/**
 * The calls that name a file by directory descriptor and path. Each returns its result or its errno
 * negated, and is made again when a signal interrupts it.
 */
public final class PathCalls {
  private PathCalls() {}

  /** openat(dirfd, path, flags, mode)—opens or creates a file; O_CLOEXEC is added. */
  public static long openat(Scratch scratch, int dirfd, byte[] path, int flags, int mode) {
    long address = scratch.path(path);
    long fd;
    do {
      fd = C.openat(dirfd, address, flags | Linux.O_CLOEXEC, mode);
    } while (Result.interrupted(fd));
    return Result.of(fd);
  }

  /**
   * openat2(dirfd, path, {flags, RESOLVE_CACHED})—opens a file if its path is in the directory
   * cache, −EAGAIN otherwise. Kernel 5.12.
   */
  public static long openatCached(Scratch scratch, int dirfd, byte[] path, int flags) {
    scratch.structLong(Structs.OpenHow.FLAGS, flags | Linux.O_CLOEXEC);
    scratch.structLong(Structs.OpenHow.MODE, 0);
    scratch.structLong(Structs.OpenHow.RESOLVE, Linux.RESOLVE_CACHED);
    int size = Structs.OpenHow.SIZE;
    return Result.of(
        C.syscall(
            SyscallNumbers.SYS_openat2, dirfd, scratch.path(path), scratch.struct(size), size));
  }

  /**
   * openat("/proc/self/fd/…", flags | O_NONBLOCK)—opens a regular file that an O_PATH descriptor
   * stands for, without waiting for somebody's lease on it, which ends with −EAGAIN.
   */
  public static long reopen(Scratch scratch, int fd, int flags) {
    long opened = openat(scratch, Linux.AT_FDCWD, pathOf(fd), flags | Linux.O_NONBLOCK, 0);
    if (opened < 0 || (flags & Linux.O_NONBLOCK) != 0) {
      return opened;
    }
    long result = ControlCalls.fcntl((int) opened, Linux.F_SETFL, flags);
    if (result < 0) {
      FileCalls.close((int) opened);
      return result;
    }
    return opened;
  }

  /** The name that the kernel has for an open descriptor: a link to what it stands for. */
  public static byte[] pathOf(long fd) {
    return ("/proc/self/fd/" + fd).getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * openat(dirfd, path, O_PATH)—makes a call on the descriptor of a path, following symbolic links,
   * for calls that take no directory to start from. The file itself is not opened.
   */
  static long onPathDescriptor(Scratch scratch, int dirfd, byte[] path, IntToLongFunction call) {
    long fd = openat(scratch, dirfd, path, Linux.O_PATH, 0);
    if (fd < 0) {
      return fd;
    }
    try {
      return call.applyAsLong((int) fd);
    } finally {
      FileCalls.close((int) fd);
    }
  }

  /** statx(dirfd, path, flags)—reads all attributes; {@link StatReader} takes them out. */
  public static long statx(Scratch scratch, int dirfd, byte[] path, int flags) {
    long buffer = scratch.struct(Structs.Statx.SIZE);
    long address = scratch.path(path);
    long result;
    do {
      result = C.statx(dirfd, address, flags, StatReader.MASK, buffer);
    } while (Result.interrupted(result));
    return Result.of(result);
  }

  /** unlinkat(dirfd, path, flags)—removes a name; with AT_REMOVEDIR an empty directory. */
  public static long unlinkat(Scratch scratch, int dirfd, byte[] path, int flags) {
    long address = scratch.path(path);
    return Result.retried(() -> C.unlinkat(dirfd, address, flags));
  }

  /** mkdirat(dirfd, path, mode)—makes a directory. */
  public static long mkdirat(Scratch scratch, int dirfd, byte[] path, int mode) {
    long address = scratch.path(path);
    return Result.retried(() -> C.mkdirat(dirfd, address, mode));
  }

  /** renameat2(olddirfd, source, newdirfd, target, flags)—gives a file another name. */
  public static long renameat2(
      Scratch scratch, int olddirfd, byte[] source, int newdirfd, byte[] target, int flags) {
    long from = scratch.path(source);
    long to = scratch.secondPath(target);
    return Result.retried(() -> C.renameat2(olddirfd, from, newdirfd, to, flags));
  }
}
