package io.github.vertxaio.impl.op;

import io.github.vertxaio.impl.sys.ExtentCalls;
import io.github.vertxaio.impl.sys.Scratch;

/** Asks for the number of extents of a file. */
public final class FiemapCount extends FileOperation<Long> {
  private final long start;
  private final long length;
  private final int flags;

  /**
   * A fiemap without room for extents.
   *
   * @param length in bytes, FIEMAP_MAX_OFFSET for the rest of the file
   */
  public FiemapCount(OpenFile file, long start, long length, int flags) {
    super(Kind.FIEMAP, file);
    this.start = start;
    this.length = length;
    this.flags = flags;
  }

  @Override
  public long call(Scratch scratch) {
    return ExtentCalls.fiemap(scratch, fd(), start, length, flags, 0);
  }

  @Override
  public Long result(long count, Scratch scratch) {
    return count;
  }
}
