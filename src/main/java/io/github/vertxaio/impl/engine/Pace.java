package io.github.vertxaio.impl.engine;

import java.util.concurrent.TimeUnit;

/**
 * How fast a pool gets on, as its watching worker sees it: too slow is when the threads at work
 * take less than one request each in five microseconds. Then they wait for something, and another
 * thread helps. Requests that are over sooner only use the processor, which another thread would
 * take from them. Used under the pool's lock.
 */
final class Pace {
  private static final long FIRST_NANOS = TimeUnit.MICROSECONDS.toNanos(50);
  private static final long LONGEST_NANOS = TimeUnit.MICROSECONDS.toNanos(400);
  private static final long SLOW_NANOS = TimeUnit.MICROSECONDS.toNanos(5);

  /** After so many looks at an empty queue the watching worker goes to sleep. */
  private static final int PATIENCE = 8;

  private long taken;
  private long takenBefore;
  private int emptyLooks;
  private volatile long intervalNanos = FIRST_NANOS;

  /** A worker begins to watch. */
  void begin() {
    takenBefore = taken;
    emptyLooks = 0;
    intervalNanos = FIRST_NANOS;
  }

  /** A request was taken out of the queue. */
  void taken() {
    taken++;
  }

  long intervalNanos() {
    return intervalNanos;
  }

  /**
   * Whether the watching worker should go on watching.
   *
   * @param empty whether the queue is empty
   * @param active how many threads are at work
   */
  boolean isGood(boolean empty, int active) {
    long takenMeanwhile = taken - takenBefore;
    takenBefore = taken;
    if (empty) {
      return ++emptyLooks < PATIENCE;
    }
    emptyLooks = 0;
    boolean good = active > 0 && takenMeanwhile * SLOW_NANOS >= intervalNanos * active;
    intervalNanos = Math.min(LONGEST_NANOS, 2 * intervalNanos);
    return good;
  }
}
