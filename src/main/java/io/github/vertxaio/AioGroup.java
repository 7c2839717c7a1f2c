package io.github.vertxaio;

import io.vertx.core.Handler;

/**
 * A request that is made of other requests: it is complete when all of them are done.
 *
 * <p>Made by {@link Aio#group} and used from the context that made it. Requests are added until the
 * group finishes, also by the handlers of its own requests; a group can be added to another one.
 * Failures of members do not fail the group: whoever adds a request looks at its outcome and calls
 * {@link #fail} or {@link #result}. By default the group succeeds with {@code null}.
 *
 * <p>{@link #cancel} cancels the members and the group, which then fails with a {@link
 * java.util.concurrent.CancellationException} when the last of them is done.
 *
 * @param <T> the type of the group's result
 */
public interface AioGroup<T> extends AioRequest<T> {

  /**
   * Adds a request.
   *
   * @param request a request of the same engine that is in no other group
   * @param <R> the type of the request
   * @return the request
   * @throws IllegalStateException when this group has finished or is cancelled, or the request is
   *     in another group
   * @throws IllegalArgumentException when the request is this group, or a group that contains it
   */
  <R extends AioRequest<?>> R add(R request);

  /**
   * Sets what the group completes with. The last call of this and {@link #fail} counts.
   *
   * @param result the result
   * @return this group
   */
  AioGroup<T> result(T result);

  /**
   * Sets what the group fails with when its members are done.
   *
   * @param failure the failure
   * @return this group
   */
  AioGroup<T> fail(Throwable failure);

  /**
   * Sets a feeder: called on the group's context whenever fewer than {@link #limit} members are
   * active, to {@link #add} more. When a call adds nothing the feeder is removed. Sets the limit to
   * 2 when it is 0.
   *
   * @param feeder called with this group, never inside this call; {@code null} removes the feeder
   * @return this group
   */
  AioGroup<T> feed(Handler<AioGroup<T>> feeder);

  /**
   * Sets below how many active members the feeder is called. It is a bound for the feeder alone:
   * {@link #add} always adds. With 0 feeding pauses, and a group with a paused feeder stays open.
   *
   * @param limit the number
   * @return this group
   * @throws IllegalArgumentException when it is negative
   */
  AioGroup<T> limit(int limit);

  /**
   * Removes the feeder and cancels all members but not the group, which then finishes with its
   * result. Nothing can be added afterwards.
   *
   * @return this group
   */
  AioGroup<T> cancelSubs();
}
