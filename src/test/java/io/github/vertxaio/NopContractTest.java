package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** nop and busy. */
class NopContractTest {
  @EverySetup
  void nop_givesNull(Setup setup) {
    assertNull(setup.await(() -> setup.aio().nop()));
  }

  @EverySetup
  void nop_manyAtOnce_allComplete(Setup setup) {
    List<Future<Void>> nops = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      nops.add(setup.onContext(() -> setup.aio().nop()));
    }
    nops.forEach(Setup::await);
  }

  @EverySetup
  void busy_lastsAsLongAsAsked(Setup setup) {
    long nanos = TimeUnit.MILLISECONDS.toNanos(30);
    long begin = System.nanoTime();
    assertNull(setup.await(() -> setup.aio().busy(nanos)));
    assertTrue(System.nanoTime() - begin >= nanos);
  }

  @EverySetup
  void busy_doesNotKeepTheLoop(Setup setup) {
    Future<Void> busy = setup.onContext(() -> setup.aio().busy(TimeUnit.MILLISECONDS.toNanos(300)));
    setup.await(() -> setup.aio().nop());
    assertTrue(!busy.isComplete(), "nop overtakes busy");
    Setup.await(busy);
  }

  @EverySetup
  void busy_forNoTime_completes(Setup setup) {
    assertNull(setup.await(() -> setup.aio().busy(0)));
  }

  @EverySetup
  void busy_negativeTime_throws(Setup setup) {
    IllegalArgumentException thrown =
        setup.refuses(IllegalArgumentException.class, () -> setup.aio().busy(-1));
    assertEquals("nanos: -1 (expected: >= 0)", thrown.getMessage());
  }
}
