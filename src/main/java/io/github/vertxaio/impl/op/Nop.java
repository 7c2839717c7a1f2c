package io.github.vertxaio.impl.op;

import io.github.vertxaio.AioException;
import io.github.vertxaio.impl.sys.Scratch;
import io.github.vertxaio.impl.sys.Sqe;

/** Nothing, done by a worker or by the ring. */
public final class Nop extends Operation<Void> {
  /** It has no arguments, so one is enough. */
  public static final Nop NOP = new Nop();

  private Nop() {
    super(Kind.NOP);
  }

  @Override
  public long call(Scratch scratch) {
    return 0;
  }

  @Override
  public void prepare(Sqe sqe, Scratch scratch) {
    sqe.nop();
  }

  @Override
  public Void result(long value, Scratch scratch) {
    return null;
  }

  @Override
  public AioException failure(int errno) {
    return new AioException(name(), errno);
  }
}
