package io.github.vertxaio.impl.sys;

import static io.github.vertxaio.impl.sys.LibC.C;

import io.github.vertxaio.Extent;
import io.github.vertxaio.Linux;
import java.nio.ByteBuffer;

/** Asking where a file is on its device. */
public final class ExtentCalls {
  /** How many extents one call gives at the most. */
  public static final int BATCH = 128;

  private static final int SIZE = Structs.Fiemap.SIZE + BATCH * Structs.FiemapExtent.SIZE;

  private ExtentCalls() {}

  /**
   * ioctl(fd, FS_IOC_FIEMAP, {start, length, flags, count})—asks for the extents of a range; {@link
   * #extent} takes them out.
   *
   * @param length in bytes, FIEMAP_MAX_OFFSET for the rest of the file
   * @param count how many extents to give, at most {@link #BATCH}; 0 for none but their number
   * @return how many there are, up to the count if that is not 0; or the errno negated
   */
  public static long fiemap(
      Scratch scratch, int fd, long start, long length, int flags, int count) {
    NativeMemory memory = scratch.buffer(SIZE);
    ByteBuffer fiemap = memory.bytes();
    fiemap.putLong(Structs.Fiemap.FM_START, start);
    fiemap.putLong(Structs.Fiemap.FM_LENGTH, length);
    fiemap.putInt(Structs.Fiemap.FM_FLAGS, flags);
    fiemap.putInt(Structs.Fiemap.FM_MAPPED_EXTENTS, 0);
    fiemap.putInt(Structs.Fiemap.FM_EXTENT_COUNT, count);
    fiemap.putInt(Structs.Fiemap.FM_RESERVED, 0);
    long address = memory.address(0, Structs.Fiemap.SIZE + count * Structs.FiemapExtent.SIZE);
    long result = Result.retried(() -> C.ioctl(fd, Linux.FS_IOC_FIEMAP, address));
    return result < 0
        ? result
        : Integer.toUnsignedLong(fiemap.getInt(Structs.Fiemap.FM_MAPPED_EXTENTS));
  }

  /** An extent of the last answer, counted from 0. */
  public static Extent extent(Scratch scratch, int index) {
    ByteBuffer fiemap = scratch.buffer(SIZE).bytes();
    int at = Structs.Fiemap.SIZE + index * Structs.FiemapExtent.SIZE;
    return new Extent(
        fiemap.getLong(at + Structs.FiemapExtent.FE_LOGICAL),
        fiemap.getLong(at + Structs.FiemapExtent.FE_PHYSICAL),
        fiemap.getLong(at + Structs.FiemapExtent.FE_LENGTH),
        fiemap.getInt(at + Structs.FiemapExtent.FE_FLAGS));
  }
}
