package io.github.vertxaio.impl.engine;

import io.github.vertxaio.impl.op.Operation;
import io.github.vertxaio.impl.sys.Scratch;
import io.github.vertxaio.impl.vertx.IoUringPresence;
import io.netty.channel.EventLoop;
import java.util.concurrent.RejectedExecutionException;

/** What an engine keeps for one event loop. */
final class LoopState {
  private static final int RETAINED_BYTES = 64 * 1024;

  private final EventLoop loop;
  private final LoopCompletions completions;
  private final boolean hasRing;
  private RingPlace ring;
  private Scratch scratch;

  LoopState(EventLoop loop, Limits limits, boolean useRing) {
    this.loop = loop;
    this.completions = new LoopCompletions(loop, limits);
    this.hasRing = useRing && IoUringPresence.isIoUring(loop);
  }

  LoopCompletions completions() {
    return completions;
  }

  boolean inEventLoop() {
    return loop.inEventLoop();
  }

  boolean hasRing() {
    return hasRing;
  }

  /** The requests on this loop's ring; only where there is one. */
  synchronized RingPlace ring(int depth, Place fallback, RingStatus status) {
    if (ring == null) {
      ring = new RingPlace(loop, depth, fallback, status);
      try {
        loop.execute(ring::open);
      } catch (RejectedExecutionException e) {
        ring.failed(e);
      }
    }
    return ring;
  }

  /** Disowns what is on this loop's ring. */
  void disownAll(Disowning disowning) {
    RingPlace opened = opened();
    if (opened != null) {
      disowning.begin();
      opened.disownAll(disowning, disowning::end);
    }
  }

  private synchronized RingPlace opened() {
    return ring;
  }

  int nready() {
    RingPlace opened = opened();
    return opened == null ? 0 : opened.nready();
  }

  /**
   * Executes a request here and now, if that needs no waiting; on the loop.
   *
   * @return false when it has to be executed elsewhere
   */
  <T> boolean executeNow(Request<T> request) {
    Operation<T> operation = request.operation();
    if (!operation.hasInlineForm() || !completions.allowsInline()) {
      return false;
    }
    if (!hasScratch()) {
      return false;
    }
    if (!request.claim()) {
      request.abandon(null);
      return true;
    }
    completions.spend(operation.inlineMicros());
    long value;
    try {
      value = operation.callNow(scratch);
    } catch (RuntimeException | OutOfMemoryError e) {
      request.abandon(e);
      return true;
    }
    if (value != Operation.AGAIN) {
      request.finish(value, scratch);
      return true;
    }
    if (!request.unclaim()) {
      request.abandon(null);
      return true;
    }
    return false;
  }

  private boolean hasScratch() {
    try {
      if (scratch == null) {
        scratch = new Scratch(RETAINED_BYTES);
      }
      return true;
    } catch (OutOfMemoryError e) {
      // A worker has its own.
      return false;
    }
  }

  /** Gives back what the loop's thread owns; nothing is outstanding. */
  void close() {
    loop.execute(this::closeOnLoop);
  }

  private void closeOnLoop() {
    RingPlace opened = opened();
    if (opened != null) {
      opened.close();
    }
    if (scratch != null) {
      scratch.close();
      scratch = null;
    }
  }
}
