package io.github.vertxaio.impl.engine;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The completions of a context that is not an event loop: one task for each request. Batches would
 * be wrong here, as a handler on a virtual thread may wait for a request behind it in the batch.
 */
final class ExecutorCompletions implements Completions {
  private final Executor executor;
  private final AtomicInteger pending;

  /**
   * Completions of one context.
   *
   * @param pending counts what waits, of all such contexts together
   */
  ExecutorCompletions(Executor executor, AtomicInteger pending) {
    this.executor = executor;
    this.pending = pending;
  }

  @Override
  public void offer(AbstractRequest<?> request) {
    pending.incrementAndGet();
    try {
      executor.execute(() -> deliver(request));
    } catch (RejectedExecutionException e) {
      // The context is gone; what the request holds is given back all the same.
      deliver(request);
    }
  }

  private void deliver(AbstractRequest<?> request) {
    pending.decrementAndGet();
    request.deliver();
  }
}
