package io.github.vertxaio;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;

/**
 * One asynchronous call on its way: a {@link Future} of its result that can also be cancelled and
 * asked where it is.
 *
 * <p>Who only wants the result uses it as any other Vert.x future: it completes on the context that
 * made the request, never inside the call that made it. Results and failures arrive on the
 * event-loop, worker or virtual thread of that context.
 *
 * @param <T> the type of the result
 */
public interface AioRequest<T> extends Future<T> {

  /**
   * Tells where the request is in its life.
   *
   * @return the state at the moment of the call; it may have moved on when the caller looks at it
   */
  RequestState state();

  /**
   * Cancels the request. The future then fails with a {@link
   * java.util.concurrent.CancellationException}, on its context and never inside this call.
   *
   * <ul>
   *   <li>{@link RequestState#READY}: it never executes.
   *   <li>{@link RequestState#EXECUTE} on the ring: the kernel is asked to stop it.
   *   <li>{@link RequestState#EXECUTE} on a worker: the call runs to its end, its result is dropped
   *       and what it acquired (a descriptor, memory) is released.
   *   <li>{@link RequestState#PENDING}: the result is dropped likewise.
   * </ul>
   *
   * <p>The future fails only when the kernel has let go of the request's buffers and descriptors,
   * so a buffer may be used again as soon as the future is complete. A write or rename that was
   * already executing may have taken effect.
   *
   * @return {@code true} when the request will fail as cancelled, {@code false} when it was
   *     cancelled before or its result is already being delivered
   */
  boolean cancel();

  /**
   * Sets or replaces the one handler that is called with the outcome, ahead of listeners that are
   * added later. May be replaced until the request reaches {@link RequestState#RESULT}; after that
   * the new handler is called at once with the known outcome, as {@link #onComplete} does.
   *
   * @param handler called on the context of the request, or {@code null} for none
   * @return this request
   */
  AioRequest<T> handler(Handler<AsyncResult<T>> handler);
}
