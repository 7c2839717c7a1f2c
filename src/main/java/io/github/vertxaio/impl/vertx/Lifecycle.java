package io.github.vertxaio.impl.vertx;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import java.util.function.Supplier;

/** The moments at which things end in Vert.x. */
public final class Lifecycle {
  private Lifecycle() {}

  /** When a verticle has stopped; its undeployment waits for the future. */
  public static void afterStop(Context context, Supplier<Future<Void>> action) {
    ((ContextInternal) context).closeFuture().add(done -> action.get().onComplete(done));
  }

  /** When a Vertx begins to close: before its verticles are stopped, which wait for the future. */
  public static void whenClosing(Vertx vertx, Supplier<Future<Void>> action) {
    ((VertxInternal) vertx).addCloseHook(done -> action.get().onComplete(done));
  }

  /** When the last event loop of a Vertx has ended. */
  public static void afterEventLoops(Vertx vertx, Runnable action) {
    ((VertxInternal) vertx)
        .nettyEventLoopGroup()
        .terminationFuture()
        .addListener(ended -> action.run());
  }
}
