package io.github.vertxaio.impl.op;

import io.github.vertxaio.impl.sys.Scratch;

/**
 * Work that is done step by step. A piece takes steps until its time is over.
 *
 * @param <T> the type of the result
 */
abstract class SequentialWork<T> extends Work<T> {
  /** What a step returns when another one has to follow. */
  static final long MORE = 1;

  /** What the last step returns. */
  static final long DONE = 0;

  private boolean over;

  SequentialWork(Kind kind) {
    super(kind);
  }

  /** Takes a step of bounded length. Returns {@link #MORE}, {@link #DONE} or the errno negated. */
  abstract long step(Scratch scratch);

  /**
   * Lets go of everything, after the last step or instead of others.
   *
   * @param whole whether the last step succeeded
   * @return 0, or the errno negated, which counts when all steps succeeded
   */
  abstract long end(Scratch scratch, boolean whole);

  @Override
  public final int parallel() {
    return over ? 0 : 1;
  }

  @Override
  final long piece(Scratch scratch) {
    long start = System.nanoTime();
    boolean returned = false;
    long taken;
    try {
      do {
        taken = step(scratch);
      } while (taken == MORE && !isTimeOver(start));
      returned = true;
    } finally {
      if (!returned) {
        cleanUp(scratch);
      }
    }
    if (taken == MORE) {
      return 0;
    }
    over = true;
    long ended = end(scratch, taken == DONE);
    return taken == DONE ? ended : taken;
  }

  @Override
  final void cleanUp(Scratch scratch) {
    if (!over) {
      over = true;
      end(scratch, false);
    }
  }
}
