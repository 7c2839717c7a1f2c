package io.github.vertxaio.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.Aio;
import io.github.vertxaio.AioFile;
import io.github.vertxaio.AioOptions;
import io.github.vertxaio.Linux;
import io.github.vertxaio.testing.Loops;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the page {@code life-cycle} shows. */
class LifeCycleTest {
  @TempDir Path dir;

  @ParameterizedTest
  @EnumSource
  void engineIsShared(Loops loops) {
    Vertx vertx = loops.open();
    // tag::shared[]
    Aio first = Aio.create(vertx, new AioOptions().setMaxParallel(3));
    Aio second = Aio.create(vertx, new AioOptions().setMaxParallel(5)); // the engine runs already
    int parallel = second.limits().parallel(); // 3
    // end::shared[]
    assertEquals(3, parallel);
    Setup.await(first.close());
    Setup.await(second.nop());
    Setup.await(second.close());
    IllegalStateException late =
        assertThrows(IllegalStateException.class, () -> Setup.await(second.nop()));
    assertEquals("nop: the engine is closed", late.getMessage());
    assertEquals(5, Aio.create(vertx, new AioOptions().setMaxParallel(5)).limits().parallel());
    Setup.await(vertx.close());
  }

  // tag::stop[]
  static final class Counter extends VerticleBase {
    private final String path;
    private final long value;
    private AioFile file;

    Counter(String path, long value) {
      this.path = path;
      this.value = value;
    }

    @Override
    public Future<?> start() {
      return Aio.create(vertx) // given back after stop()
          .open(path, Linux.O_WRONLY | Linux.O_CREAT, 0644)
          .onSuccess(opened -> file = opened);
    }

    @Override
    public Future<?> stop() {
      return file.writeFully(0, Buffer.buffer().appendLong(value))
          .compose(written -> file.fsync())
          .eventually(file::close);
    }
  }

  // end::stop[]

  @ParameterizedTest
  @EnumSource
  void stop_mayWriteAndSync(Loops loops) throws IOException {
    Vertx vertx = loops.open();
    Path path = dir.resolve("counter");
    Setup.await(vertx.deployVerticle(new Counter(path.toString(), 42)));
    Setup.await(vertx.close());
    assertEquals(42, Buffer.buffer(Files.readAllBytes(path)).getLong(0));
  }

  // tag::flush[]
  /** For a program that is no verticle: waits for its requests, then ends. */
  static Future<Void> end(Vertx vertx, Aio aio) {
    Promise<Void> ended = Promise.promise(); // of no context: those of this Vertx end with it
    aio.flush().onComplete(flushed -> vertx.close().onComplete(ended));
    return ended.future();
  }

  // end::flush[]

  @ParameterizedTest
  @EnumSource
  void flush_waitsForAll(Loops loops) {
    Vertx vertx = loops.open();
    Aio aio = Aio.create(vertx);
    List<Future<Void>> all = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      all.add(aio.mkdir(dir + "/d" + i, 0755));
    }
    Setup.await(end(vertx, aio));
    all.forEach(made -> assertTrue(made.succeeded()));
    assertTrue(Files.isDirectory(dir.resolve("d99")));
  }
}
