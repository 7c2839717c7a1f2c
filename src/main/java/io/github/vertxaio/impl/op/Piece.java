package io.github.vertxaio.impl.op;

import io.github.vertxaio.AioException;
import io.github.vertxaio.impl.sys.Scratch;

/** A piece of some work as one operation: or its last one, which cleans up. */
public final class Piece extends Operation<Void> {
  private final Work<?> work;
  private final boolean cleansUp;

  private Piece(Work<?> work, boolean cleansUp) {
    super(work.kind());
    this.work = work;
    this.cleansUp = cleansUp;
  }

  /** The next piece of the work. */
  public static Piece next(Work<?> work) {
    return new Piece(work, false);
  }

  /** What disposes of the rest. */
  public static Piece cleanUp(Work<?> work) {
    return new Piece(work, true);
  }

  @Override
  public long call(Scratch scratch) {
    if (!cleansUp) {
      return work.piece(scratch);
    }
    work.cleanUp(scratch);
    return 0;
  }

  @Override
  public Void result(long value, Scratch scratch) {
    return null;
  }

  @Override
  public AioException failure(int errno) {
    return work.failure(errno);
  }
}
