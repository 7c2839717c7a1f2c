package io.github.vertxaio.bench.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Keeps a number of requests in flight for a while. Nobody looks at a clock meanwhile: the thread
 * that waits says when it is over, and what is then in flight is waited for and counted.
 */
final class Flight {
  private final List<Slot> slots = new ArrayList<>();
  private final AtomicInteger flying;
  private final CompletableFuture<Long> landed = new CompletableFuture<>();
  private volatile boolean over;

  /** A flight of {@code depth} slots, none of which has started. */
  Flight(Supplier<Slot> factory, int depth) {
    flying = new AtomicInteger(depth);
    for (int i = 0; i < depth; i++) {
      slots.add(factory.get().of(this));
    }
  }

  /**
   * Flies.
   *
   * @param starter runs the first request of each slot
   * @return operations and nanoseconds
   */
  long[] fly(Executor starter, long millis) throws InterruptedException, ExecutionException {
    long start = System.nanoTime();
    starter.execute(() -> slots.forEach(Slot::start));
    Thread.sleep(millis);
    over = true;
    long end = landed.get();
    return new long[] {slots.stream().mapToLong(Slot::operations).sum(), end - start};
  }

  boolean isOver() {
    return over;
  }

  void landed() {
    if (flying.decrementAndGet() == 0) {
      landed.complete(System.nanoTime());
    }
  }

  void crashed(Throwable failure) {
    landed.completeExceptionally(failure);
  }
}
