package io.github.vertxaio.impl.vertx;

import io.netty.channel.EventLoop;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.EventExecutor;
import io.vertx.core.internal.VertxInternal;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/** What the library has to know of Vert.x contexts beyond their public face. */
public final class Contexts {
  private Contexts() {}

  /** The context of the caller; a plain thread gets one. */
  public static Context current(Vertx vertx) {
    return ((VertxInternal) vertx).getOrCreateContext();
  }

  /** One of the event loops, to learn of what kind they are. */
  public static EventLoop anyLoop(Vertx vertx) {
    return ((VertxInternal) vertx).nettyEventLoopGroup().next();
  }

  /** The event loop of a context; worker contexts have one too. */
  public static EventLoop loop(Context context) {
    return ((ContextInternal) context).nettyEventLoop();
  }

  /** What runs the tasks of a context, one at a time and in order. */
  public static EventExecutor executor(Context context) {
    return ((ContextInternal) context).executor();
  }

  /** A promise whose listeners are called on a context. */
  public static <T> Promise<T> promise(Context context) {
    return ((ContextInternal) context).promise();
  }

  /** Something that a context and its duplicates keep under a key. */
  @SuppressWarnings("unchecked")
  public static <T> T shared(Context context, Object key, Function<Object, T> maker) {
    return (T) ((ContextInternal) context).unwrap().contextData().computeIfAbsent(key, maker);
  }

  /** Runs a task on a context, later; here and now when the context has ended. */
  public static void runLater(Context context, Runnable task) {
    try {
      executor(context).execute(task);
    } catch (RejectedExecutionException e) {
      task.run();
    }
  }

  /** Calls a handler as a handler of a context; on the thread of that context. */
  public static <E> void dispatch(Context context, E event, Handler<E> handler) {
    ((ContextInternal) context).dispatch(event, handler);
  }

  /** Whether the context is a verticle's. */
  public static boolean isDeployment(Context context) {
    return ((ContextInternal) context).isDeployment();
  }
}
