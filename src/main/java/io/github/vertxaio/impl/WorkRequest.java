package io.github.vertxaio.impl;

import io.github.vertxaio.AioException;
import io.github.vertxaio.AioRequest;
import io.github.vertxaio.impl.engine.AbstractRequest;
import io.github.vertxaio.impl.engine.Request;
import io.github.vertxaio.impl.op.Piece;
import io.github.vertxaio.impl.op.Work;
import io.vertx.core.Context;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A request for some work, made of requests for its pieces. They have the priority of the view, and
 * are cancelled with it. It is complete when nothing of the work is left, neither running nor to be
 * cleaned up.
 *
 * <p>Unlike a group it hears of its parts before anybody else and whatever became of the context,
 * since what the work holds has to be given back in any case.
 *
 * @param <T> the type of the work's result
 */
final class WorkRequest<T> extends AbstractRequest<T> implements AbstractRequest.Membership {
  private final Context context;
  private final int priority;
  private final Work<T> work;
  private final Set<AbstractRequest<?>> running = new HashSet<>();
  private boolean cleaning;
  private Throwable failure;

  private WorkRequest(PathView aio, Context context, Work<T> work) {
    super(context, aio.engine, aio.engine.completions(context));
    this.context = context;
    this.priority = aio.priority;
    this.work = work;
  }

  /** Starts some work. */
  static <T> AioRequest<T> of(PathView aio, Work<T> work) {
    WorkRequest<T> request = new WorkRequest<>(aio, aio.engine.context(), work);
    aio.engine.outstanding().enter();
    request.claim();
    work.disturbedWhen(request::isDisturbed);
    request.begin();
    return request;
  }

  /** Whether the pieces should be short: others wait, or this one is to end. */
  private boolean isDisturbed() {
    return isCancelled() || engine().isClosed() || engine().nready() > 0;
  }

  private void begin() {
    AioException refusal = work.acquire();
    if (refusal != null) {
      failure = refusal;
      executed();
      return;
    }
    synchronized (this) {
      proceed();
    }
  }

  /** Keeps as many pieces under way as the work asks for; with none left it is over. */
  private void proceed() {
    while (failure == null && !isCancelled() && running.size() < work.parallel()) {
      start(engine().submit(context, Piece.next(work), priority, null));
    }
    if (!running.isEmpty()) {
      return;
    }
    if (work.parallel() > 0 && !cleaning) {
      cleaning = true;
      start(engine().cleanUp(context, Piece.cleanUp(work), priority));
    }
    if (running.isEmpty()) {
      settle();
    }
  }

  private void start(Request<Void> piece) {
    running.add(piece);
    piece.join(this);
    if (piece.isDone() && running.remove(piece)) {
      failure = failure == null ? piece.cause() : failure;
    }
  }

  @Override
  public synchronized void memberDone(AbstractRequest<?> piece) {
    if (running.remove(piece)) {
      failure = failure == null ? piece.cause() : failure;
      proceed();
    }
  }

  private void settle() {
    work.release();
    failure = failure == null ? work.failure() : failure;
    executed();
  }

  @Override
  protected void withdraw() {
    interrupt();
  }

  @Override
  protected void interrupt() {
    List<AbstractRequest<?>> pieces;
    synchronized (this) {
      pieces = List.copyOf(running);
    }
    pieces.forEach(AbstractRequest::cancel);
  }

  @Override
  protected void complete() {
    if (failure != null) {
      tryFail(failure);
    } else {
      tryComplete(work.result());
    }
  }

  @Override
  protected void dropOutcome() {}
}
