package io.github.vertxaio.impl.engine;

import io.github.vertxaio.impl.op.Operation;
import io.github.vertxaio.impl.sys.Scratch;
import io.vertx.core.Context;
import java.util.function.Consumer;

/**
 * A request for one operation of the kernel.
 *
 * @param <T> the type of the result
 */
public class Request<T> extends AbstractRequest<T> {
  /** The one ahead in the queue of a place. */
  Request<?> previous;

  /** The queue that holds it, or {@code null}. */
  Lanes queue;

  /** Where on the ring it is. */
  int slot;

  private final byte priority;
  private Operation<T> operation;
  private Place place;
  private Object outcome;

  /** A request in READY. */
  Request(
      Context context,
      RequestEngine engine,
      Completions completions,
      Operation<T> operation,
      int priority) {
    super(context, engine, completions);
    this.operation = operation;
    this.priority = (byte) priority;
  }

  /** What is to be executed. */
  final Operation<T> operation() {
    return operation;
  }

  /** −4 to 4. */
  final int priority() {
    return priority;
  }

  /** Hands it to where it waits and executes. */
  final void submitTo(Place newPlace) {
    place = newPlace;
    newPlace.submit(this);
  }

  /** Notes where it waits until it is sent on its way. */
  final void waitIn(Place newPlace) {
    place = newPlace;
  }

  /** Executes the blocking form; after {@link #claim}. */
  final void call(Scratch scratch) {
    long value;
    try {
      value = operation.call(scratch);
    } catch (Throwable failure) {
      finish(failure, scratch);
      return;
    }
    finish(value, scratch);
  }

  /** Takes what a form of the operation returned, and goes to PENDING. */
  final void finish(long value, Scratch scratch) {
    Object made;
    try {
      made = value < 0 ? operation.failure((int) -value) : operation.result(value, scratch);
    } catch (Throwable failure) {
      made = failure;
    }
    finish(made, scratch);
  }

  private void finish(Object made, Scratch scratch) {
    settle(made);
    scratch.trim();
  }

  /** Goes to PENDING with a failure from before anything was taken hold of. */
  final void refuse(Throwable failure) {
    outcome = failure;
    executed();
  }

  /** Goes to PENDING without having been executed. */
  final void abandon(Throwable failure) {
    settle(failure);
  }

  /**
   * Goes to PENDING, and only then lets go of the descriptors: a close that waits for this use to
   * end is delivered behind it.
   */
  private void settle(Object made) {
    Operation<T> executed = operation;
    outcome = made;
    executed.releaseMemory();
    executed();
    executed.release();
    released();
  }

  /** Hands out the requests that are sent on their way when this one is over. */
  void forEachBehind(Consumer<Request<?>> action) {}

  /** Called when the operation has let go of what it held. */
  void released() {}

  @Override
  protected final void withdraw() {
    // A place that no longer has it finds out at its claim, and abandons it there.
    if (place.withdraw(this)) {
      abandon(null);
    }
  }

  @Override
  protected final void interrupt() {
    place.interrupt(this);
  }

  @Override
  @SuppressWarnings("unchecked")
  protected final void complete() {
    Object made = outcome;
    Operation<T> done = operation;
    outcome = null;
    operation = null;
    if (!(made instanceof Throwable)) {
      made = delivered(done, (T) made);
    }
    if (made instanceof Throwable) {
      tryFail((Throwable) made);
    } else {
      tryComplete((T) made);
    }
  }

  private static <T> Object delivered(Operation<T> operation, T result) {
    try {
      operation.deliver(result);
      return result;
    } catch (RuntimeException failure) {
      return failure;
    }
  }

  @Override
  @SuppressWarnings("unchecked")
  protected final void dropOutcome() {
    Object made = outcome;
    Operation<T> dropped = operation;
    outcome = null;
    operation = null;
    if (made != null && !(made instanceof Throwable)) {
      dropped.discard((T) made);
    }
  }
}
