package io.github.vertxaio.impl.engine;

import io.github.vertxaio.impl.sys.Scratch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A worker thread: takes requests from its pool and executes their blocking form. */
final class Worker implements Runnable {
  private static final int RETAINED_BYTES = 1 << 20;

  /** How long a thread looks for the next request before it sleeps: waking it costs as much. */
  private static final long SPIN_NANOS =
      Runtime.getRuntime().availableProcessors() > 1 ? TimeUnit.MICROSECONDS.toNanos(10) : 0;

  private static final int RUNNING = 0;
  private static final int ASLEEP = 1;
  private static final int SIGNALLED = 2;

  /** What the pool gave it to execute. */
  Request<?> request;

  /** Whether the pool has given it up; under the lock of the pool. */
  boolean disowned;

  private final Pool pool;
  private final Thread thread;
  private final AtomicInteger state = new AtomicInteger(RUNNING);
  private Scratch scratch;
  private boolean started;

  Worker(Pool pool, int number) {
    this.pool = pool;
    // Nothing of the thread that happens to make the first request is kept alive by this one.
    thread = new Thread(null, this, "vertx-aio-worker-" + number, 0, false);
    thread.setContextClassLoader(Worker.class.getClassLoader());
    thread.setDaemon(true);
  }

  /** Makes the thread look at the queue; the first call, by who made the worker, starts it. */
  void signal() {
    if (!started) {
      started = true;
      thread.start();
    } else if (state.getAndSet(SIGNALLED) == ASLEEP) {
      LockSupport.unpark(thread);
    }
  }

  @Override
  public void run() {
    boolean timedOut = false;
    while (true) {
      state.set(RUNNING);
      switch (pool.next(this, timedOut)) {
        case EXECUTE:
          execute(request);
          request = null;
          timedOut = false;
          break;
        case WATCH:
          LockSupport.parkNanos(this, pool.watchNanos());
          break;
        case WAIT:
          // One that has outlived its timeout is kept, and has no further one.
          timedOut = !await(!timedOut);
          break;
        default:
          close();
          return;
      }
    }
  }

  private void close() {
    if (scratch != null) {
      scratch.close();
    }
  }

  private void execute(Request<?> next) {
    if (!next.claim()) {
      next.abandon(null);
      return;
    }
    try {
      if (scratch == null) {
        scratch = new Scratch(RETAINED_BYTES);
      }
    } catch (RuntimeException | Error failure) {
      // No memory, or the native library cannot be loaded here.
      next.abandon(failure);
      return;
    }
    next.call(scratch);
  }

  /** Waits for a signal; false when the idle timeout is over without one. */
  private boolean await(boolean timed) {
    for (long end = System.nanoTime() + SPIN_NANOS; System.nanoTime() < end; ) {
      if (state.get() == SIGNALLED) {
        return true;
      }
      Thread.onSpinWait();
    }
    if (!state.compareAndSet(RUNNING, ASLEEP)) {
      return true;
    }
    long timeout =
        timed ? TimeUnit.MILLISECONDS.toNanos(pool.limits().idleTimeoutMillis()) : Long.MAX_VALUE;
    long start = System.nanoTime();
    long waited = 0;
    while (state.get() == ASLEEP && waited < timeout) {
      LockSupport.parkNanos(this, timeout - waited);
      waited = System.nanoTime() - start;
    }
    return !state.compareAndSet(ASLEEP, RUNNING);
  }
}
