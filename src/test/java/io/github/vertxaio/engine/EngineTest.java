package io.github.vertxaio.engine;

import io.github.vertxaio.Aio;
import io.github.vertxaio.AioOptions;
import io.github.vertxaio.Engine;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;

/** What tests of the engine itself share: a Vertx and a pool of their own. */
abstract class EngineTest {
  static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  Vertx vertx;
  Aio aio;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(4));
    aio = Aio.create(vertx, options());
  }

  /** The options of the engine; the pool alone, unless a test says otherwise. */
  AioOptions options() {
    return new AioOptions().setEngine(Engine.POOL);
  }

  @AfterEach
  void close() {
    Setup.await(vertx.close());
  }

  /** Waits until something is so, for at most ten seconds. */
  static void eventually(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        Assertions.fail("not within ten seconds: " + what);
      }
      Thread.onSpinWait();
    }
  }

  /** Runs something on a new event-loop context and waits for its end, not for its results. */
  void onLoop(Runnable action) {
    CountDownLatch done = new CountDownLatch(1);
    Throwable[] thrown = new Throwable[1];
    vertx.runOnContext(
        ignored -> {
          try {
            action.run();
          } catch (Throwable e) {
            thrown[0] = e;
          }
          done.countDown();
        });
    try {
      Assertions.assertTrue(done.await(10, TimeUnit.SECONDS), "the event loop is blocked");
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    if (thrown[0] != null) {
      throw new AssertionError(thrown[0]);
    }
  }
}
