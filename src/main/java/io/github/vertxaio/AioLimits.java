package io.github.vertxaio;

/**
 * The limits of a running engine. They start as {@link AioOptions} says and may be changed from any
 * thread at any time; every {@link Aio} of the same {@code Vertx} sees the change.
 */
public interface AioLimits {

  /**
   * Allows at least this many worker threads: raises the number when it is lower.
   *
   * @param threads at least 0
   * @return this
   * @throws IllegalArgumentException when it is negative
   */
  AioLimits minParallel(int threads);

  /**
   * Allows at most this many worker threads: lowers the number when it is higher. With 0 requests
   * for workers wait in the queue until {@link #minParallel} raises it again. Threads that are too
   * many end after their current request.
   *
   * @param threads at least 0
   * @return this
   * @throws IllegalArgumentException when it is negative
   */
  AioLimits maxParallel(int threads);

  /**
   * How many worker threads may run at present.
   *
   * @return the number that the last of {@link #minParallel} and {@link #maxParallel} left
   */
  int parallel();

  /**
   * Sets how many threads may be idle beyond the idle timeout.
   *
   * @param threads at least 0
   * @return this
   * @throws IllegalArgumentException when it is negative
   */
  AioLimits maxIdle(int threads);

  /**
   * Sets how long a thread is idle before it may end.
   *
   * @param millis in milliseconds, at least 0
   * @return this
   * @throws IllegalArgumentException when it is negative
   */
  AioLimits idleTimeout(long millis);

  /**
   * Sets how many results one turn of an event loop delivers at the most; the rest continues after
   * the loop has looked after its other work.
   *
   * @param requests at least 1
   * @return this
   * @throws IllegalArgumentException when it is less
   */
  AioLimits maxPollReqs(int requests);

  /**
   * Sets for how long one turn of an event loop delivers results.
   *
   * @param nanos in nanoseconds, 0 for no bound
   * @return this
   * @throws IllegalArgumentException when it is negative
   */
  AioLimits maxPollTime(long nanos);

  /**
   * Sets the number of outstanding requests at which {@link Aio#backpressure} makes callers wait.
   *
   * @param requests at least 1
   * @return this
   * @throws IllegalArgumentException when it is less
   */
  AioLimits maxOutstanding(int requests);
}
