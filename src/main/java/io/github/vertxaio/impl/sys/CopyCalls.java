package io.github.vertxaio.impl.sys;

import static io.github.vertxaio.impl.sys.LibC.C;

import io.github.vertxaio.Linux;

/**
 * The calls that bring the contents of one file to another inside the kernel. Each returns its
 * result or its errno negated, and is made again when a signal interrupts it.
 */
public final class CopyCalls {
  private CopyCalls() {}

  /** ioctl(out, FICLONE, in)—makes a file share all blocks of another. Kernel 4.5. */
  public static long clone(int in, int out) {
    return Result.retried(() -> C.ioctl(out, Linux.FICLONE, in));
  }

  /**
   * copy_file_range(in, offset, out, offset, length)—copies a range to the same place of another
   * file. Kernel 4.5; between file systems 5.3.
   */
  public static long copyFileRange(Scratch scratch, int in, int out, long offset, long length) {
    long offsets = scratch.struct(2 * Long.BYTES);
    return Result.retried(
        () -> {
          scratch.structLong(0, offset);
          scratch.structLong(Long.BYTES, offset);
          return C.syscall(
              SyscallNumbers.SYS_copy_file_range,
              in,
              offsets,
              out,
              offsets + Long.BYTES,
              length,
              0);
        });
  }
}
