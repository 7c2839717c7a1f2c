package io.github.vertxaio.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.AioRequest;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How results are delivered: counters, bounds on a turn, flush, back-pressure, handlers. */
class DeliveryTest {
  @EverySetup
  void flush_waitsForEverything(Setup setup) {
    AtomicInteger delivered = new AtomicInteger();
    for (int i = 0; i < 300; i++) {
      setup.onContext(() -> setup.aio().stat("/").onComplete(done -> delivered.incrementAndGet()));
    }
    setup.await(() -> setup.aio().nop());
    setup.await(() -> setup.aio().flush());
    assertEquals(300, delivered.get());
    assertEquals(0, setup.aio().nreqs());
    assertEquals(0, setup.aio().npending());
    assertEquals(0, setup.aio().nready());
  }

  @EverySetup
  void backpressure_keepsTheQueueShort(Setup setup) {
    setup.aio().limits().maxOutstanding(10);
    AtomicInteger most = new AtomicInteger();
    Promise<Void> done = Promise.promise();
    setup.context().runOnContext(ignored -> produce(setup, 500, most, done));
    Setup.await(done.future());
    assertTrue(most.get() <= 10, "outstanding: " + most.get());
    setup.await(() -> setup.aio().flush());
    setup.aio().limits().maxOutstanding(Integer.MAX_VALUE);
  }

  private static void produce(Setup setup, int left, AtomicInteger most, Promise<Void> done) {
    if (left == 0) {
      done.complete();
      return;
    }
    setup
        .aio()
        .backpressure()
        .onSuccess(
            room -> {
              setup.aio().nop();
              most.accumulateAndGet(setup.aio().nreqs(), Math::max);
              produce(setup, left - 1, most, done);
            });
  }

  /** Timers and other tasks of the loop get their turn while results never end. */
  @EverySetup
  void endlessResults_doNotStarveTheLoop(Setup setup) {
    AtomicLong results = new AtomicLong();
    Promise<Void> ticked = Promise.promise();
    boolean[] stop = {false};
    setup
        .context()
        .runOnContext(
            ignored -> {
              for (int i = 0; i < 8; i++) {
                again(setup, results, stop);
              }
            });
    EngineTest.eventually("results", () -> results.get() > 1000);
    setup.context().runOnContext(ignored -> setup.vertx().timer(1).onComplete(ticked));
    Setup.await(ticked.future());
    setup.context().runOnContext(ignored -> stop[0] = true);
  }

  private static void again(Setup setup, AtomicLong results, boolean[] stop) {
    setup
        .aio()
        .lstat("/")
        .onSuccess(
            stat -> {
              results.incrementAndGet();
              if (!stop[0]) {
                again(setup, results, stop);
              }
            });
  }

  @EverySetup
  void maxPollReqs_boundsATurn(Setup setup) {
    setup.aio().limits().maxPollReqs(3);
    List<Integer> deliveredByTurn = new ArrayList<>();
    AtomicInteger delivered = new AtomicInteger();
    Promise<Void> allDelivered = Promise.promise();
    setup
        .context()
        .runOnContext(
            ignored -> {
              for (int i = 0; i < 60; i++) {
                setup.aio().nop().onSuccess(done -> delivered.incrementAndGet());
              }
              atEachTurn(setup, deliveredByTurn, delivered, allDelivered);
            });
    Setup.await(allDelivered.future());
    for (int i = 1; i < deliveredByTurn.size(); i++) {
      int step = deliveredByTurn.get(i) - deliveredByTurn.get(i - 1);
      // A turn may end the share of one period and begin that of the next.
      assertTrue(step <= 6, () -> "delivered until each turn of the loop: " + deliveredByTurn);
    }
    setup.aio().limits().maxPollReqs(256);
  }

  /** A timer that is due runs once in each turn of the loop. */
  private static void atEachTurn(
      Setup setup, List<Integer> seen, AtomicInteger delivered, Promise<Void> allDelivered) {
    // A turn without any delivery says nothing, and there are many of them.
    if (seen.isEmpty() || seen.get(seen.size() - 1) != delivered.get()) {
      seen.add(delivered.get());
    }
    if (delivered.get() == 60) {
      allDelivered.complete();
    } else {
      setup
          .context()
          .nettyEventLoop()
          .schedule(
              () -> atEachTurn(setup, seen, delivered, allDelivered), 0, TimeUnit.NANOSECONDS);
    }
  }

  @EverySetup
  void handler_canBeReplacedUntilTheResult(Setup setup) {
    List<String> called = new ArrayList<>();
    setup.await(
        () -> {
          AioRequest<Void> request = setup.aio().nop();
          request.handler(done -> called.add("first"));
          request.handler(done -> called.add("second"));
          return request;
        });
    assertEquals(List.of("second"), called);
    setup.await(
        () -> {
          AioRequest<Void> request = setup.aio().nop();
          request.handler(done -> called.add("removed"));
          request.handler(null);
          return request;
        });
    assertEquals(List.of("second"), called);
  }

  @EverySetup
  void handlersThatThrow_doNotDisturbTheOthers(Setup setup) {
    List<Throwable> reported = new ArrayList<>();
    setup.context().exceptionHandler(reported::add);
    setup.await(
        () -> {
          setup.aio().nop().onComplete((done, failure) -> throwing());
          return setup.aio().nop();
        });
    setup.await(() -> setup.aio().nop());
    assertFalse(reported.isEmpty());
  }

  private static void throwing() {
    throw new IllegalStateException("handler");
  }
}
