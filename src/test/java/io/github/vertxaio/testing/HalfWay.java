package io.github.vertxaio.testing;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.vertxaio.AioRequest;
import io.vertx.core.Future;
import java.util.concurrent.CancellationException;
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
    Future<Throwable> outcome =
        setup.onContext(
            () -> {
              AioRequest<?> started = request.get();
              cancelWhen(setup, started, reached);
              return started.transform(done -> Future.succeededFuture(done.cause()));
            });
    assertInstanceOf(CancellationException.class, Setup.await(outcome));
  }

  /** On the context, so that no other thread has to get its turn before the request ends. */
  private static void cancelWhen(Setup setup, AioRequest<?> started, BooleanSupplier reached) {
    setup
        .aio()
        .priority(4)
        .nop()
        .onComplete(
            done -> {
              if (reached.getAsBoolean()) {
                started.cancel();
              } else {
                cancelWhen(setup, started, reached);
              }
            });
  }
}
