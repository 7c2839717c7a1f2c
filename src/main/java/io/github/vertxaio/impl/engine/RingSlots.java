package io.github.vertxaio.impl.engine;

import io.github.vertxaio.impl.sys.Scratch;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** What the kernel has of one loop: for each request its slot, with memory and an identity. */
final class RingSlots {
  private final Request<?>[] requests;
  private final Scratch[] scratches;
  private final long[] ids;
  private final int[] free;
  private int freeCount;

  RingSlots(int depth) {
    requests = new Request<?>[depth];
    scratches = new Scratch[depth];
    ids = new long[depth];
    free = new int[depth];
    for (int slot = depth - 1; slot >= 0; slot--) {
      free[freeCount++] = slot;
    }
  }

  /** A tag that no slot has. */
  int probeTag() {
    return requests.length;
  }

  boolean hasFree() {
    return freeCount > 0;
  }

  int take(Request<?> request) {
    int slot = free[--freeCount];
    requests[slot] = request;
    request.slot = slot;
    return slot;
  }

  void sent(int slot, long id) {
    ids[slot] = id;
  }

  void free(int slot) {
    if (scratches[slot] != null) {
      scratches[slot].trim();
    }
    requests[slot] = null;
    ids[slot] = 0;
    free[freeCount++] = slot;
  }

  Request<?> request(int slot) {
    return requests[slot];
  }

  /** The memory of a slot, made when it is first used. */
  Scratch scratch(int slot) {
    if (scratches[slot] == null) {
      scratches[slot] = new Scratch(0);
    }
    return scratches[slot];
  }

  long id(int slot) {
    return ids[slot];
  }

  /** Whether a request is with the kernel through one of these slots. */
  boolean holds(Request<?> request) {
    return requests[request.slot] == request;
  }

  void forEach(Consumer<Request<?>> action) {
    for (Request<?> request : requests) {
      if (request != null) {
        action.accept(request);
      }
    }
  }

  void forEachSent(LongConsumer action) {
    for (int slot = 0; slot < requests.length; slot++) {
      if (requests[slot] != null) {
        action.accept(ids[slot]);
      }
    }
  }

  /** Frees the memory of all slots that the kernel is through with. */
  void close() {
    for (int slot = 0; slot < scratches.length; slot++) {
      if (scratches[slot] != null && requests[slot] == null) {
        scratches[slot].close();
        scratches[slot] = null;
      }
    }
  }
}
