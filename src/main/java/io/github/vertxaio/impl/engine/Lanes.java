package io.github.vertxaio.impl.engine;

import java.util.function.Consumer;

/**
 * The queue of a place: nine lists, one for each priority, strictly one after the other. Its links
 * are in the requests, so that it needs no memory of its own and takes one out in no time. Not safe
 * for threads, but for its size.
 */
final class Lanes {
  private static final int HIGHEST = 4;
  private static final int LANES = 2 * HIGHEST + 1;

  private final Request<?>[] heads = new Request<?>[LANES];
  private final Request<?>[] tails = new Request<?>[LANES];
  private volatile int size;

  private static int lane(Request<?> request) {
    return HIGHEST - request.priority();
  }

  void add(Request<?> request) {
    int lane = lane(request);
    Request<?> tail = tails[lane];
    request.queue = this;
    request.previous = tail;
    request.next = null;
    if (tail == null) {
      heads[lane] = request;
    } else {
      tail.next = request;
    }
    tails[lane] = request;
    size++;
  }

  /** Takes out the first of the highest priority, or {@code null}. */
  Request<?> poll() {
    for (Request<?> head : heads) {
      if (head != null) {
        unlink(head);
        return head;
      }
    }
    return null;
  }

  /** Hands out all, first to last, and leaves them where they are. */
  void forEach(Consumer<Request<?>> action) {
    for (Request<?> head : heads) {
      for (Request<?> r = head; r != null; r = (Request<?>) r.next) {
        action.accept(r);
      }
    }
  }

  /** Takes one out; false when it is not in this queue. */
  boolean remove(Request<?> request) {
    if (request.queue != this) {
      return false;
    }
    unlink(request);
    return true;
  }

  private void unlink(Request<?> request) {
    int lane = lane(request);
    Request<?> before = request.previous;
    Request<?> after = (Request<?>) request.next;
    if (before == null) {
      heads[lane] = after;
    } else {
      before.next = after;
    }
    if (after == null) {
      tails[lane] = before;
    } else {
      after.previous = before;
    }
    request.queue = null;
    request.previous = null;
    request.next = null;
    size--;
  }

  /** How many requests are in it; from any thread. */
  int size() {
    return size;
  }
}
