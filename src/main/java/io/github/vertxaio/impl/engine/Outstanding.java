package io.github.vertxaio.impl.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests that are not done, and tells those who wait for them to become few. */
public final class Outstanding {
  /**
   * Somebody who waits.
   *
   * @param forAll also for those that are disowned
   */
  private record Waiter(int below, boolean forAll, Runnable action) {}

  private final AtomicInteger count = new AtomicInteger();
  private final AtomicInteger disowned = new AtomicInteger();
  private final List<Waiter> waiters = new ArrayList<>();
  private volatile boolean waited;

  /** A request begins. */
  public void enter() {
    count.incrementAndGet();
  }

  /** A request is about to be delivered, or dropped if nobody waits for it any more. */
  void leave(boolean wasDisowned) {
    if (wasDisowned) {
      disowned.decrementAndGet();
    }
    count.decrementAndGet();
  }

  /** Nobody waits for a request any more, though it still executes. */
  void disown() {
    disowned.incrementAndGet();
  }

  /** A request that began was never sent. */
  void forget() {
    leave(false);
    settle();
  }

  /** A request was delivered: those who waited for that are told. */
  void settle() {
    if (waited) {
      wake();
    }
  }

  /** How many there are that somebody waits for. */
  public int count() {
    return count.get() - disowned.get();
  }

  /** Runs an action when nothing executes any more, disowned or not; at once if that is so now. */
  void whenNone(Runnable action) {
    add(new Waiter(1, true, action));
  }

  /** Runs an action when fewer than so many are outstanding; at once if that is so now. */
  public void whenBelow(int limit, Runnable action) {
    add(new Waiter(limit, false, action));
  }

  private void add(Waiter waiter) {
    synchronized (waiters) {
      waiters.add(waiter);
      waited = true;
    }
    wake();
  }

  private void wake() {
    List<Runnable> ready = new ArrayList<>();
    synchronized (waiters) {
      int all = count.get();
      int now = count();
      for (Iterator<Waiter> i = waiters.iterator(); i.hasNext(); ) {
        Waiter waiter = i.next();
        if ((waiter.forAll ? all : now) < waiter.below) {
          i.remove();
          ready.add(waiter.action);
        }
      }
      waited = !waiters.isEmpty();
    }
    ready.forEach(Outstanding::tell);
  }

  private static void tell(Runnable action) {
    try {
      action.run();
    } catch (RejectedExecutionException e) {
      // This one's event loop has ended; the others are told all the same.
    }
  }
}
