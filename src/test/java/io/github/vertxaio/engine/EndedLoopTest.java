package io.github.vertxaio.engine;

import static io.github.vertxaio.engine.EngineTest.eventually;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.Aio;
import io.github.vertxaio.AioFile;
import io.github.vertxaio.AioOptions;
import io.github.vertxaio.Engine;
import io.github.vertxaio.Linux;
import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.Loops;
import io.github.vertxaio.testing.OpenDescriptors;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Event loops that end while requests are under way: with a verticle deployed none waits. */
class EndedLoopTest {
  @TempDir Path directory;

  private static boolean hasWorkers() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().startsWith("vertx-aio-worker"));
  }

  private static Vertx openWithVerticle(Loops loops) {
    Vertx vertx = loops.open();
    Setup.await(
        vertx.deployVerticle(
            new VerticleBase() {
              @Override
              public Future<?> start() {
                return Future.succeededFuture();
              }
            }));
    return vertx;
  }

  private static void run(Context context, Runnable action) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    context.runOnContext(
        ignored -> {
          action.run();
          done.countDown();
        });
    assertTrue(done.await(10, TimeUnit.SECONDS));
  }

  @ParameterizedTest
  @EnumSource
  void resultsThatWaitForTheNextTurn_areDelivered(Loops loops) throws Exception {
    Vertx vertx = openWithVerticle(loops);
    Aio aio = Aio.create(vertx, new AioOptions().setEngine(Engine.POOL));
    aio.limits().maxPollReqs(1);
    Context context = ((VertxInternal) vertx).createEventLoopContext();
    List<Future<Void>> all = new ArrayList<>();
    run(
        context,
        () -> {
          for (int i = 0; i < 2000; i++) {
            all.add(aio.nop());
          }
        });
    Setup.await(vertx.close());
    eventually("all are over", () -> aio.nreqs() == 0);
    all.forEach(Setup::await);
    eventually("the threads have ended", () -> !hasWorkers());
  }

  @ParameterizedTest
  @EnumSource
  void anUnreachableFlush_doesNotKeepTheEngine(Loops loops) throws Exception {
    Vertx vertx = openWithVerticle(loops);
    Aio aio = Aio.create(vertx, new AioOptions().setEngine(Engine.POOL));
    Context context = ((VertxInternal) vertx).createEventLoopContext();
    run(
        context,
        () -> {
          aio.busy(500 * EngineTest.MILLI);
          aio.flush().onComplete(done -> {});
        });
    Setup.await(vertx.close());
    eventually("all are over", () -> aio.nreqs() == 0);
    eventually("the threads have ended", () -> aio.nthreads() == 0 && !hasWorkers());
  }

  @ParameterizedTest
  @EnumSource
  void aCloseThatWaitsForALastUse_happens(Loops loops) throws Exception {
    Path pipe = directory.resolve("pipe");
    Commands.bytes("mkfifo", pipe.toString());
    Vertx vertx = openWithVerticle(loops);
    Aio aio = Aio.create(vertx, new AioOptions().setEngine(Engine.RING));
    ContextInternal first = ((VertxInternal) vertx).createEventLoopContext();
    ContextInternal second = ((VertxInternal) vertx).createEventLoopContext();
    while (second.nettyEventLoop() == first.nettyEventLoop()) {
      second = ((VertxInternal) vertx).createEventLoopContext();
    }
    eventually("the engine is ready", () -> aio.engineInfo().ready());
    List<Future<AioFile>> opened = new ArrayList<>();
    run(first, () -> opened.add(aio.open(pipe.toString(), Linux.O_RDWR)));
    AioFile file = Setup.await(opened.get(0));
    run(first, () -> file.read(1));
    run(second, file::close);
    Setup.await(vertx.close());
    try (OutputStream out = Files.newOutputStream(pipe)) {
      out.write(1);
      eventually("the pipe is closed", () -> aio.nreqs() == 0);
    }
    assertTrue(OpenDescriptors.now().numberOf(pipe) < 0);
    eventually("the threads have ended", () -> !hasWorkers());
  }
}
