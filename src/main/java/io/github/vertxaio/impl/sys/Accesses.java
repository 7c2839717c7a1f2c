package io.github.vertxaio.impl.sys;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Counts the accesses that threads of Java are making to some memory. Who takes memory or rights
 * away first says so where accesses look, then waits here until those are over that looked before.
 *
 * <p>An access never waits. There are two counts, used in turn, so that accesses that begin during
 * the wait do not lengthen it.
 */
final class Accesses {
  private static final int SPINS = 200;
  private static final long PAUSE_NANOS = 20_000;

  private final AtomicInteger even = new AtomicInteger();
  private final AtomicInteger odd = new AtomicInteger();
  private volatile int turn;

  /** Begins an access; what it gives is for {@link #exit}. What it may do is looked up after it. */
  AtomicInteger enter() {
    while (true) {
      int now = turn;
      AtomicInteger count = count(now);
      count.incrementAndGet();
      // Otherwise the waiting for this count may be over already.
      if ((turn - now & 1) == 0) {
        return count;
      }
      count.decrementAndGet();
    }
  }

  private AtomicInteger count(int ofTurn) {
    return (ofTurn & 1) == 0 ? even : odd;
  }

  /** Ends an access. */
  void exit(AtomicInteger entered) {
    entered.decrementAndGet();
  }

  /** Waits for the accesses that have begun; on a thread that may wait, outside of accesses. */
  synchronized void awaitEarlier() {
    int now = turn;
    turn = now + 1;
    AtomicInteger count = count(now);
    for (int i = 0; count.get() != 0; i++) {
      if (i < SPINS) {
        Thread.onSpinWait();
      } else {
        LockSupport.parkNanos(this, PAUSE_NANOS);
      }
    }
  }
}
