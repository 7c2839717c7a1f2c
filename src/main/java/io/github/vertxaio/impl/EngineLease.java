package io.github.vertxaio.impl;

import io.github.vertxaio.AioOptions;
import io.github.vertxaio.impl.engine.RequestEngine;
import io.github.vertxaio.impl.vertx.Contexts;
import io.github.vertxaio.impl.vertx.Lifecycle;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * A share in the one engine of a Vertx, which ends with its last share.
 *
 * <p>A share that a verticle takes is given back after the verticle has stopped. The others are
 * given back by their owners or, at the latest, when the Vertx closes: at once if no verticle is
 * deployed, otherwise when the event loops have ended, for until then a verticle's {@code stop()}
 * may still write and sync.
 */
final class EngineLease {
  private static final Map<Vertx, EngineLease.Shares> ENGINES = new HashMap<>();

  private final Shares shares;
  private final AtomicBoolean given = new AtomicBoolean();

  private EngineLease(Shares shares) {
    this.shares = shares;
  }

  /** Takes a share; makes the engine when there is none. */
  static EngineLease take(Vertx vertx, AioOptions options) {
    Shares shares;
    EngineLease lease;
    synchronized (ENGINES) {
      shares = ENGINES.get(vertx);
      if (shares == null || shares.engine.isClosed()) {
        shares = new Shares(vertx, new RequestEngine(vertx, options));
        ENGINES.put(vertx, shares);
        RequestEngine engine = shares.engine;
        Runnable noCloseHook = Lifecycle.whenClosing(vertx, shares.whenClosing(vertx));
        Runnable noListener = Lifecycle.afterEventLoops(vertx, engine::close);
        engine
            .ended()
            .onComplete(
                done -> {
                  forget(vertx);
                  // A Vertx may see many engines; it is not to keep them all.
                  noCloseHook.run();
                  noListener.run();
                });
      }
      shares.count++;
      lease = new EngineLease(shares);
    }
    Context context = vertx.getOrCreateContext();
    if (Contexts.isDeployment(context)) {
      Lifecycle.afterStop(context, lease::giveBack);
    }
    return lease;
  }

  private static void forget(Vertx vertx) {
    synchronized (ENGINES) {
      Shares shares = ENGINES.get(vertx);
      if (shares != null && shares.engine.isClosed()) {
        ENGINES.remove(vertx);
      }
    }
  }

  RequestEngine engine() {
    return shares.engine;
  }

  /** Gives the share back; completed when, after the last one, the engine has ended. */
  Future<Void> giveBack() {
    if (!given.compareAndSet(false, true)) {
      return Future.succeededFuture();
    }
    synchronized (ENGINES) {
      if (--shares.count > 0) {
        return Future.succeededFuture();
      }
      // Whoever comes now makes a new engine: this one is about to refuse requests.
      ENGINES.remove(shares.vertx, shares);
    }
    return shares.engine.close();
  }

  private static final class Shares {
    private final Vertx vertx;
    private final RequestEngine engine;
    private int count;

    Shares(Vertx vertx, RequestEngine engine) {
      this.vertx = vertx;
      this.engine = engine;
    }

    Supplier<Future<Void>> whenClosing(Vertx vertx) {
      return () -> vertx.deploymentIDs().isEmpty() ? engine.close() : Future.succeededFuture();
    }
  }
}
