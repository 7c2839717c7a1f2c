package io.github.vertxaio.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.vertxaio.Aio;
import io.github.vertxaio.AioLimits;
import io.github.vertxaio.AioOptions;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Loops;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the page {@code priorities} shows. */
class PrioritiesTest {
  @TempDir Path dir;

  @EverySetup
  void higherOnesLeaveTheQueueFirst(Setup setup) {
    Aio aio = setup.aio();
    List<String> order = new ArrayList<>();
    aio.limits().maxParallel(0); // so that there is a queue
    Promise<Void> done = Promise.promise();
    setup.await(
        () -> {
          String path = dir.toString();
          // tag::views[]
          Aio urgent = aio.priority(4);
          Aio idle = aio.nice(4); // 4 less than the priority of the view: −4
          Future<?> last = idle.readdir(path).onSuccess(names -> order.add("idle"));
          Future<?> middle = aio.readdir(path).onSuccess(names -> order.add("normal"));
          Future<?> first = urgent.readdir(path).onSuccess(names -> order.add("urgent"));
          // end::views[]
          Future.all(first, middle, last).<Void>mapEmpty().onComplete(done);
          return Future.succeededFuture();
        });
    aio.limits().minParallel(1);
    Setup.await(done.future());
    assertEquals(List.of("urgent", "normal", "idle"), order);
    assertEquals(-4, aio.nice(100).priority());
    aio.limits().minParallel(8);
  }

  // tag::hold[]
  /** Holds what waits for a worker until something else is over. */
  static <T> Future<T> holdUntil(Aio aio, Future<T> over) {
    AioLimits limits = aio.limits();
    int before = limits.parallel();
    limits.maxParallel(0);
    return over.onComplete(done -> limits.minParallel(before));
  }

  // end::hold[]

  @EverySetup
  void zeroHolds_andALaterNumberGoesOn(Setup setup) {
    Aio aio = setup.aio();
    int before = aio.limits().parallel();
    Promise<Void> over = Promise.promise();
    Future<Void> hold = holdUntil(aio, over.future());
    List<Future<List<String>>> held = new ArrayList<>();
    setup.await(
        () -> {
          held.add(aio.readdir(dir.toString()));
          return setup.vertx().timer(20).mapEmpty();
        });
    assertEquals(1, aio.nready());
    assertFalse(held.get(0).isComplete());
    over.complete();
    Setup.await(hold);
    Setup.await(held.get(0));
    assertEquals(before, aio.limits().parallel());
  }

  @ParameterizedTest
  @EnumSource
  void options_setTheStart(Loops loops) {
    Vertx vertx = loops.open();
    // tag::options[]
    AioOptions options =
        new AioOptions()
            .setMaxParallel(16) // worker threads at the most
            .setMaxIdle(2) // of which so many may stay when there is nothing to do
            .setIdleTimeout(1000) // for longer than so many milliseconds
            .setMaxPollReqs(100) // results that one turn of a loop delivers
            .setMaxPollTime(200_000); // nanoseconds that it takes for that
    Aio aio = Aio.create(vertx, options);
    // end::options[]
    assertEquals(16, aio.limits().parallel());
    Setup.await(aio.nop());
    Setup.await(vertx.close());
  }
}
