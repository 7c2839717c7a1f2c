package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Loops;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Future;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;

/** What the engine says of itself, and that it is so. */
class EngineInfoContractTest {
  @TempDir Path dir;

  private static boolean usesRing(Setup setup) {
    return setup.loops() == Loops.IO_URING && setup.engine() != Engine.POOL;
  }

  @EverySetup
  void saysWhatItUses(Setup setup) {
    EngineInfo info = setup.aio().engineInfo();
    assertEquals(setup.engine(), info.engine());
    assertTrue(info.ready());
    assertEquals(usesRing(setup), info.ring());
    assertEquals(usesRing(setup), info.ringStatus().startsWith("used: "), info.ringStatus());
    assertEquals("pool", info.places().get("readdir"));
    assertEquals(readPlaces(setup), info.places().get("read"));
    boolean ringOnly = usesRing(setup) && setup.engine() == Engine.RING;
    assertEquals(ringOnly ? "ring, pool" : "pool", info.places().get("nop"));
  }

  private static String readPlaces(Setup setup) {
    return (setup.engine() == Engine.AUTO ? "inline, " : "")
        + (usesRing(setup) ? "ring, " : "")
        + "pool";
  }

  @EverySetup
  void runsThere_withoutAnyWorker(Setup setup) throws Exception {
    Path path = Files.writeString(dir.resolve("file"), "12345");
    AioFile file = setup.open(path, Linux.O_RDONLY);
    setup.await(() -> file.read(0, 5));
    setup.aio().limits().maxParallel(0);
    try {
      assertServed(needsNoWorker(setup), () -> file.read(0, 5), setup);
      assertServed(usesRing(setup) && setup.engine() == Engine.RING, setup.aio()::nop, setup);
      assertServed(false, () -> setup.aio().readdir(dir.toString()), setup);
    } finally {
      setup.aio().limits().minParallel(2);
    }
  }

  @EverySetup
  void cachedPath_isOpenedWithoutAnyWorker(Setup setup) throws Exception {
    Path path = Files.writeString(dir.resolve("file"), "12345");
    boolean served = false;
    // What is known of file systems grows old, and is looked up again by a worker.
    for (int i = 0; i < 10 && !served; i++) {
      setup.await(() -> setup.aio().stat(path.toString()));
      setup.aio().limits().maxParallel(0);
      Future<Void> open =
          setup.onContext(() -> setup.aio().open(path.toString(), 0).compose(AioFile::close));
      served = isCompleteSoon(open);
      setup.aio().limits().minParallel(2);
      Setup.await(open);
    }
    assertEquals(needsNoWorker(setup), served);
  }

  private static boolean isCompleteSoon(Future<?> future) throws Exception {
    try {
      future.await(50, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  private static boolean needsNoWorker(Setup setup) {
    return setup.engine() == Engine.AUTO || usesRing(setup);
  }

  private static void assertServed(boolean expected, Supplier<Future<?>> request, Setup setup)
      throws Exception {
    Future<?> future = setup.onContext(() -> request.get().mapEmpty());
    if (expected) {
      Setup.await(future);
    } else {
      assertFalse(isCompleteSoon(future));
    }
  }
}
