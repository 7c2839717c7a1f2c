package io.github.vertxaio.impl.sys;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A count of the calls that use something with one owner.
 *
 * <p>{@link #acquire} and {@link #release} stand around every use. {@link #retire} ends the
 * acquiring and leaves an action that runs once nothing uses it any more: at once, or in the
 * release of the last use. That action ends it, so it is ended once, after its last use.
 */
public abstract class Uses {
  private static final int RETIRED = Integer.MIN_VALUE;

  private final AtomicInteger uses = new AtomicInteger();
  private Runnable whenUnused;

  Uses() {}

  /** Begins a use; false when its owner has given it up. */
  public boolean acquire() {
    while (true) {
      int n = uses.get();
      if (n < 0) {
        return false;
      }
      if (uses.compareAndSet(n, n + 1)) {
        return true;
      }
    }
  }

  /** Begins a further use within one that has not ended, whether or not it is given up. */
  public final void acquireAgain() {
    uses.incrementAndGet();
  }

  /** Ends a use. */
  public final void release() {
    if (uses.decrementAndGet() == RETIRED) {
      whenUnused.run();
    }
  }

  /** Whether its owner has given it up. */
  public final boolean isRetired() {
    return uses.get() < 0;
  }

  /**
   * Ends the acquiring.
   *
   * @param action run once when nothing uses it: here, or in the last release
   * @return false when it was retired before; the action is then not used
   */
  public synchronized boolean retire(Runnable action) {
    if (uses.get() < 0) {
      return false;
    }
    // One use of our own, so that no release can reach the action before it is there.
    uses.incrementAndGet();
    whenUnused = action;
    uses.updateAndGet(n -> n | RETIRED);
    release();
    return true;
  }
}
