package io.github.vertxaio.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.AioOptions;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Threads and the order of the queue. */
class PoolTest extends EngineTest {
  @Override
  AioOptions options() {
    return super.options().setMaxParallel(4).setMaxIdle(1).setIdleTimeout(100);
  }

  private List<Future<Void>> busy(int requests, long millis) {
    return IntStream.range(0, requests)
        .mapToObj(i -> (Future<Void>) aio.busy(millis * MILLI))
        .toList();
  }

  @Test
  void threadsStartOnDemand() {
    assertEquals(0, aio.nthreads());
    Setup.await(aio.nop());
    assertEquals(1, aio.nthreads());
  }

  @Test
  void asManyAsAllowedRunAtOnce() {
    List<Future<Void>> all = busy(12, 150);
    eventually("four threads", () -> aio.nthreads() == 4);
    eventually("eight in the queue", () -> aio.nready() == 8);
    assertEquals(12, aio.nreqs());
    all.forEach(Setup::await);
    assertEquals(0, aio.nreqs());
    assertEquals(0, aio.nready());
  }

  @Test
  void idleThreadsEndAllButSome() {
    busy(4, 20).forEach(Setup::await);
    eventually("one thread is kept", () -> aio.nthreads() == 1);
    Setup.await(aio.nop());
    assertEquals(1, aio.nthreads());
  }

  @Test
  void noThreadIsKeptWhenNoneMayBeIdle() {
    aio.limits().maxIdle(0);
    busy(4, 20).forEach(Setup::await);
    eventually("all threads end", () -> aio.nthreads() == 0);
    Setup.await(aio.nop());
  }

  @Test
  void loweringTheLimitEndsThreads() {
    List<Future<Void>> all = busy(8, 60);
    eventually("four threads", () -> aio.nthreads() == 4);
    aio.limits().maxParallel(1);
    eventually("one thread", () -> aio.nthreads() == 1);
    all.forEach(Setup::await);
    assertEquals(1, aio.limits().parallel());
  }

  @Test
  void zeroHoldsTheQueueUntilItIsRaised() throws Exception {
    aio.limits().maxParallel(0);
    List<Future<Void>> all = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      all.add(aio.nop());
    }
    eventually("ten in the queue", () -> aio.nready() == 10);
    TimeUnit.MILLISECONDS.sleep(50);
    assertEquals(10, aio.nready());
    assertEquals(0, aio.nthreads());
    aio.limits().minParallel(2);
    all.forEach(Setup::await);
  }

  @Test
  void priorityIsStrictAndFirstComeFirstServedWithin() {
    aio.limits().maxParallel(0);
    aio.limits().minParallel(0);
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    List<Future<Void>> all = new ArrayList<>();
    onLoop(
        () -> {
          for (int i = 0; i < 90; i++) {
            int priority = i * 7 % 9 - 4;
            int tag = priority * 1000 + i;
            all.add(aio.priority(priority).nop().onSuccess(done -> order.add(tag)));
          }
        });
    aio.limits().minParallel(1);
    all.forEach(Setup::await);
    eventually("all handlers ran", () -> order.size() == 90);
    List<Integer> expected = new ArrayList<>(order);
    expected.sort(
        (a, b) -> {
          int byPriority = Math.floorDiv(b + 500, 1000) - Math.floorDiv(a + 500, 1000);
          return byPriority != 0 ? byPriority : a - b;
        });
    assertEquals(expected, order);
  }

  @Test
  void prioritiesAreClampedAndNiceAdds() {
    assertEquals(4, aio.priority(100).priority());
    assertEquals(-4, aio.priority(Integer.MIN_VALUE).priority());
    assertEquals(-3, aio.nice(3).priority());
    assertEquals(-4, aio.nice(3).nice(3).priority());
    assertEquals(4, aio.nice(Integer.MIN_VALUE).priority());
    assertEquals(0, aio.priority());
  }

  @Test
  void limitsRefuseWhatMakesNoSense() {
    assertThrows(IllegalArgumentException.class, () -> aio.limits().maxParallel(-1));
    assertThrows(IllegalArgumentException.class, () -> aio.limits().minParallel(-1));
    assertThrows(IllegalArgumentException.class, () -> aio.limits().maxIdle(-1));
    assertThrows(IllegalArgumentException.class, () -> aio.limits().idleTimeout(-1));
    assertThrows(IllegalArgumentException.class, () -> aio.limits().maxPollReqs(0));
    assertThrows(IllegalArgumentException.class, () -> aio.limits().maxPollTime(-1));
    assertThrows(IllegalArgumentException.class, () -> aio.limits().maxOutstanding(0));
    assertThrows(IllegalArgumentException.class, () -> new AioOptions().setRingDepth(4096));
    assertEquals(4, aio.limits().parallel());
  }

  @Test
  void manySubmittersAndIdleThreadsLoseNothing() throws Exception {
    aio.limits().idleTimeout(0);
    List<Thread> threads = new ArrayList<>();
    List<Future<Void>> all = Collections.synchronizedList(new ArrayList<>());
    for (int t = 0; t < 4; t++) {
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < 3000; i++) {
                  all.add(aio.nop());
                  if (i % 50 == 0) {
                    Thread.yield();
                  }
                }
              });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    all.forEach(Setup::await);
    assertEquals(12000, all.size());
    assertTrue(aio.nthreads() <= 4);
  }
}
