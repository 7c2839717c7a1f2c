package io.github.vertxaio.bench.peer;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.transport.Transport;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * The one event-loop context from which a Vert.x peer makes its requests.
 *
 * @param vertx the instance
 * @param context the context
 * @param threadId its thread
 */
record EventLoop(Vertx vertx, Context context, long threadId) implements Executor {

  /** Starts a Vert.x on a transport: {@code nio}, {@code epoll} or {@code io_uring}. */
  static EventLoop of(String transport) throws Exception {
    Transport choice =
        switch (transport) {
          case "nio" -> Transport.NIO;
          case "epoll" -> Transport.EPOLL;
          case "io_uring" -> Transport.IO_URING;
          default -> throw new IllegalArgumentException(transport);
        };
    if (choice == null || !choice.available()) {
      throw new UnsupportedOperationException("the transport " + transport + " is not available");
    }
    Vertx vertx = Vertx.builder().withTransport(choice).build();
    Context context = vertx.getOrCreateContext();
    CompletableFuture<Long> id = new CompletableFuture<>();
    context.runOnContext(v -> id.complete(Thread.currentThread().getId()));
    return new EventLoop(vertx, context, id.get());
  }

  @Override
  public void execute(Runnable task) {
    context.runOnContext(v -> task.run());
  }

  /** Makes a request on the context and waits, off the loop, for its result. */
  <T> T await(Function<Context, Future<T>> request) throws Exception {
    CompletableFuture<T> result = new CompletableFuture<>();
    execute(
        () -> request.apply(context).onComplete(result::complete, result::completeExceptionally));
    return result.get();
  }
}
