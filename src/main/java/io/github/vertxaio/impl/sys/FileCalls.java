package io.github.vertxaio.impl.sys;

import static io.github.vertxaio.impl.sys.LibC.C;

import io.github.vertxaio.Errno;
import io.github.vertxaio.Linux;

/**
 * The calls on an open descriptor. Each returns its result or its errno negated, and is made again
 * when a signal interrupts it.
 */
public final class FileCalls {
  /** The offset that stands for the file's own position. */
  public static final long CURRENT_POSITION = -1;

  /** The path of calls that take a descriptor instead. */
  static final byte[] NO_PATH = {};

  private FileCalls() {}

  /**
   * close(fd)—closes a descriptor. Not repeated after EINTR: Linux has closed it by then, and a
   * second call could close one that another thread just opened.
   */
  public static long close(int fd) {
    long result = Result.of(C.close(fd));
    return result == -Errno.EINTR ? 0 : result;
  }

  /** fcntl(fd, F_DUPFD_CLOEXEC)—makes another descriptor of an open file. */
  public static long duplicate(int fd) {
    return Result.retried(() -> C.fcntl(fd, Linux.F_DUPFD_CLOEXEC, 0));
  }

  /** lseek(fd, offset, whence)—moves the file's position. */
  public static long lseek(int fd, long offset, int whence) {
    return Result.of(C.lseek(fd, offset, whence));
  }

  /** pread(fd, memory, length, offset)—reads; at the file's position for CURRENT_POSITION. */
  public static long read(int fd, Memory memory, int index, int length, long offset) {
    long address = memory.address(index, length);
    long count;
    do {
      count =
          offset == CURRENT_POSITION
              ? C.read(fd, address, length)
              : C.pread(fd, address, length, offset);
    } while (Result.interrupted(count));
    return Result.of(count);
  }

  /**
   * preadv2(fd, memory, length, offset, RWF_NOWAIT)—reads what is in the page cache, −EAGAIN when
   * it would have to wait. Kernel 4.14.
   */
  public static long readCached(
      Scratch scratch, int fd, Memory memory, int index, int length, long offset) {
    scratch.structLong(Structs.Iovec.IOV_BASE, memory.address(index, length));
    scratch.structLong(Structs.Iovec.IOV_LEN, length);
    long iovec = scratch.struct(Structs.Iovec.SIZE);
    return Result.of(C.preadv2(fd, iovec, 1, offset, Linux.RWF_NOWAIT));
  }

  /** pwrite(fd, memory, length, offset)—writes; at the file's position for CURRENT_POSITION. */
  public static long write(int fd, Memory memory, int index, int length, long offset) {
    long address = memory.address(index, length);
    long count;
    do {
      count =
          offset == CURRENT_POSITION
              ? C.write(fd, address, length)
              : C.pwrite(fd, address, length, offset);
    } while (Result.interrupted(count));
    return Result.of(count);
  }

  /** fsync(fd)—brings data and metadata to the device. */
  public static long fsync(int fd) {
    return Result.retried(() -> C.fsync(fd));
  }

  /** fdatasync(fd)—brings data to the device. */
  public static long fdatasync(int fd) {
    return Result.retried(() -> C.fdatasync(fd));
  }

  /** statx(fd, "", AT_EMPTY_PATH)—reads the attributes of the open file. */
  public static long fstat(Scratch scratch, int fd) {
    return PathCalls.statx(scratch, fd, NO_PATH, Linux.AT_EMPTY_PATH);
  }

  /**
   * statx(fd, "", AT_EMPTY_PATH | AT_STATX_DONT_SYNC)—reads what the kernel knows of the open file
   * without asking a server, so that it does not wait.
   */
  public static long fstatCached(Scratch scratch, int fd) {
    return PathCalls.statx(scratch, fd, NO_PATH, Linux.AT_EMPTY_PATH | Linux.AT_STATX_DONT_SYNC);
  }

  /**
   * fstatfs(fd)—asks for the type of the file system.
   *
   * @return the magic number of its type, always positive
   */
  public static long fileSystemType(Scratch scratch, int fd) {
    long result = Result.of(C.fstatfs(fd, scratch.struct(Structs.Statfs.SIZE)));
    return result < 0 ? result : scratch.structLong(Structs.Statfs.F_TYPE) & 0xFFFFFFFFL;
  }

  /**
   * sendfile(out, in, offset, length)—copies from an offset of one file to the position of another.
   * The position of the first stays.
   */
  public static long sendfile(Scratch scratch, int out, int in, long offset, long length) {
    long address = scratch.struct(Long.BYTES);
    return Result.retried(
        () -> {
          scratch.structLong(0, offset);
          return C.sendfile(out, in, address, length);
        });
  }
}
