package io.github.vertxaio.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.Aio;
import io.github.vertxaio.AioException;
import io.github.vertxaio.AioFile;
import io.github.vertxaio.AioOptions;
import io.github.vertxaio.Engine;
import io.github.vertxaio.EngineInfo;
import io.github.vertxaio.Errno;
import io.github.vertxaio.MappedRegion;
import io.github.vertxaio.WorkingDirectory;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One of the nine ways to run a request: a transport and an engine, with an event-loop context that
 * makes the requests. Its end closes what was opened through it and the engine, and fails when the
 * process has more descriptors than before.
 */
public final class Setup implements AutoCloseable {
  private static final long SECONDS = 10;

  private final Loops loops;
  private final Engine engine;
  private final Deque<Supplier<Future<Void>>> opened = new ArrayDeque<>();
  private OpenDescriptors before;
  private ContextInternal context;
  private Aio aio;

  private Setup(Loops loops, Engine engine) {
    this.loops = loops;
    this.engine = engine;
  }

  /** All nine, none of them started. */
  public static Stream<Setup> all() {
    return Arrays.stream(Loops.values())
        .flatMap(loops -> Arrays.stream(Engine.values()).map(engine -> new Setup(loops, engine)));
  }

  /** One of them, not started. */
  public static Setup of(Loops loops, Engine engine) {
    return new Setup(loops, engine);
  }

  /** Starts the engine; skips the test where the transport is not available. */
  public Setup start() {
    return start(new AioOptions());
  }

  /** Starts the engine with other limits; the engine of the options is replaced. */
  public Setup start(AioOptions options) {
    Vertx vertx = loops.vertx();
    context = ((VertxInternal) vertx).createEventLoopContext();
    aio = Aio.create(vertx, new AioOptions(options).setEngine(engine));
    awaitPlaces();
    before = OpenDescriptors.now();
    return this;
  }

  /** Until the engine knows what it can do it gives everything to workers; a ring opens last. */
  private void awaitPlaces() {
    boolean ring = loops == Loops.IO_URING && engine != Engine.POOL;
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    EngineInfo info;
    do {
      await(() -> aio.stat("/"));
      info = aio.engineInfo();
      assertTrue(System.nanoTime() < deadline, info::toString);
    } while (!info.ready() || info.ring() != ring);
  }

  public Loops loops() {
    return loops;
  }

  public Engine engine() {
    return engine;
  }

  public Vertx vertx() {
    return loops.vertx();
  }

  /** The event-loop context of {@link #await(Supplier)}. */
  public ContextInternal context() {
    return context;
  }

  public Aio aio() {
    return aio;
  }

  /**
   * Makes a request on the event-loop context and gives its result. Fails when the request did not
   * complete on that context and thread, or completed inside the call that made it.
   */
  public <T> T await(Supplier<? extends Future<T>> request) {
    return await(onContext(request));
  }

  /** Gives the result of a future, or throws its failure. */
  public static <T> T await(Future<T> future) {
    try {
      return future.await(SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("not complete after " + SECONDS + " s", e);
    }
  }

  /** As {@link #await(Supplier)}, without waiting. May be called from the context too. */
  public <T> Future<T> onContext(Supplier<? extends Future<T>> request) {
    ResultCheck<T> check = new ResultCheck<>(context);
    context.runOnContext(ignored -> check.submit(request));
    return check.future();
  }

  /** The request has to fail with this errno; gives the exception. */
  public AioException fails(int errno, Supplier<? extends Future<?>> request) {
    AioException failure = fails(AioException.class, request);
    assertEquals(Errno.name(errno), Errno.name(failure.errno()), failure.getMessage());
    return failure;
  }

  /** The request has to fail, by its future, with an exception of this type. */
  public <X extends Throwable> X fails(Class<X> type, Supplier<? extends Future<?>> request) {
    Future<Throwable> outcome =
        onContext(() -> request.get().transform(done -> Future.succeededFuture(done.cause())));
    return assertInstanceOf(type, await(outcome));
  }

  /** The call itself has to throw an exception of this type, on the event-loop context. */
  public <X extends Throwable> X refuses(Class<X> type, Supplier<?> request) {
    Future<X> thrown =
        Future.future(
            promise ->
                context.runOnContext(
                    ignored -> {
                      try {
                        promise.complete(assertThrows(type, request::get));
                      } catch (AssertionError e) {
                        promise.fail(e);
                      }
                    }));
    return await(thrown);
  }

  /** The request has to fail, by its future or in the call itself; gives the failure. */
  public Throwable failsSomehow(Supplier<? extends Future<?>> request) {
    return fails(
        Throwable.class,
        () -> {
          try {
            return request.get();
          } catch (RuntimeException e) {
            return context.failedFuture(e);
          }
        });
  }

  /** Opens a file, to be closed at the latest with this. */
  public AioFile open(Path path, int flags) {
    return open(path, flags, 0644);
  }

  /** Opens a file, to be closed at the latest with this. */
  public AioFile open(Path path, int flags, int mode) {
    AioFile file = await(() -> aio.open(path.toString(), flags, mode));
    opened.push(file::close);
    return file;
  }

  /** Opens a working directory, to be closed at the latest with this. */
  public WorkingDirectory wd(Path path) {
    WorkingDirectory directory = await(() -> aio.wd(path.toString()));
    closeAtEnd(directory);
    return directory;
  }

  /** A working directory that is to be closed at the latest with this. */
  public void closeAtEnd(WorkingDirectory directory) {
    opened.push(directory::close);
  }

  /** Maps memory, to be unmapped at the latest with this. */
  public MappedRegion map(Supplier<? extends Future<MappedRegion>> request) {
    MappedRegion region = await(request);
    opened.push(region::close);
    return region;
  }

  @Override
  public void close() {
    if (aio == null) {
      return;
    }
    boolean clean = false;
    try {
      while (!opened.isEmpty()) {
        await(opened.pop());
      }
      await(aio.flush());
      assertEquals(0, aio.nreqs(), "requests are outstanding");
      before.assertNoneAdded();
      await(aio.close());
      clean = true;
    } finally {
      aio = null;
      if (!clean) {
        // The next test is not to meet the engine that this one has spoilt.
        loops.abandonShared();
      }
    }
  }

  @Override
  public String toString() {
    return loops + " " + engine;
  }
}
