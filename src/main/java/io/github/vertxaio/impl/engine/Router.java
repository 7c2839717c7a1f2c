package io.github.vertxaio.impl.engine;

import io.github.vertxaio.AioOptions;
import io.github.vertxaio.Engine;
import io.github.vertxaio.EngineInfo;
import io.github.vertxaio.impl.op.Kind;
import io.github.vertxaio.impl.sys.RingProbe;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** Decides where a request executes: on the event loop itself, on its ring, or in the pool. */
final class Router {
  /**
   * With more requests than this under way on a loop, the loop itself is not the best place for
   * all: its ring takes many at once for less than each would cost here.
   */
  private static final int QUIET = 8;

  /** With more requests than this in its queue, the pool has enough to do. */
  private static final int BACKLOG = 16;

  private final Engine engine;
  private final int ringDepth;
  private final Pool pool;
  private final IntPredicate quiet;
  private final RingStatus status = new RingStatus();
  private volatile boolean warm;

  /**
   * A router.
   *
   * @param quiet whether at most so many requests are outstanding for each event loop
   */
  Router(AioOptions options, Pool pool, IntPredicate quiet) {
    this.quiet = quiet;
    this.engine = options.getEngine();
    this.ringDepth = options.getRingDepth();
    this.pool = pool;
  }

  /** Whether the rings of the event loops are to be used. */
  boolean usesRings() {
    return engine != Engine.POOL;
  }

  /**
   * Loads the native library and asks the kernel what it can do, which takes some hundred
   * milliseconds; on a thread that may wait. Until then everything goes to the pool.
   *
   * @param loopHasRing whether the event loops have rings
   */
  void warmUp(boolean loopHasRing) {
    status.probed(RingProbe.ask());
    if (engine == Engine.POOL) {
      status.text("not used: the options choose the pool");
    } else if (!loopHasRing) {
      status.text("not used: the event loops of this transport have none");
    }
    warm = true;
  }

  /**
   * Sends a request on its way.
   *
   * @param loop the event loop of its context
   */
  void route(Request<?> request, LoopState loop) {
    if (!warm) {
      request.submitTo(pool);
    } else if (engine == Engine.AUTO) {
      routeAutomatically(request, loop);
    } else {
      request.submitTo(engine == Engine.RING ? ringOrPool(request, loop, false) : pool);
    }
  }

  private void routeAutomatically(Request<?> request, LoopState loop) {
    // From another thread the way to the ring leads through the loop; the pool is as near.
    if (!loop.inEventLoop()) {
      request.submitTo(pool);
      return;
    }
    Place place = request.operation().prefersRing() ? ringOrPool(request, loop, true) : pool;
    boolean inline = quiet.test(QUIET) || place == pool && loopIsAsGood(request);
    if (!inline || !loop.executeNow(request)) {
      request.submitTo(place);
    }
  }

  /**
   * Whether the loop should take what the pool could. When many are under way the two share them:
   * handing one over costs less than the longer form that the loop has to use for some.
   */
  private boolean loopIsAsGood(Request<?> request) {
    return request.operation().prefersInline() || pool.nready() > BACKLOG;
  }

  private Place ringOrPool(Request<?> request, LoopState loop, boolean onlyWhenOpen) {
    if (!loop.hasRing()) {
      return pool;
    }
    RingPlace ring = loop.ring(ringDepth, pool, status);
    boolean available = onlyWhenOpen ? ring.isOpen() : ring.isUsable();
    return available && request.operation().mayUseRing() && ring.has(request.operation().kind())
        ? ring
        : pool;
  }

  /** What runs where. */
  EngineInfo info() {
    Map<String, String> places = new TreeMap<>();
    for (Kind kind : Kind.values()) {
      places.put(kind.call(), places(kind));
    }
    return new EngineInfo(engine, warm, status.isUsed(), status.text(), places);
  }

  private String places(Kind kind) {
    boolean inline = engine == Engine.AUTO && kind.inline();
    boolean ring =
        status.isUsed()
            && kind.hasOpcode()
            && status.probe().supports(kind.opcode())
            && (engine == Engine.RING || kind.prefersRing());
    return (inline ? "inline, " : "") + (ring ? "ring, " : "") + "pool";
  }
}
