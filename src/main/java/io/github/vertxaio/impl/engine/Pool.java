package io.github.vertxaio.impl.engine;

import io.github.vertxaio.impl.vertx.Log;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The worker threads and the queue they serve, in strict order of priority.
 *
 * <p>Threads are started and woken on demand, and one by one. As many as there are processors
 * beside the event loop's are woken at once. Whether more are of use depends on what the requests
 * do: threads that wait for a device are, threads that compete for the processors make everything
 * slower. So one thread <em>watches</em> for as long as the queue is not empty: it looks every so
 * often, and joins the work when the others are slow or stuck; see {@link Pace}.
 */
final class Pool implements Place {
  private static final int EAGER = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

  /** What a worker is told to do when it asks. */
  enum Order {
    /** Execute {@link Worker#request}. */
    EXECUTE,
    /** Wait until it is signalled. */
    WAIT,
    /** Look again in a moment. */
    WATCH,
    /** End: it is no longer one of the pool's. */
    END
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Lanes ready = new Lanes();
  private final ArrayDeque<Worker> idle = new ArrayDeque<>();
  private final List<Worker> workers = new ArrayList<>();
  private final Pace pace = new Pace();
  private Limits limits;
  private Worker waking;
  private Worker watcher;
  private boolean closed;
  private int started;

  /** Sets the limits; before anything else. */
  void limits(Limits newLimits) {
    limits = newLimits;
  }

  Limits limits() {
    return limits;
  }

  @Override
  public void submit(Request<?> request) {
    Worker next;
    lock.lock();
    try {
      ready.add(request);
      next = wakeOne();
    } finally {
      lock.unlock();
    }
    signal(next);
  }

  /** How many threads execute something; under the lock. */
  private int active() {
    return workers.size() - idle.size() - (watcher == null ? 0 : 1);
  }

  /** Chooses the thread that is to look at the queue next, if one has to; under the lock. */
  private Worker wakeOne() {
    if (waking != null || ready.size() == 0 || workers.size() > limits.parallel()) {
      return null;
    }
    boolean watch = active() >= EAGER;
    if (watch && watcher != null) {
      return null;
    }
    Worker worker = idle.pollFirst();
    if (worker == null && workers.size() < limits.parallel()) {
      worker = new Worker(this, ++started);
      workers.add(worker);
    }
    if (watch) {
      watcher = worker;
      pace.begin();
    } else {
      waking = worker;
    }
    return worker;
  }

  private void signal(Worker worker) {
    if (worker == null) {
      return;
    }
    try {
      worker.signal();
    } catch (OutOfMemoryError e) {
      cannotStart(worker, e);
    }
  }

  /** The system refuses another thread: those that run, or the next request, try on. */
  private void cannotStart(Worker worker, OutOfMemoryError cause) {
    lock.lock();
    try {
      forget(worker);
    } finally {
      lock.unlock();
    }
    Log.warn("cannot start a worker thread; " + workers.size() + " are running", cause);
  }

  /**
   * Gives up the threads that execute something, for new ones to take their place; they end when
   * their calls do. Hands out all requests, queued and executing, on the thread that calls.
   */
  void disownAll(Consumer<Request<?>> action) {
    List<Request<?>> all = new ArrayList<>();
    lock.lock();
    try {
      ready.forEach(all::add);
      for (Worker worker : List.copyOf(workers)) {
        Request<?> executing = worker.request;
        if (executing != null) {
          all.add(executing);
          worker.disowned = true;
          forget(worker);
        }
      }
    } finally {
      lock.unlock();
    }
    all.forEach(action);
    adjust();
  }

  private void forget(Worker worker) {
    workers.remove(worker);
    idle.remove(worker);
    waking = waking == worker ? null : waking;
    watcher = watcher == worker ? null : watcher;
  }

  /**
   * Tells a worker what to do next.
   *
   * @param timedOut whether it has waited for as long as the idle timeout
   */
  Order next(Worker worker, boolean timedOut) {
    Worker next;
    Order order;
    lock.lock();
    try {
      waking = waking == worker ? null : waking;
      order = order(worker, timedOut);
      next = wakeOne();
    } finally {
      lock.unlock();
    }
    signal(next);
    return order;
  }

  private Order order(Worker worker, boolean timedOut) {
    if (worker.disowned || workers.size() > limits.parallel()) {
      forget(worker);
      return Order.END;
    }
    if (worker == watcher) {
      if (pace.isGood(ready.size() == 0, active())) {
        return Order.WATCH;
      }
      watcher = null;
    }
    idle.remove(worker);
    Request<?> request = ready.poll();
    if (request != null) {
      pace.taken();
      worker.request = request;
      return Order.EXECUTE;
    }
    if (closed || timedOut && idle.size() >= limits.maxIdle()) {
      forget(worker);
      return Order.END;
    }
    idle.addFirst(worker);
    return Order.WAIT;
  }

  /** The time between two looks of the watching worker. */
  long watchNanos() {
    return pace.intervalNanos();
  }

  /** The limits have changed, or the pool is closed: starts what may run, ends what may not. */
  void adjust() {
    List<Worker> waiting;
    Worker next;
    lock.lock();
    try {
      waiting = new ArrayList<>(idle);
      next = wakeOne();
    } finally {
      lock.unlock();
    }
    signal(next);
    waiting.forEach(Worker::signal);
  }

  @Override
  public boolean withdraw(Request<?> request) {
    lock.lock();
    try {
      return ready.remove(request);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void interrupt(Request<?> request) {
    // A blocking call runs to its end; its result is dropped when it is delivered.
  }

  /** Lets the threads end when the queue is empty. */
  void close() {
    lock.lock();
    try {
      closed = true;
    } finally {
      lock.unlock();
    }
    adjust();
  }

  int nready() {
    return ready.size();
  }

  int nthreads() {
    lock.lock();
    try {
      return workers.size();
    } finally {
      lock.unlock();
    }
  }
}
