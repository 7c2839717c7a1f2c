package io.github.vertxaio;

import java.util.Objects;

/** The choices and limits that an engine starts with. */
public final class AioOptions {
  /** Default of {@link #getEngine()}. */
  public static final Engine DEFAULT_ENGINE = Engine.AUTO;

  /** Default of {@link #getMaxParallel()}: 8 worker threads. */
  public static final int DEFAULT_MAX_PARALLEL = 8;

  /** Default of {@link #getMaxIdle()}: 4 threads. */
  public static final int DEFAULT_MAX_IDLE = 4;

  /** Default of {@link #getIdleTimeout()}: 10 seconds. */
  public static final long DEFAULT_IDLE_TIMEOUT = 10_000;

  /** Default of {@link #getMaxPollReqs()}: 256 results. */
  public static final int DEFAULT_MAX_POLL_REQS = 256;

  /** Default of {@link #getMaxPollTime()}: 500 microseconds. */
  public static final long DEFAULT_MAX_POLL_TIME = 500_000;

  /** Default of {@link #getMaxOutstanding()}: no bound in practice. */
  public static final int DEFAULT_MAX_OUTSTANDING = Integer.MAX_VALUE;

  /** Default of {@link #getMaxInlineBytes()}: 64 KiB. */
  public static final int DEFAULT_MAX_INLINE_BYTES = 64 * 1024;

  /** Default of {@link #getRingDepth()}: 256 requests. */
  public static final int DEFAULT_RING_DEPTH = 256;

  private Engine engine = DEFAULT_ENGINE;
  private int maxParallel = DEFAULT_MAX_PARALLEL;
  private int maxIdle = DEFAULT_MAX_IDLE;
  private long idleTimeout = DEFAULT_IDLE_TIMEOUT;
  private int maxPollReqs = DEFAULT_MAX_POLL_REQS;
  private long maxPollTime = DEFAULT_MAX_POLL_TIME;
  private int maxOutstanding = DEFAULT_MAX_OUTSTANDING;
  private int maxInlineBytes = DEFAULT_MAX_INLINE_BYTES;
  private int ringDepth = DEFAULT_RING_DEPTH;

  /** Makes options with the defaults. */
  public AioOptions() {}

  /**
   * Makes a copy.
   *
   * @param other the options to copy
   */
  public AioOptions(AioOptions other) {
    engine = other.engine;
    maxParallel = other.maxParallel;
    maxIdle = other.maxIdle;
    idleTimeout = other.idleTimeout;
    maxPollReqs = other.maxPollReqs;
    maxPollTime = other.maxPollTime;
    maxOutstanding = other.maxOutstanding;
    maxInlineBytes = other.maxInlineBytes;
    ringDepth = other.ringDepth;
  }

  /**
   * Where requests may be executed.
   *
   * @return the engine
   */
  public Engine getEngine() {
    return engine;
  }

  /**
   * Sets where requests may be executed.
   *
   * @param engine the engine
   * @return this
   */
  public AioOptions setEngine(Engine engine) {
    this.engine = Objects.requireNonNull(engine, "engine");
    return this;
  }

  /**
   * How many worker threads may run at once.
   *
   * @return the number
   */
  public int getMaxParallel() {
    return maxParallel;
  }

  /**
   * Sets how many worker threads may run at once; see {@link AioLimits#maxParallel}.
   *
   * @param maxParallel at least 0
   * @return this
   */
  public AioOptions setMaxParallel(int maxParallel) {
    this.maxParallel = (int) atLeast(0, maxParallel, "maxParallel");
    return this;
  }

  /**
   * How many worker threads may stay idle beyond the idle timeout.
   *
   * @return the number
   */
  public int getMaxIdle() {
    return maxIdle;
  }

  /**
   * Sets how many worker threads may stay idle beyond the idle timeout.
   *
   * @param maxIdle at least 0
   * @return this
   */
  public AioOptions setMaxIdle(int maxIdle) {
    this.maxIdle = (int) atLeast(0, maxIdle, "maxIdle");
    return this;
  }

  /**
   * How long a thread is idle before it may end.
   *
   * @return milliseconds
   */
  public long getIdleTimeout() {
    return idleTimeout;
  }

  /**
   * Sets how long a thread is idle before it may end.
   *
   * @param idleTimeoutMillis at least 0
   * @return this
   */
  public AioOptions setIdleTimeout(long idleTimeoutMillis) {
    this.idleTimeout = atLeast(0, idleTimeoutMillis, "idleTimeout");
    return this;
  }

  /**
   * How many results one turn of an event loop delivers at the most.
   *
   * @return the number
   */
  public int getMaxPollReqs() {
    return maxPollReqs;
  }

  /**
   * Sets how many results one turn of an event loop delivers at the most.
   *
   * @param maxPollReqs at least 1
   * @return this
   */
  public AioOptions setMaxPollReqs(int maxPollReqs) {
    this.maxPollReqs = (int) atLeast(1, maxPollReqs, "maxPollReqs");
    return this;
  }

  /**
   * For how long one turn of an event loop delivers results.
   *
   * @return nanoseconds, 0 for no bound
   */
  public long getMaxPollTime() {
    return maxPollTime;
  }

  /**
   * Sets for how long one turn of an event loop delivers results.
   *
   * @param maxPollTimeNanos at least 0; 0 for no bound
   * @return this
   */
  public AioOptions setMaxPollTime(long maxPollTimeNanos) {
    this.maxPollTime = atLeast(0, maxPollTimeNanos, "maxPollTime");
    return this;
  }

  /**
   * The number of outstanding requests at which {@link Aio#backpressure} makes callers wait.
   *
   * @return the number
   */
  public int getMaxOutstanding() {
    return maxOutstanding;
  }

  /**
   * Sets the number of outstanding requests at which {@link Aio#backpressure} makes callers wait.
   *
   * @param maxOutstanding at least 1
   * @return this
   */
  public AioOptions setMaxOutstanding(int maxOutstanding) {
    this.maxOutstanding = (int) atLeast(1, maxOutstanding, "maxOutstanding");
    return this;
  }

  /**
   * The largest read that may be answered from the page cache on the event loop itself.
   *
   * @return bytes, 0 when none may
   */
  public int getMaxInlineBytes() {
    return maxInlineBytes;
  }

  /**
   * Sets the largest read that may be answered from the page cache on the event loop itself.
   * Copying 64 KiB takes some ten microseconds.
   *
   * @param maxInlineBytes at least 0
   * @return this
   */
  public AioOptions setMaxInlineBytes(int maxInlineBytes) {
    this.maxInlineBytes = (int) atLeast(0, maxInlineBytes, "maxInlineBytes");
    return this;
  }

  /**
   * How many requests one event loop has on its ring at once; more wait in a queue.
   *
   * @return the number
   */
  public int getRingDepth() {
    return ringDepth;
  }

  /**
   * Sets how many requests one event loop has on its ring at once.
   *
   * @param ringDepth 1 to 2048, half of the completion queue that Netty gives a loop
   * @return this
   */
  public AioOptions setRingDepth(int ringDepth) {
    if (ringDepth > 2048) {
      throw new IllegalArgumentException("ringDepth: " + ringDepth + " (expected: 1 to 2048)");
    }
    this.ringDepth = (int) atLeast(1, ringDepth, "ringDepth");
    return this;
  }

  private static long atLeast(long least, long value, String name) {
    if (value < least) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: >= " + least + ")");
    }
    return value;
  }
}
