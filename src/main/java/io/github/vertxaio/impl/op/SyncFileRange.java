package io.github.vertxaio.impl.op;

import io.github.vertxaio.impl.sys.CacheCalls;
import io.github.vertxaio.impl.sys.Scratch;
import io.github.vertxaio.impl.sys.Sqe;

/** Writes a range back to the device. */
public final class SyncFileRange extends RangeOperation {
  private final int flags;

  /** A sync_file_range. */
  public SyncFileRange(OpenFile file, long offset, long length, int flags) {
    super(Kind.SYNC_FILE_RANGE, file, offset, length);
    this.flags = flags;
  }

  @Override
  public long call(Scratch scratch) {
    return CacheCalls.syncFileRange(fd(), offset, length, flags);
  }

  @Override
  public void prepare(Sqe sqe, Scratch scratch) {
    sqe.syncFileRange(fd(), offset, (int) length, flags);
  }
}
