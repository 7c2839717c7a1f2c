package io.github.vertxaio.impl.op;

import io.github.vertxaio.Linux;
import io.github.vertxaio.impl.sys.FileCalls;
import io.github.vertxaio.impl.sys.Scratch;
import io.github.vertxaio.impl.sys.Sqe;

/** Brings a file to its device: fsync and fdatasync. */
public final class Sync extends VoidFileOperation {
  private final boolean dataOnly;

  /**
   * A sync.
   *
   * @param dataOnly whether fdatasync is enough
   */
  public Sync(OpenFile file, boolean dataOnly) {
    super(dataOnly ? Kind.FDATASYNC : Kind.FSYNC, file);
    this.dataOnly = dataOnly;
  }

  @Override
  public long call(Scratch scratch) {
    return dataOnly ? FileCalls.fdatasync(fd()) : FileCalls.fsync(fd());
  }

  @Override
  public void prepare(Sqe sqe, Scratch scratch) {
    sqe.fsync(fd(), dataOnly ? Linux.IORING_FSYNC_DATASYNC : 0);
  }
}
