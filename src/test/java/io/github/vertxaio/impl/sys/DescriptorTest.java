package io.github.vertxaio.impl.sys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A descriptor is closed once, after its last use, and is never used after that. */
class DescriptorTest {
  private final AtomicInteger closed = new AtomicInteger();

  @Test
  void unused_isClosedAtOnce() {
    Descriptor descriptor = new Descriptor(7, true);
    assertEquals(7, descriptor.fd());
    assertTrue(descriptor.retire(closed::incrementAndGet));
    assertEquals(1, closed.get());
  }

  @Test
  void inUse_isClosedByTheLastRelease() {
    Descriptor descriptor = new Descriptor(7, true);
    assertTrue(descriptor.acquire());
    assertTrue(descriptor.acquire());
    assertTrue(descriptor.retire(closed::incrementAndGet));
    descriptor.release();
    assertEquals(0, closed.get());
    descriptor.release();
    assertEquals(1, closed.get());
  }

  @Test
  void usedBefore_isClosedAtOnce() {
    Descriptor descriptor = new Descriptor(7, true);
    for (int i = 0; i < 10; i++) {
      assertTrue(descriptor.acquire());
      descriptor.release();
    }
    assertTrue(descriptor.retire(closed::incrementAndGet));
    assertEquals(1, closed.get());
  }

  @Test
  void retired_cannotBeAcquired() {
    Descriptor descriptor = new Descriptor(7, true);
    assertTrue(descriptor.acquire());
    descriptor.retire(closed::incrementAndGet);
    assertFalse(descriptor.acquire());
    descriptor.release();
    assertFalse(descriptor.acquire());
    assertEquals(1, closed.get());
  }

  @Test
  void retiredAgain_usesTheFirstActionOnly() {
    Descriptor descriptor = new Descriptor(7, true);
    assertTrue(descriptor.acquire());
    AtomicInteger second = new AtomicInteger();
    assertTrue(descriptor.retire(closed::incrementAndGet));
    assertFalse(descriptor.retire(second::incrementAndGet));
    descriptor.release();
    assertFalse(descriptor.retire(second::incrementAndGet));
    assertEquals(1, closed.get());
    assertEquals(0, second.get());
  }

  @Test
  void manyThreads_neverUseItClosed() throws Exception {
    for (int round = 0; round < 300; round++) {
      raceOnce();
    }
  }

  private void raceOnce() throws Exception {
    Descriptor descriptor = new Descriptor(7, true);
    AtomicInteger closes = new AtomicInteger();
    AtomicReference<String> wrong = new AtomicReference<>();
    CyclicBarrier start = new CyclicBarrier(6);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      threads.add(thread(start, () -> use(descriptor, closes, wrong)));
    }
    AtomicInteger retired = new AtomicInteger();
    for (int i = 0; i < 2; i++) {
      threads.add(
          thread(
              start,
              () -> {
                if (descriptor.retire(closes::incrementAndGet)) {
                  retired.incrementAndGet();
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(null, wrong.get());
    assertEquals(1, retired.get());
    assertEquals(1, closes.get());
  }

  private static void use(
      Descriptor descriptor, AtomicInteger closes, AtomicReference<String> wrong) {
    while (descriptor.acquire()) {
      if (closes.get() != 0) {
        wrong.set("acquired when it was closed");
      }
      Thread.onSpinWait();
      if (closes.get() != 0) {
        wrong.set("closed while it was in use");
      }
      descriptor.release();
    }
  }

  private static Thread thread(CyclicBarrier start, Runnable action) {
    Thread thread =
        new Thread(
            () -> {
              try {
                start.await();
              } catch (Exception e) {
                throw new AssertionError(e);
              }
              action.run();
            });
    thread.start();
    return thread;
  }
}
