package io.github.vertxaio.impl.vertx;

import io.github.vertxaio.AioRequest;
import io.vertx.core.Context;
import io.vertx.core.impl.future.FutureImpl;
import io.vertx.core.internal.ContextInternal;

/**
 * The Vert.x side of a request. Vert.x's own operators cast the futures that they are given to its
 * base class, so a request is one of its futures by inheritance; see ADR 2.
 *
 * @param <T> the type of the result
 */
public abstract class RequestFuture<T> extends FutureImpl<T> implements AioRequest<T> {
  /**
   * A future that completes on a context.
   *
   * @param context the context, or {@code null} for whatever thread completes it
   */
  protected RequestFuture(Context context) {
    super((ContextInternal) context);
  }
}
