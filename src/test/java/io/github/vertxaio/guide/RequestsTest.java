package io.github.vertxaio.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.Aio;
import io.github.vertxaio.AioFile;
import io.github.vertxaio.AioRequest;
import io.github.vertxaio.Engine;
import io.github.vertxaio.Linux;
import io.github.vertxaio.RequestState;
import io.github.vertxaio.Stat;
import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Loops;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;

/** What the page {@code requests} shows. */
class RequestsTest {
  @TempDir Path dir;

  // tag::both[]
  static Future<Long> sizeOfBoth(Aio aio, String one, String other) {
    AioRequest<Stat> first = aio.stat(one);
    AioRequest<Stat> second = aio.stat(other); // does not wait for the first
    return Future.all(first, second).map(both -> first.result().size() + second.result().size());
  }

  // end::both[]

  @EverySetup
  void requestsRunBesideEachOther(Setup setup) throws IOException {
    Path one = Files.writeString(dir.resolve("one"), "12345");
    Path other = Files.writeString(dir.resolve("other"), "1234567");
    assertEquals(
        Files.size(one) + Files.size(other),
        setup.await(() -> sizeOfBoth(setup.aio(), one.toString(), other.toString())));
  }

  // tag::context[]
  static final class Usage extends VerticleBase {
    private final List<String> paths;
    private long bytes; // touched on the verticle's context alone: no lock, no volatile

    Usage(List<String> paths) {
      this.paths = paths;
    }

    @Override
    public Future<?> start() {
      Aio aio = Aio.create(vertx);
      List<Future<Stat>> all = new ArrayList<>();
      for (String path : paths) {
        all.add(aio.stat(path).onSuccess(stat -> bytes += stat.size()));
      }
      return Future.all(all);
    }
  }

  // end::context[]

  @EverySetup
  void handlersOfAVerticleNeedNoLock(Setup setup) throws IOException {
    List<String> paths = new ArrayList<>();
    long expected = 0;
    for (int i = 0; i < 300; i++) {
      Path file = Files.writeString(dir.resolve("f" + i), "x".repeat(i));
      paths.add(file.toString());
      expected += Files.size(file);
    }
    for (ThreadingModel model : ThreadingModel.values()) {
      if (model != ThreadingModel.VIRTUAL_THREAD || hasVirtualThreads()) {
        assertEquals(expected, bytes(setup, new Usage(paths), model), model::toString);
      }
    }
  }

  private static long bytes(Setup setup, Usage verticle, ThreadingModel model) {
    DeploymentOptions options = new DeploymentOptions().setThreadingModel(model);
    Setup.await(setup.vertx().undeploy(deploy(setup, verticle, options)));
    return verticle.bytes;
  }

  private static String deploy(Setup setup, VerticleBase verticle, DeploymentOptions options) {
    return Setup.await(setup.vertx().deployVerticle(verticle, options));
  }

  private static boolean hasVirtualThreads() {
    return Runtime.version().feature() >= 21;
  }

  // tag::await[]
  /** For a virtual thread, or one that is not Vert.x's; an event loop may not wait. */
  static Buffer head(Aio aio, String path) {
    AioFile file = aio.open(path, Linux.O_RDONLY).await();
    try {
      return file.read(0, 10).await();
    } finally {
      file.close().await();
    }
  }

  // end::await[]

  @EverySetup
  void otherThreadsMayWait(Setup setup) throws IOException {
    Path file = Files.writeString(dir.resolve("f"), "0123456789abcdef");
    byte[] expected = Commands.bytes("head", "-c", "10", file.toString());
    assertEquals(Buffer.buffer(expected), head(setup.aio(), file.toString()));
    setup.fails(
        IllegalStateException.class, () -> setup.aio().nop().map(done -> waitOnTheLoop(setup)));
  }

  @EverySetup
  void virtualThreadsMayWait(Setup setup) throws IOException {
    Assumptions.assumeTrue(hasVirtualThreads(), "virtual threads need Java 21");
    Path file = Files.writeString(dir.resolve("f"), "0123456789abcdef");
    Promise<Buffer> head = Promise.promise();
    VerticleBase verticle =
        new VerticleBase() {
          @Override
          public Future<?> start() {
            head.complete(head(setup.aio(), file.toString()));
            return Future.succeededFuture();
          }
        };
    DeploymentOptions options =
        new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);
    Setup.await(setup.vertx().undeploy(deploy(setup, verticle, options)));
    assertEquals(Buffer.buffer("0123456789"), Setup.await(head.future()));
  }

  private static Stat waitOnTheLoop(Setup setup) {
    return setup.aio().stat("/").await();
  }

  @EverySetup
  void handler_canBeReplaced(Setup setup) {
    Aio aio = setup.aio();
    List<String> order = new ArrayList<>();
    Future<Void> done =
        setup.onContext(
            () -> {
              // tag::handler[]
              AioRequest<Stat> request = aio.stat("/proc/self/exe");
              request.onComplete(outcome -> order.add("listener"));
              request.handler(outcome -> order.add("one that is replaced"));
              request.handler(outcome -> order.add("handler"));
              order.add("submitted");
              // end::handler[]
              return request.mapEmpty();
            });
    Setup.await(done);
    assertEquals("submitted", order.remove(0));
    assertEquals(2, order.size());
    assertTrue(order.containsAll(List.of("handler", "listener")), order.toString());
  }

  // tag::cancel[]
  /** What the pipe has; fails with a CancellationException when nothing comes in time. */
  static Future<Buffer> readWithin(Vertx vertx, AioFile pipe, long millis) {
    AioRequest<Buffer> read = pipe.read(4096);
    long timer = vertx.setTimer(millis, fired -> read.cancel());
    return read.onComplete(done -> vertx.cancelTimer(timer));
  }

  // end::cancel[]

  @EverySetup
  void inTime_givesWhatThereIs(Setup setup) throws IOException {
    Path fifo = fifo();
    AioFile pipe = setup.open(fifo, Linux.O_RDWR);
    Files.writeString(fifo, "in time");
    Buffer read = setup.await(() -> readWithin(setup.vertx(), pipe, 5_000));
    assertEquals("in time", read.toString());
  }

  @EverySetup
  void tooLate_failsWhenTheKernelHasLetGo(Setup setup) throws IOException {
    Path fifo = fifo();
    AioFile pipe = setup.open(fifo, Linux.O_RDWR);
    List<Future<Buffer>> reading = new ArrayList<>();
    setup.await(
        () -> {
          reading.add(readWithin(setup.vertx(), pipe, 20));
          return setup.vertx().timer(60).mapEmpty(); // fires after the other timer
        });
    Future<Buffer> read = reading.get(0);
    if (setup.loops() != Loops.IO_URING || setup.engine() == Engine.POOL) {
      assertFalse(read.isComplete(), "a worker is waiting in the kernel");
      Files.writeString(fifo, "lost");
    }
    assertThrows(CancellationException.class, () -> Setup.await(read));
    Files.writeString(fifo, "next");
    assertEquals("next", setup.await(() -> pipe.read(4096)).toString());
  }

  private Path fifo() {
    Path fifo = dir.resolve("fifo");
    Commands.bytes("mkfifo", fifo.toString());
    return fifo;
  }

  @EverySetup
  void states_endWithDone(Setup setup) {
    setup.aio().limits().maxParallel(0);
    List<AioRequest<?>> held = new ArrayList<>();
    Future<List<String>> names =
        setup.onContext(
            () -> {
              AioRequest<List<String>> request = setup.aio().readdir(dir.toString());
              held.add(request);
              assertEquals(RequestState.READY, request.state());
              setup.aio().limits().minParallel(8);
              return request.onComplete(done -> assertEquals(RequestState.RESULT, request.state()));
            });
    assertEquals(List.of(), Setup.await(names));
    setup.await(() -> setup.aio().nop());
    assertEquals(RequestState.DONE, held.get(0).state());
  }
}
