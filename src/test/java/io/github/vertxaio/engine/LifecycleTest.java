package io.github.vertxaio.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.Aio;
import io.github.vertxaio.AioFile;
import io.github.vertxaio.AioLimits;
import io.github.vertxaio.AioOptions;
import io.github.vertxaio.Engine;
import io.github.vertxaio.Linux;
import io.github.vertxaio.testing.Loops;
import io.github.vertxaio.testing.OpenDescriptors;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One engine for each Vertx, from its first use to the end of its last. */
class LifecycleTest {
  @TempDir Path directory;

  private static boolean hasWorkers() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().startsWith("vertx-aio-worker"));
  }

  @ParameterizedTest
  @EnumSource
  void isSharedAndCounted(Loops loops) {
    Vertx vertx = loops.open();
    Aio first = Aio.create(vertx, new AioOptions().setMaxParallel(3));
    Aio second = Aio.create(vertx, new AioOptions().setMaxParallel(5));
    assertEquals(3, second.limits().parallel(), "the first one sets the options");
    Setup.await(first.close());
    Setup.await(first.close());
    Setup.await(second.nop());
    Setup.await(second.close());
    Throwable failure = assertThrows(IllegalStateException.class, () -> Setup.await(second.nop()));
    assertEquals("nop: the engine is closed", failure.getMessage());
    Aio third = Aio.create(vertx);
    Setup.await(third.nop());
    Setup.await(vertx.close());
    EngineTest.eventually("the threads have ended", () -> !hasWorkers());
  }

  @ParameterizedTest
  @EnumSource
  void anEndedEngineIsNotKept(Loops loops) {
    Vertx vertx = loops.open();
    WeakReference<AioLimits> limits = limitsOfAnEndedEngine(vertx);
    EngineTest.eventually(
        "nothing refers to the engine",
        () -> {
          System.gc();
          return limits.get() == null;
        });
    Setup.await(vertx.close());
  }

  /** The limits are the engine's own. */
  private static WeakReference<AioLimits> limitsOfAnEndedEngine(Vertx vertx) {
    Aio aio = Aio.create(vertx);
    Setup.await(aio.nop());
    Setup.await(aio.close());
    return new WeakReference<>(aio.limits());
  }

  @ParameterizedTest
  @EnumSource
  void closeDrains(Loops loops) {
    Vertx vertx = loops.open();
    Aio aio = Aio.create(vertx, new AioOptions().setMaxParallel(2));
    List<Future<Void>> all = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      all.add(aio.mkdir(directory.resolve("d" + i).toString(), 0755));
    }
    Future<Void> closed = aio.close();
    assertThrows(IllegalStateException.class, () -> Setup.await(aio.nop()));
    Setup.await(closed);
    all.forEach(Setup::await);
    assertTrue(Files.exists(directory.resolve("d49")));
    Setup.await(vertx.close());
  }

  @ParameterizedTest
  @EnumSource
  void closeReleasesAHeldQueue(Loops loops) {
    Vertx vertx = loops.open();
    Aio aio = Aio.create(vertx, new AioOptions().setMaxParallel(0).setEngine(Engine.POOL));
    Future<Void> held = aio.nop();
    Setup.await(aio.close());
    Setup.await(held);
    Setup.await(vertx.close());
  }

  @ParameterizedTest
  @EnumSource
  void aVerticleMayStillWriteAndSyncWhenItStops(Loops loops) throws Exception {
    for (boolean shared : new boolean[] {false, true}) {
      Vertx vertx = loops.open();
      Path file = directory.resolve("last" + shared);
      Aio outside = shared ? Aio.create(vertx) : null;
      Setup.await(vertx.deployVerticle(new LastWords(outside, file)));
      Setup.await(vertx.close());
      assertEquals("last words", Files.readString(file));
      EngineTest.eventually("the threads have ended", () -> !hasWorkers());
    }
  }

  private static final class LastWords extends VerticleBase {
    private final Aio given;
    private final Path path;
    private AioFile file;

    LastWords(Aio given, Path path) {
      this.given = given;
      this.path = path;
    }

    @Override
    public Future<?> start() {
      Aio aio = given == null ? Aio.create(vertx) : given;
      return aio.open(path.toString(), Linux.O_CREAT | Linux.O_WRONLY, 0644)
          .onSuccess(opened -> file = opened);
    }

    @Override
    public Future<?> stop() {
      return file.writeFully(0, Buffer.buffer("last words"))
          .compose(written -> file.fsync())
          .compose(synced -> file.close());
    }
  }

  @ParameterizedTest
  @EnumSource
  void undeployedVerticlesGiveTheirShareBack(Loops loops) {
    Vertx vertx = loops.open();
    VerticleBase verticle =
        new VerticleBase() {
          @Override
          public Future<?> start() {
            return Aio.create(vertx).nop();
          }
        };
    String id = Setup.await(vertx.deployVerticle(verticle));
    EngineTest.eventually("a thread runs", LifecycleTest::hasWorkers);
    Setup.await(vertx.undeploy(id));
    EngineTest.eventually("the threads have ended", () -> !hasWorkers());
    Setup.await(vertx.close());
  }

  @ParameterizedTest
  @EnumSource
  void closingVertxWithRequestsInFlight_neitherHangsNorLeaks(Loops loops) {
    for (Engine engine : Engine.values()) {
      OpenDescriptors before = OpenDescriptors.now();
      Vertx vertx = loops.open();
      Aio aio = Aio.create(vertx, new AioOptions().setEngine(engine));
      AioFile file =
          Setup.await(
              aio.open(
                  directory.resolve("f" + engine).toString(), Linux.O_CREAT | Linux.O_RDWR, 0644));
      for (int i = 0; i < 100; i++) {
        vertx.runOnContext(
            ignored -> {
              file.write(0, Buffer.buffer(new byte[100_000]));
              aio.stat(directory.toString());
            });
      }
      file.close();
      Setup.await(vertx.close());
      EngineTest.eventually("the threads have ended", () -> !hasWorkers());
      before.assertNoneAdded();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLostFileIsClosed(Loops loops) {
    Vertx vertx = loops.open();
    Path path = directory.resolve("lost");
    lose(Aio.create(vertx), path);
    EngineTest.eventually(
        "the Cleaner has closed it",
        () -> {
          System.gc();
          return OpenDescriptors.now().numberOf(path) < 0;
        });
    Setup.await(vertx.close());
  }

  private static void lose(Aio aio, Path path) {
    Setup.await(aio.open(path.toString(), Linux.O_CREAT | Linux.O_RDWR, 0644));
    assertFalse(OpenDescriptors.now().numberOf(path) < 0);
  }

  @ParameterizedTest
  @EnumSource
  void filesCanBeClosedAfterTheEngine(Loops loops) {
    Vertx vertx = loops.open();
    Aio aio = Aio.create(vertx);
    Path path = directory.resolve("later");
    AioFile file = Setup.await(aio.open(path.toString(), Linux.O_CREAT | Linux.O_RDWR, 0644));
    Setup.await(aio.close());
    Setup.await(file.close());
    assertTrue(OpenDescriptors.now().numberOf(path) < 0);
    Setup.await(vertx.close());
  }
}
