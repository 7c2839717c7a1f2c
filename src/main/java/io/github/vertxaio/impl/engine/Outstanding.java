package io.github.vertxaio.impl.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests that are not done, and tells those who wait for them to become few. */
public final class Outstanding {
  private record Waiter(int below, Runnable action) {}

  private final AtomicInteger count = new AtomicInteger();
  private final List<Waiter> waiters = new ArrayList<>();
  private volatile boolean waited;

  /** A request begins. */
  public void enter() {
    count.incrementAndGet();
  }

  /** A request is about to be delivered. */
  void leave() {
    count.decrementAndGet();
  }

  /** A request that began was never sent. */
  void forget() {
    leave();
    settle();
  }

  /** A request was delivered: those who waited for that are told. */
  void settle() {
    if (waited) {
      wake();
    }
  }

  /** How many there are. */
  public int count() {
    return count.get();
  }

  /** Runs an action when fewer than so many are outstanding; at once if that is so now. */
  public void whenBelow(int limit, Runnable action) {
    synchronized (waiters) {
      waiters.add(new Waiter(limit, action));
      waited = true;
    }
    wake();
  }

  private void wake() {
    List<Runnable> ready = new ArrayList<>();
    synchronized (waiters) {
      int now = count.get();
      for (Iterator<Waiter> i = waiters.iterator(); i.hasNext(); ) {
        Waiter waiter = i.next();
        if (now < waiter.below) {
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
