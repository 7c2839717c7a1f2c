package io.github.vertxaio.impl.engine;

import io.github.vertxaio.AioLimits;
import io.github.vertxaio.AioOptions;

/** The limits of a running engine. */
final class Limits implements AioLimits {
  private final Runnable changed;
  private int parallel;
  private volatile int maxIdle;
  private volatile long idleTimeoutMillis;
  private volatile int maxPollReqs;
  private volatile long maxPollTime;
  private volatile int maxOutstanding;

  /**
   * The limits that an engine starts with.
   *
   * @param changed called when one that concerns the worker threads has changed
   */
  Limits(AioOptions options, Runnable changed) {
    this.changed = changed;
    parallel = options.getMaxParallel();
    maxIdle = options.getMaxIdle();
    idleTimeoutMillis = options.getIdleTimeout();
    maxPollReqs = options.getMaxPollReqs();
    maxPollTime = options.getMaxPollTime();
    maxOutstanding = options.getMaxOutstanding();
  }

  @Override
  public AioLimits minParallel(int threads) {
    atLeast(0, threads, "minParallel");
    return parallel(threads, Math::max);
  }

  @Override
  public AioLimits maxParallel(int threads) {
    atLeast(0, threads, "maxParallel");
    return parallel(threads, Math::min);
  }

  private AioLimits parallel(int threads, java.util.function.IntBinaryOperator choice) {
    synchronized (this) {
      parallel = choice.applyAsInt(parallel, threads);
    }
    changed.run();
    return this;
  }

  @Override
  public synchronized int parallel() {
    return parallel;
  }

  @Override
  public AioLimits maxIdle(int threads) {
    maxIdle = (int) atLeast(0, threads, "maxIdle");
    changed.run();
    return this;
  }

  int maxIdle() {
    return maxIdle;
  }

  @Override
  public AioLimits idleTimeout(long millis) {
    idleTimeoutMillis = atLeast(0, millis, "idleTimeout");
    changed.run();
    return this;
  }

  long idleTimeoutMillis() {
    return idleTimeoutMillis;
  }

  @Override
  public AioLimits maxPollReqs(int requests) {
    maxPollReqs = (int) atLeast(1, requests, "maxPollReqs");
    return this;
  }

  int maxPollReqs() {
    return maxPollReqs;
  }

  @Override
  public AioLimits maxPollTime(long nanos) {
    maxPollTime = atLeast(0, nanos, "maxPollTime");
    return this;
  }

  long maxPollTime() {
    return maxPollTime;
  }

  @Override
  public AioLimits maxOutstanding(int requests) {
    maxOutstanding = (int) atLeast(1, requests, "maxOutstanding");
    return this;
  }

  int maxOutstanding() {
    return maxOutstanding;
  }

  private static long atLeast(long least, long value, String name) {
    if (value < least) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: >= " + least + ")");
    }
    return value;
  }
}
