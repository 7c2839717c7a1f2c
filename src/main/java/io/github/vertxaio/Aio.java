package io.github.vertxaio;

import io.github.vertxaio.impl.AioFactory;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/**
 * Asynchronous file requests for Vert.x.
 *
 * <p>An {@code Aio} is a cheap immutable view of the one engine that all of a {@link Vertx} share:
 * {@code aio.priority(2).at(wd).stat("x")} makes two more views and one request. It may be used
 * from every thread.
 *
 * <h2>Contract of every request</h2>
 *
 * <ul>
 *   <li>The result arrives on the Vert.x context that made the call, or, from a plain thread, on
 *       one that Vert.x gives it. Nothing is ever called back inside the call that submits.
 *   <li>Paths are bytes to the kernel; see {@link PathBytes}. A path with a NUL byte fails with
 *       {@link Errno#EINVAL}, an empty one with {@link Errno#ENOENT}, one of more than 4095 bytes
 *       with {@link Errno#ENAMETOOLONG}. A {@code null} throws {@link NullPointerException}.
 *   <li>A failed call fails the future with an {@link AioException} that has its errno.
 *   <li>EINTR is retried. Flags that the kernel does not know come back as its own errors.
 *   <li>After {@link #close()} of the last {@code Aio} of a {@code Vertx}, requests fail with
 *       {@link IllegalStateException}.
 * </ul>
 */
public interface Aio extends PathRequests, MemoryRequests {

  /**
   * Gives access to the engine of a {@code Vertx}, with default options when it is the first.
   *
   * @param vertx the instance whose contexts make the requests
   * @return a view with priority 0 and no working directory
   */
  static Aio create(Vertx vertx) {
    return AioFactory.create(vertx, null);
  }

  /**
   * Gives access to the engine of a {@code Vertx}. The first call for a {@code Vertx} sets its
   * options; later ones share the running engine and their options are not used.
   *
   * <p>Made in a verticle it is closed after the verticle's {@code stop()}; made elsewhere it lives
   * until {@link #close()} or until the {@code Vertx} has closed.
   *
   * @param vertx the instance whose contexts make the requests
   * @param options limits and choices of the engine
   * @return a view with priority 0 and no working directory
   */
  static Aio create(Vertx vertx, AioOptions options) {
    return AioFactory.create(vertx, options);
  }

  /**
   * A view whose requests have this priority. Requests of a higher priority leave the queue first,
   * those of one priority in the order in which they were made.
   *
   * @param priority −4 to 4, clamped into that range; the default is 0
   * @return the view
   */
  Aio priority(int priority);

  /**
   * A view whose requests are nicer: the priority of this view minus the adjustment.
   *
   * @param adjustment subtracted from the priority; the result is clamped to −4 to 4
   * @return the view
   */
  Aio nice(int adjustment);

  /**
   * The priority of requests made through this view.
   *
   * @return −4 to 4
   */
  int priority();

  /**
   * A view whose relative paths start in a directory. Absolute paths ignore it.
   *
   * @param wd the directory; {@link WorkingDirectory#CWD} for the process's own; with {@code null},
   *     which is what a failed {@link #wd} leaves behind, relative paths fail with {@link
   *     Errno#ENOENT}
   * @return the view
   */
  Aio at(WorkingDirectory wd);

  /**
   * nop—does nothing, but goes through the queue and a worker like any other request. Useful to
   * measure the latency of the engine or to mark a place in the queue.
   *
   * @return completed with {@code null}
   */
  AioRequest<Void> nop();

  /**
   * busy—keeps one worker thread asleep. For tests and measurements under artificial load.
   *
   * @param nanos how long, in nanoseconds
   * @return completed with {@code null} when the time is over
   * @throws IllegalArgumentException when the time is negative
   */
  AioRequest<Void> busy(long nanos);

  /**
   * sync—brings all file systems to their devices, which may take long.
   *
   * @return completed with {@code null} when they are written; never fails, so that errors stay
   *     unknown: see {@link AioFile#syncfs}. Source: {@code man 2 sync}
   */
  AioRequest<Void> sync();

  /**
   * Makes an empty group with the priority of this view.
   *
   * <p>A group that gets no request before the event loop returns to its queue finishes at once, so
   * requests are added in the same handler that made it. Groups are used from the context that made
   * them.
   *
   * @param <T> the type of the group's result
   * @return the group
   */
  <T> AioGroup<T> group();

  /**
   * Waits until no request of the engine is outstanding.
   *
   * @return completed when {@link #nreqs()} was 0
   */
  Future<Void> flush();

  /**
   * Waits for room: completed when fewer than {@link AioOptions#getMaxOutstanding} requests are
   * outstanding, at once when that is so now. A producer that composes on it keeps the queue short
   * without ever blocking its loop; an {@link AioGroup#feed feeder} does so more exactly.
   *
   * <p>When there is room a handler on the same context runs at once: a producer that calls itself
   * from there overflows the stack, so it has to be a loop that waits only while the future is not
   * complete.
   *
   * @return completed when there is room
   */
  Future<Void> backpressure();

  /**
   * The engine's limits, which may be changed while it runs.
   *
   * @return the same object for every view
   */
  AioLimits limits();

  /**
   * Tells what runs where and, where the ring is not used, why.
   *
   * @return a snapshot
   */
  EngineInfo engineInfo();

  /**
   * Requests that are not done: ready, executing, pending or in their result phase.
   *
   * @return their number, groups included
   */
  int nreqs();

  /**
   * Requests that wait for a worker or for the ring.
   *
   * @return their number
   */
  int nready();

  /**
   * Requests that are executed and whose result is not delivered.
   *
   * @return their number
   */
  int npending();

  /**
   * Worker threads that are alive.
   *
   * @return their number
   */
  int nthreads();

  /**
   * reinit—abandons all requests of the engine and the threads that execute them, and goes on with
   * new ones. For a program whose requests wait for a device or a server that no longer answers.
   *
   * <p>Requests that wait are never executed. Those that execute are asked to end where that can be
   * done, which is on a ring. Whatever still executes keeps its thread, its descriptors and its
   * buffers until the kernel returns; then they are given back and the result is dropped. A buffer
   * of the caller must therefore not be used again. The threads count no more for {@link #nthreads}
   * and {@link AioOptions#getMaxParallel}.
   *
   * <p>A close is not abandoned, and completes when nothing uses its descriptor any more. Requests
   * that are complete but for their handlers may still succeed. Requests at the current position of
   * a file wait for one that was abandoned there. {@link #close()} waits for what executes.
   *
   * @return completed when the futures of the requests have failed, each with a {@link
   *     java.util.concurrent.CancellationException} and on its own context
   */
  Future<Void> reinit();

  /**
   * Gives this access back. The last one closes the engine: it executes what is queued, delivers
   * the results, ends its threads and fails later requests. Closing a second time does nothing.
   *
   * @return completed when, for the last access, the engine has ended; otherwise at once
   */
  Future<Void> close();
}
