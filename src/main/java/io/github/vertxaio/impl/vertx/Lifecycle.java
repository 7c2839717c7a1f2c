package io.github.vertxaio.impl.vertx;

import io.netty.util.concurrent.FutureListener;
import io.vertx.core.Closeable;
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

  /**
   * When a Vertx begins to close: before its verticles are stopped, which wait for the future.
   *
   * @return takes the action back
   */
  public static Runnable whenClosing(Vertx vertx, Supplier<Future<Void>> action) {
    Closeable hook = done -> action.get().onComplete(done);
    ((VertxInternal) vertx).addCloseHook(hook);
    return () -> ((VertxInternal) vertx).removeCloseHook(hook);
  }

  /**
   * When the last event loop of a Vertx has ended.
   *
   * @return takes the action back
   */
  public static Runnable afterEventLoops(Vertx vertx, Runnable action) {
    FutureListener<Object> listener = ended -> action.run();
    var ended = ((VertxInternal) vertx).nettyEventLoopGroup().terminationFuture();
    ended.addListener(listener);
    return () -> ended.removeListener(listener);
  }
}
