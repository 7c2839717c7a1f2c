package io.github.vertxaio.impl.op;

import io.github.vertxaio.impl.sys.CacheCalls;
import io.github.vertxaio.impl.sys.Scratch;
import io.github.vertxaio.impl.sys.Sqe;

/** Tells what a range will be used for. */
public final class Fadvise extends RangeOperation {
  private final int advice;

  /** A posix_fadvise. */
  public Fadvise(OpenFile file, long offset, long length, int advice) {
    super(Kind.FADVISE, file, offset, length);
    this.advice = advice;
  }

  @Override
  public long call(Scratch scratch) {
    return CacheCalls.fadvise(fd(), offset, length, advice);
  }

  @Override
  public void prepare(Sqe sqe, Scratch scratch) {
    sqe.fadvise(fd(), offset, (int) length, advice);
  }
}
