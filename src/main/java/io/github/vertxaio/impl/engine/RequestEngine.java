package io.github.vertxaio.impl.engine;

import io.github.vertxaio.AioLimits;
import io.github.vertxaio.AioOptions;
import io.github.vertxaio.EngineInfo;
import io.github.vertxaio.impl.op.LocalDevices;
import io.github.vertxaio.impl.op.Operation;
import io.github.vertxaio.impl.sys.Uses;
import io.github.vertxaio.impl.vertx.Contexts;
import io.github.vertxaio.impl.vertx.IoUringPresence;
import io.github.vertxaio.impl.vertx.Log;
import io.netty.channel.EventLoop;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;

/** The engine of one Vertx: takes requests in and sees to it that each comes back. */
public final class RequestEngine {
  private final Vertx vertx;
  private final AioOptions options;
  private final Outstanding outstanding = new Outstanding();
  private final Pool pool = new Pool();
  private final Limits limits;
  private final Router router;
  private final LocalDevices locals = new LocalDevices(ForkJoinPool.commonPool());
  private final Map<EventLoop, LoopState> loops = new ConcurrentHashMap<>();
  private final AtomicInteger pendingElsewhere = new AtomicInteger();
  private final Set<AbstractRequest<?>> feeding = ConcurrentHashMap.newKeySet();
  private final Promise<Void> closing = Promise.promise();
  private volatile boolean closed;

  /** An engine without threads; they come with the requests. */
  public RequestEngine(Vertx vertx, AioOptions options) {
    this.vertx = vertx;
    this.options = new AioOptions(options);
    this.limits = new Limits(options, pool::adjust);
    pool.limits(limits);
    this.router = new Router(options, pool, this::isQuiet);
    ForkJoinPool.commonPool().execute(this::warmUp);
  }

  private boolean isQuiet(int requests) {
    return outstanding.count() <= requests * loops.size();
  }

  private void warmUp() {
    boolean loopHasRing = IoUringPresence.isIoUring(Contexts.anyLoop(vertx));
    try {
      router.warmUp(loopHasRing);
      EngineInfo info = info();
      Log.info(
          "engine "
              + info.engine()
              + " with up to "
              + limits.parallel()
              + " worker threads; ring "
              + (loopHasRing ? "of each event loop: " + info.ringStatus() : info.ringStatus()));
    } catch (RuntimeException | LinkageError e) {
      Log.warn("the native library cannot be used; every request will fail", e);
    }
  }

  /** The options it was made with. */
  public AioOptions options() {
    return options;
  }

  /** The limits, to be read and changed. */
  public AioLimits limits() {
    return limits;
  }

  /** How many outstanding requests are too many. */
  public int maxOutstanding() {
    return limits.maxOutstanding();
  }

  /** The devices that can be trusted to answer at once. */
  public LocalDevices locals() {
    return locals;
  }

  /** The count of requests that are not done. */
  public Outstanding outstanding() {
    return outstanding;
  }

  /** The context that results of the current caller go to. */
  public Context context() {
    return Contexts.current(vertx);
  }

  /**
   * Makes a request and sends it on its way.
   *
   * @param priority −4 to 4
   */
  public <T> Request<T> submit(Operation<T> operation, int priority) {
    return submit(context(), operation, priority, null);
  }

  /**
   * Makes a request that takes its turn among others, and sends it on its way.
   *
   * @param turns the others, or {@code null}
   */
  public <T> Request<T> submit(Context context, Operation<T> operation, int priority, Turns turns) {
    LoopState loop = loop(context);
    Completions completions = completions(context, loop);
    Request<T> request =
        turns == null
            ? new Request<>(context, this, completions, operation, priority)
            : new TurnRequest<>(context, this, completions, operation, priority, turns);
    outstanding.enter();
    if (closed) {
      request.refuse(new IllegalStateException(operation.name() + ": the engine is closed"));
      return request;
    }
    Throwable refusal = refusal(operation);
    if (refusal != null) {
      request.refuse(refusal);
    } else if (turns == null) {
      router.route(request, loop);
    } else {
      turns.route(() -> router.route(request, loop), request);
    }
    return request;
  }

  /** Why an operation cannot be executed; {@code null} when it holds what it needs. */
  private static Throwable refusal(Operation<?> operation) {
    try {
      return operation.acquire();
    } catch (IllegalArgumentException programmingError) {
      return programmingError;
    }
  }

  /**
   * Gives something up: it is ended when nothing uses it any more. Also works, and does not leak,
   * when the engine is closed.
   *
   * @param operation what ends it, a descriptor's close
   * @return {@code null} when it was given up before
   */
  public Request<Void> close(Uses uses, Operation<Void> operation, int priority) {
    Context context = context();
    LoopState loop = loop(context);
    Request<Void> request =
        new CloseRequest(context, this, completions(context, loop), operation, priority);
    outstanding.enter();
    Runnable action = closed ? () -> request.submitTo(pool) : () -> router.route(request, loop);
    if (uses.retire(action)) {
      return request;
    }
    outstanding.forget();
    return null;
  }

  /**
   * Makes a request that cleans up after others: it is not cancelled, and executed by a worker even
   * when the engine is closing, provided that the request it is a part of is not done yet.
   */
  public Request<Void> cleanUp(Context context, Operation<Void> operation, int priority) {
    Completions completions = completions(context, loop(context));
    Request<Void> request = new CloseRequest(context, this, completions, operation, priority);
    outstanding.enter();
    request.submitTo(pool);
    return request;
  }

  /** The completions of a context. */
  public Completions completions(Context context) {
    return completions(context, loop(context));
  }

  private LoopState loop(Context context) {
    EventLoop loop = Contexts.loop(context);
    LoopState state = loops.get(loop);
    return state != null
        ? state
        : loops.computeIfAbsent(loop, key -> new LoopState(key, limits, router.usesRings()));
  }

  private Completions completions(Context context, LoopState loop) {
    if (context.isEventLoopContext()) {
      return loop.completions();
    }
    return Contexts.shared(
        context,
        this,
        key -> new ExecutorCompletions(Contexts.executor(context), pendingElsewhere));
  }

  /** A request may make others at any time: it is told when the engine begins to close. */
  public void addFeeding(AbstractRequest<?> request) {
    feeding.add(request);
  }

  /** It makes no others any more. */
  public void removeFeeding(AbstractRequest<?> request) {
    feeding.remove(request);
  }

  /**
   * Gives up all requests and the threads that execute them, and goes on with new ones.
   *
   * @return completed, on no particular thread, when all their futures have failed
   */
  public Future<Void> reinit() {
    Disowning disowning = new Disowning();
    feeding.forEach(disowning::disownWithOwners);
    loops.values().forEach(loop -> loop.disownAll(disowning));
    pool.disownAll(disowning);
    return disowning.over();
  }

  /**
   * Takes no requests any more, executes those it has, and ends.
   *
   * @return completed, on no particular thread, when it has ended
   */
  public Future<Void> close() {
    synchronized (closing) {
      if (closed) {
        return closing.future();
      }
      closed = true;
    }
    feeding.forEach(AbstractRequest::engineCloses);
    if (limits.parallel() == 0) {
      // A held queue would never become empty; whoever holds it has no use for it any more.
      limits.minParallel(1);
    }
    outstanding.whenNone(this::end);
    return closing.future();
  }

  private void end() {
    pool.close();
    loops
        .values()
        .forEach(
            loop -> {
              try {
                loop.close();
              } catch (java.util.concurrent.RejectedExecutionException e) {
                // The loop has ended and taken its ring along.
              }
            });
    closing.tryComplete();
  }

  /** Completed, on no particular thread, when the engine has ended. */
  public Future<Void> ended() {
    return closing.future();
  }

  /** Whether {@link #close} was called. */
  public boolean isClosed() {
    return closed;
  }

  /** Requests that wait for a worker or a ring. */
  public int nready() {
    return pool.nready() + loops.values().stream().mapToInt(LoopState::nready).sum();
  }

  /** Requests that are executed and not delivered. */
  public int npending() {
    return pendingElsewhere.get()
        + loops.values().stream().mapToInt(loop -> loop.completions().pending()).sum();
  }

  /** Worker threads that are alive. */
  public int nthreads() {
    return pool.nthreads();
  }

  /** What runs where. */
  public EngineInfo info() {
    return router.info();
  }
}
