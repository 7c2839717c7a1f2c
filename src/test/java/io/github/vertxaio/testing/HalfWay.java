package io.github.vertxaio.testing;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.vertxaio.AioRequest;
import io.vertx.core.Future;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Requests that are cancelled while they are executed. */
public final class HalfWay {
  private HalfWay() {}

  /**
   * Makes a request, cancels it, and waits until it has failed for that reason.
   *
   * @param reached tells that it is under way
   */
  public static void cancel(
      Setup setup, Supplier<? extends AioRequest<?>> request, BooleanSupplier reached) {
    CompletableFuture<AioRequest<?>> made = new CompletableFuture<>();
    Future<Throwable> outcome =
        setup.onContext(
            () -> {
              AioRequest<?> started = request.get();
              made.complete(started);
              return started.transform(done -> Future.succeededFuture(done.cause()));
            });
    do {
      setup.await(() -> setup.aio().priority(4).nop());
    } while (!reached.getAsBoolean());
    setup.context().runOnContext(ignored -> made.join().cancel());
    assertInstanceOf(CancellationException.class, Setup.await(outcome));
  }
}
