package io.github.vertxaio.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;

/** Results arrive on the context that made the request, whatever its kind. */
class ContextTest {
  private static final String FILE = "/proc/self/exe";

  @EverySetup
  void eventLoopContext(Setup setup) {
    Setup.await(check(setup, setup.context()));
  }

  @EverySetup
  void duplicatedContext(Setup setup) {
    Setup.await(check(setup, setup.context().duplicate()));
  }

  @EverySetup
  void workerVerticle(Setup setup) {
    Setup.await(checkVerticle(setup, ThreadingModel.WORKER));
  }

  @EverySetup
  void virtualThreadVerticle(Setup setup) {
    Assumptions.assumeTrue(Runtime.version().feature() >= 21, "virtual threads need Java 21");
    Setup.await(checkVerticle(setup, ThreadingModel.VIRTUAL_THREAD));
  }

  @EverySetup
  void duplicateOfWorkerContext(Setup setup) {
    ContextInternal worker =
        ((io.vertx.core.internal.VertxInternal) setup.vertx()).createWorkerContext();
    Setup.await(check(setup, worker.duplicate()));
  }

  @EverySetup
  void plainThread_getsResultsOnSomeContextOfItsOwn(Setup setup) {
    Promise<Context> seen = Promise.promise();
    setup.aio().stat(FILE).onSuccess(stat -> seen.complete(Vertx.currentContext()));
    assertTrue(Setup.await(seen.future()).isEventLoopContext());
  }

  @EverySetup
  void handlersNeverRunInsideTheSubmittingCall(Setup setup) {
    List<String> order = new ArrayList<>();
    Future<Void> both =
        setup.onContext(
            () -> {
              Future<?> first = setup.aio().stat(FILE).onSuccess(stat -> order.add("handler"));
              Future<?> second = setup.aio().stat("").onFailure(e -> order.add("handler"));
              order.add("submitted");
              assertFalse(first.isComplete() || second.isComplete());
              return Future.join(first, second).transform(done -> Future.succeededFuture());
            });
    Setup.await(both);
    assertEquals(List.of("submitted", "handler", "handler"), order);
  }

  @EverySetup
  void composedFuturesOfRequestsWork(Setup setup) {
    // Vert.x casts what a mapper returns to a class of its own.
    Long size =
        setup.await(
            () ->
                setup
                    .aio()
                    .nop()
                    .compose(done -> setup.aio().stat(FILE))
                    .eventually(() -> setup.aio().nop())
                    .transform(done -> setup.aio().stat(FILE))
                    .map(stat -> stat.size()));
    assertTrue(size > 0);
  }

  @EverySetup
  void virtualThreadsMayAwaitInHandlers(Setup setup) {
    Assumptions.assumeTrue(Runtime.version().feature() >= 21, "virtual threads need Java 21");
    Promise<Long> total = Promise.promise();
    VerticleBase verticle =
        new VerticleBase() {
          @Override
          public Future<?> start() {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
              // The handler waits for a request whose result is queued behind its own.
              all.add(setup.aio().nop().map(done -> setup.aio().stat(FILE).await().size()));
            }
            Future.all(all).map(done -> (Long) done.resultAt(0)).onComplete(total);
            return Future.succeededFuture();
          }
        };
    String id = Setup.await(deploy(setup, verticle, ThreadingModel.VIRTUAL_THREAD));
    assertTrue(Setup.await(total.future()) > 0);
    Setup.await(setup.vertx().undeploy(id));
  }

  private static Future<String> deploy(Setup setup, VerticleBase verticle, ThreadingModel model) {
    DeploymentOptions options = new DeploymentOptions().setThreadingModel(model);
    return setup.vertx().deployVerticle(verticle, options);
  }

  private static Future<Void> checkVerticle(Setup setup, ThreadingModel model) {
    Promise<Void> checked = Promise.promise();
    VerticleBase verticle =
        new VerticleBase() {
          @Override
          public Future<?> start() {
            onSame(context, () -> setup.aio().stat(FILE)).onComplete(checked);
            return Future.succeededFuture();
          }
        };
    return deploy(setup, verticle, model)
        .compose(id -> checked.future().eventually(() -> setup.vertx().undeploy(id)));
  }

  private static Future<Void> check(Setup setup, Context context) {
    Promise<Void> checked = Promise.promise();
    context.runOnContext(
        ignored -> onSame(context, () -> setup.aio().stat(FILE)).onComplete(checked));
    return checked.future();
  }

  /** Success, failure and a refused argument all have to come back to the context. */
  private static Future<Void> onSame(Context context, Supplier<Future<?>> request) {
    Promise<Void> promise = Promise.promise();
    request
        .get()
        .onComplete(
            done -> {
              try {
                assertSame(context, Vertx.currentContext());
                promise.complete();
              } catch (AssertionError e) {
                promise.fail(e);
              }
            });
    return promise.future();
  }
}
