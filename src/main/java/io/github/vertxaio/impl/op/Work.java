package io.github.vertxaio.impl.op;

import io.github.vertxaio.AioException;
import io.github.vertxaio.impl.sys.Scratch;
import java.util.function.BooleanSupplier;

/**
 * Work that takes several calls of the kernel, done by workers in pieces of bounded time. Between
 * two pieces other requests get their turn, and the work can be cancelled. What it holds (a
 * descriptor, a half-written file) outlives the pieces, and is disposed of by the last of them.
 *
 * <p>Calls come in this order: {@link #acquire}; {@link #piece} as often as {@link #parallel} asks
 * for; {@link #cleanUp} when that ended early; {@link #result} or {@link #failure}; {@link
 * #release}.
 *
 * @param <T> the type of the result
 */
public abstract class Work<T> {
  /** How long others wait for a piece to end: some twenty times what handing it over takes. */
  static final long PIECE_NANOS = 8_000_000;

  private final Kind kind;
  private BooleanSupplier disturbed = () -> true;

  Work(Kind kind) {
    this.kind = kind;
  }

  /** What kind of operation its pieces are. */
  public final Kind kind() {
    return kind;
  }

  /**
   * Takes hold of the directories that its paths start from.
   *
   * @return {@code null}, or why the work cannot be done; then nothing is held
   */
  public abstract AioException acquire();

  /** Lets go of what {@link #acquire} took hold of. */
  public abstract void release();

  /**
   * Sets what tells whether other requests wait for a worker, or nobody wants the result any more.
   * While it says no, a piece goes on beyond its time: to hand over to itself gains nothing.
   */
  public final void disturbedWhen(BooleanSupplier newDisturbed) {
    disturbed = newDisturbed;
  }

  /** Whether a piece that began then should end now. */
  final boolean isTimeOver(long startNanos) {
    return System.nanoTime() - startNanos > PIECE_NANOS && disturbed.getAsBoolean();
  }

  /** How many pieces should be under way now: none when the work is over. */
  public abstract int parallel();

  /** Does a piece, on a worker. Returns 0, or the errno negated, which ends the work. */
  abstract long piece(Scratch scratch);

  /** Disposes of what was left when no piece will follow; on a worker, none of them running. */
  abstract void cleanUp(Scratch scratch);

  /** Makes the failure for what {@link #piece} returned. */
  abstract AioException failure(int errno);

  /** Why the work failed although no piece did, or {@code null}. */
  public AioException failure() {
    return null;
  }

  /** The result of work that is over and did not fail. */
  public abstract T result();
}
