package io.github.vertxaio.impl.engine;

import io.github.vertxaio.AioRequest;
import io.github.vertxaio.RequestState;
import io.github.vertxaio.impl.vertx.Contexts;
import io.github.vertxaio.impl.vertx.RequestFuture;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;

/**
 * The life of a request: READY → EXECUTE → PENDING → RESULT → DONE, and that it can be cancelled on
 * the way.
 *
 * <p>Whoever takes it out of READY with {@link #claim} executes it and calls {@link #executed};
 * {@link #deliver} then runs on the request's context. Between {@code claim} and {@code executed}
 * nothing but the executing thread touches the outcome.
 *
 * @param <T> the type of the result
 */
public abstract class AbstractRequest<T> extends RequestFuture<T> {
  private static final int READY = RequestState.READY.ordinal();
  private static final int EXECUTE = RequestState.EXECUTE.ordinal();
  private static final int PENDING = RequestState.PENDING.ordinal();
  private static final int RESULT = RequestState.RESULT.ordinal();
  private static final int DONE = RequestState.DONE.ordinal();
  private static final int STATE = 7;
  private static final int CANCELLED = 8;
  private static final int DISOWNED = 16;
  private static final RequestState[] STATES = RequestState.values();
  private static final VarHandle STATUS;

  static {
    try {
      STATUS = MethodHandles.lookup().findVarHandle(AbstractRequest.class, "status", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** The next one in the queue that holds this request; a request is in one queue at a time. */
  AbstractRequest<?> next;

  /** In the stack of a completion queue: how many requests are in it up to this one. */
  int depth;

  private final RequestEngine engine;
  private final Completions completions;
  private volatile int status;
  private volatile Membership group;
  private volatile Handler<AsyncResult<T>> handler;
  private boolean listening;

  /** A request in READY whose outcome is delivered by these completions. */
  protected AbstractRequest(Context context, RequestEngine engine, Completions completions) {
    super(context);
    this.engine = engine;
    this.completions = completions;
  }

  /** The group of a request, told when the request is done. */
  public interface Membership {
    /** Called on the context of the request, after its handlers. */
    void memberDone(AbstractRequest<?> member);

    /**
     * Called on the context of a request that was {@link #disown disowned} and is not done yet. One
     * that shares state with its members waits until they are done.
     */
    default void memberDisowned(AbstractRequest<?> member) {}
  }

  /** The engine that runs this request. */
  public final RequestEngine engine() {
    return engine;
  }

  /** READY → EXECUTE; false when it is cancelled and must not be executed. */
  protected final boolean claim() {
    return STATUS.compareAndSet(this, READY, EXECUTE);
  }

  /**
   * EXECUTE → READY, when another place has to execute it.
   *
   * @return false when it is cancelled and must not be executed again
   */
  final boolean unclaim() {
    return STATUS.compareAndSet(this, EXECUTE, READY);
  }

  /** To PENDING: the outcome is there and goes to the context. */
  protected final void executed() {
    int s;
    do {
      s = status;
    } while (!STATUS.compareAndSet(this, s, PENDING | s & (CANCELLED | DISOWNED)));
    completions.offer(this);
  }

  /** PENDING → RESULT → DONE, on the context. */
  final void deliver() {
    int s;
    do {
      s = status;
    } while (!STATUS.compareAndSet(this, s, RESULT));
    engine.outstanding().leave((s & DISOWNED) != 0);
    try {
      if ((s & CANCELLED) != 0) {
        dropOutcome();
        tryFail(cancellation());
      } else {
        complete();
      }
    } catch (RejectedExecutionException e) {
      // The listener's context has ended; there is nobody left to tell.
    } finally {
      status = DONE;
      Membership owner = group;
      if (owner != null) {
        owner.memberDone(this);
      }
      engine.outstanding().settle();
    }
  }

  /**
   * Cancels it, and fails its future even while it executes: on its context, soon. What it holds is
   * given back when it is executed, and its outcome is dropped then.
   */
  final void disown() {
    cancel();
    int s;
    do {
      s = status;
      if ((s & STATE) != EXECUTE || (s & CANCELLED) == 0 || (s & DISOWNED) != 0) {
        // Over, about to be told that it is cancelled, or one that cannot be.
        return;
      }
    } while (!STATUS.compareAndSet(this, s, s | DISOWNED));
    engine.outstanding().disown();
    Contexts.runLater(context(), this::failDisowned);
  }

  private void failDisowned() {
    tryFail(cancellation());
    Membership owner = group;
    if (owner != null) {
      owner.memberDisowned(this);
    }
    engine.outstanding().settle();
  }

  private static CancellationException cancellation() {
    return new CancellationException("cancelled");
  }

  /** The engine begins to close: one that makes others stops doing so. */
  protected void engineCloses() {}

  /** Completes the future with the outcome. */
  protected abstract void complete();

  /** Disposes of an outcome that nobody will get. */
  protected abstract void dropOutcome();

  /** Cancelled in READY: takes it out of its queue; sees to it that {@link #executed} is called. */
  protected abstract void withdraw();

  /** Cancelled in EXECUTE: asks for an early end. */
  protected abstract void interrupt();

  /** Whether it was cancelled. */
  protected final boolean isCancelled() {
    return (status & CANCELLED) != 0;
  }

  @Override
  public final RequestState state() {
    return STATES[status & STATE];
  }

  @Override
  public boolean cancel() {
    while (true) {
      int s = status;
      int state = s & STATE;
      if ((s & CANCELLED) != 0 || state >= RESULT) {
        return false;
      }
      if (STATUS.compareAndSet(this, s, s | CANCELLED)) {
        if (state == READY) {
          withdraw();
        } else if (state == EXECUTE) {
          interrupt();
        }
        return true;
      }
    }
  }

  @Override
  public final AioRequest<T> handler(Handler<AsyncResult<T>> newHandler) {
    if ((status & STATE) >= RESULT) {
      if (newHandler != null) {
        onComplete(newHandler);
      }
      return this;
    }
    handler = newHandler;
    boolean first;
    synchronized (this) {
      first = !listening;
      listening = true;
    }
    if (first) {
      addListener((result, failure) -> callHandler());
    }
    return this;
  }

  private void callHandler() {
    Handler<AsyncResult<T>> current = handler;
    if (current != null) {
      current.handle(this);
    }
  }

  /**
   * Puts it into a group.
   *
   * @throws IllegalStateException when it is in one already
   */
  public final synchronized void join(Membership owner) {
    if (group != null) {
      throw new IllegalStateException("the request is in a group already");
    }
    group = owner;
  }

  /** The group that it is in, or {@code null}. */
  protected final Membership group() {
    return group;
  }

  /** Whether it is over, so that a group that it joins would not be told. */
  public final boolean isDone() {
    return (status & STATE) == DONE;
  }
}
