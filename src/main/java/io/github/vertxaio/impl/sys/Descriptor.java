package io.github.vertxaio.impl.sys;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * An open file descriptor with one owner and a count of the calls that use it.
 *
 * <p>{@link #acquire} and {@link #release} stand around every use. {@link #retire} ends the
 * acquiring and leaves an action that runs once nothing uses the number any more: at once, or in
 * the release of the last use. That action closes it, so it is closed once, after its last use, and
 * no call meets a number that was used again.
 */
public final class Descriptor {
  private static final int RETIRED = Integer.MIN_VALUE;

  private final int fd;
  private final boolean readOnly;
  private final AtomicInteger uses = new AtomicInteger();
  private Runnable whenUnused;

  /**
   * Takes ownership of an open descriptor.
   *
   * @param readOnly whether nothing can be written through it, so that closing it finishes nothing
   */
  public Descriptor(int fd, boolean readOnly) {
    this.fd = fd;
    this.readOnly = readOnly;
  }

  /** The number; only between acquire and release, or in the action of {@link #retire}. */
  public int fd() {
    return fd;
  }

  /** Whether nothing can be written through it. */
  public boolean isReadOnly() {
    return readOnly;
  }

  /** Begins a use; false when the descriptor is retired. */
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

  /** Begins a further use within one that has not ended, whether or not it is retired. */
  public void acquireAgain() {
    uses.incrementAndGet();
  }

  /** Ends a use. */
  public void release() {
    if (uses.decrementAndGet() == RETIRED) {
      whenUnused.run();
    }
  }

  /**
   * Ends the acquiring.
   *
   * @param action run once when nothing uses the descriptor: here, or in the last release
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
