package io.github.vertxaio.impl.engine;

import java.util.ArrayDeque;
import java.util.function.Consumer;

/**
 * Requests that must not overlap: those that use the current position of one file. Each is sent on
 * its way when the one before it has been executed.
 */
public final class Turns implements Place {
  private record Waiting(Request<?> request, Runnable route) {}

  private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
  private Request<?> current;
  private boolean advancing;

  /** Makes an empty order of turns. */
  public Turns() {}

  /** Takes its turn: sent at once when nothing is under way, otherwise after the others. */
  void route(Runnable route, Request<?> request) {
    request.waitIn(this);
    synchronized (this) {
      queue.add(new Waiting(request, route));
    }
    advance();
  }

  /** A request was executed, or abandoned. */
  void over(Request<?> request) {
    synchronized (this) {
      if (current != request) {
        return;
      }
      current = null;
    }
    advance();
  }

  /** Sends what can be sent; in a loop, for a request may be over before its route returns. */
  private void advance() {
    synchronized (this) {
      if (advancing) {
        return;
      }
      advancing = true;
    }
    while (true) {
      Waiting next;
      synchronized (this) {
        next = current == null ? queue.poll() : null;
        if (next == null) {
          advancing = false;
          return;
        }
        current = next.request;
      }
      next.route.run();
    }
  }

  /** Hands out those that wait for their turn. */
  void forEachWaiting(Consumer<Request<?>> action) {
    Waiting[] all;
    synchronized (this) {
      all = queue.toArray(Waiting[]::new);
    }
    for (Waiting waiting : all) {
      action.accept(waiting.request);
    }
  }

  @Override
  public void submit(Request<?> request) {
    throw new UnsupportedOperationException("requests take their turn with their route");
  }

  @Override
  public synchronized boolean withdraw(Request<?> request) {
    return queue.removeIf(waiting -> waiting.request == request);
  }

  @Override
  public void interrupt(Request<?> request) {
    // It has just been sent on its way, and executes on an event loop: that ends at once.
  }
}
