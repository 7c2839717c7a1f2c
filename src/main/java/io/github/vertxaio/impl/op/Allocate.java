package io.github.vertxaio.impl.op;

import io.github.vertxaio.impl.sys.Scratch;
import io.github.vertxaio.impl.sys.SpaceCalls;
import io.github.vertxaio.impl.sys.Sqe;

/** Gives a range of a file space, or takes it away. */
public final class Allocate extends VoidFileOperation {
  private final int mode;
  private final long offset;
  private final long length;

  /** A fallocate. */
  public Allocate(OpenFile file, int mode, long offset, long length) {
    super(Kind.FALLOCATE, file);
    this.mode = mode;
    this.offset = offset;
    this.length = length;
  }

  @Override
  public long call(Scratch scratch) {
    return SpaceCalls.fallocate(fd(), mode, offset, length);
  }

  @Override
  public void prepare(Sqe sqe, Scratch scratch) {
    sqe.fallocate(fd(), mode, offset, length);
  }
}
