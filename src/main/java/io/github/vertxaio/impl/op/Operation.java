package io.github.vertxaio.impl.op;

import io.github.vertxaio.AioException;
import io.github.vertxaio.Errno;
import io.github.vertxaio.impl.sys.Scratch;
import io.github.vertxaio.impl.sys.Sqe;

/**
 * One call of the kernel as data: its arguments, its blocking form, its form for the ring, and how
 * its result is read. The engine decides which form is used, and calls in this order: {@link
 * #acquire}, one or more of the forms, then {@link #result} or {@link #failure} with what the last
 * form returned, {@link #releaseMemory}, and, when the outcome is on its way, {@link #release}. All
 * but the first run where the form ran, with the same scratch memory.
 *
 * @param <T> the type of the result
 */
public abstract class Operation<T> {
  /** What a form returns to say: not here, without waiting. */
  public static final long AGAIN = -Errno.EAGAIN;

  private final Kind kind;

  /** An operation of this kind. */
  Operation(Kind kind) {
    this.kind = kind;
  }

  /** What kind of operation it is. */
  public final Kind kind() {
    return kind;
  }

  /** The name of the call, for messages. */
  public final String name() {
    return kind.call();
  }

  /**
   * Takes hold of the descriptors that the call uses.
   *
   * @return {@code null}, or why the call cannot be made; then nothing is held
   * @throws IllegalArgumentException for a programming error; then nothing is held either
   */
  public AioException acquire() {
    return null;
  }

  /** Lets go of memory: whoever gets the outcome may use it again. Must not throw. */
  public void releaseMemory() {}

  /** Lets go of the descriptors that {@link #acquire} took hold of. Must not throw. */
  public void release() {}

  /** Makes the call on a thread that may wait. Returns its result or its errno negated. */
  public abstract long call(Scratch scratch);

  /** Whether {@link #callNow} is worth a try for this one. */
  public boolean hasInlineForm() {
    return kind.inline();
  }

  /**
   * Makes the call on an event loop, without waiting for anything but the processor.
   *
   * @return as {@link #call}, or {@link #AGAIN} to have it made elsewhere
   */
  public long callNow(Scratch scratch) {
    return AGAIN;
  }

  /** How long {@link #callNow} takes when it succeeds, by estimate. */
  public int inlineMicros() {
    return 2;
  }

  /** Whether {@link #callNow} costs the processor no more than {@link #call} does. */
  public boolean prefersInline() {
    return true;
  }

  /** Whether the ring would do the same as the call for this one; asked after {@link #acquire}. */
  public boolean mayUseRing() {
    return kind.hasOpcode();
  }

  /** Whether the ring is better than a worker for this one. */
  public boolean prefersRing() {
    return kind.prefersRing();
  }

  /** Fills the entry for the ring; only for operations with an opcode. */
  public void prepare(Sqe sqe, Scratch scratch) {
    throw new UnsupportedOperationException(name() + " on the ring");
  }

  /**
   * Makes the result of a call that succeeded.
   *
   * @param value what the form returned, 0 or more
   */
  public abstract T result(long value, Scratch scratch);

  /** Called with the result on the context of the request, just before it is told to anybody. */
  public void deliver(T result) {}

  /** Disposes of a result that nobody will get, because the request was cancelled. */
  public void discard(T result) {}

  /** Makes the failure for an errno. */
  public abstract AioException failure(int errno);
}
