package io.github.vertxaio.impl.engine;

import io.vertx.core.Context;
import io.vertx.core.Future;

/**
 * A request whose outcome is that of a future, on a context of its own.
 *
 * @param <T> the type of the result
 */
public final class FollowingRequest<T> extends AbstractRequest<T> {
  private T result;
  private Throwable failure;

  private FollowingRequest(Context context, RequestEngine engine, Completions completions) {
    super(context, engine, completions);
  }

  /** Follows a future, on the context of the caller. */
  public static <T> FollowingRequest<T> of(RequestEngine engine, Future<T> future) {
    Context context = engine.context();
    FollowingRequest<T> request =
        new FollowingRequest<>(context, engine, engine.completions(context));
    engine.outstanding().enter();
    request.claim();
    future.onComplete(request::settle);
    return request;
  }

  private void settle(T newResult, Throwable newFailure) {
    result = newResult;
    failure = newFailure;
    executed();
  }

  @Override
  protected void complete() {
    if (failure != null) {
      tryFail(failure);
    } else {
      tryComplete(result);
    }
  }

  @Override
  protected void dropOutcome() {
    result = null;
  }

  @Override
  protected void withdraw() {
    throw new IllegalStateException("it is never in a queue");
  }

  @Override
  protected void interrupt() {
    // What is followed goes on; only this outcome is dropped.
  }
}
