package io.github.vertxaio.bench.peer;

import io.vertx.core.Completable;

/**
 * The place of one request in flight; its completion submits the next. It is itself the listener of
 * the futures, so that the benchmark allocates nothing per operation.
 */
abstract class Slot implements Completable<Object> {
  private Flight flight;
  private long operations;
  private long random = System.nanoTime() | 1;

  /** Puts it into a flight. */
  final Slot of(Flight newFlight) {
    flight = newFlight;
    return this;
  }

  /** Makes the first request. */
  final void start() {
    try {
      submit();
    } catch (Throwable e) {
      flight.crashed(e);
    }
  }

  /** Makes a request that leads to a call of {@link #complete}. */
  abstract void submit();

  @Override
  public void complete(Object result, Throwable failure) {
    if (failure != null) {
      flight.crashed(failure);
      return;
    }
    operations++;
    if (flight.isOver()) {
      flight.landed();
    } else {
      submit();
    }
  }

  long operations() {
    return operations;
  }

  /** A random number from 0 to {@code bound - 1}. */
  final int random(int bound) {
    random ^= random << 13;
    random ^= random >>> 7;
    random ^= random << 17;
    return (int) ((random >>> 33) % bound);
  }
}
