package io.github.vertxaio.examples.treescan;

import io.github.vertxaio.Aio;
import io.github.vertxaio.AioOptions;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.OutputStream;

/** One run of the program, after its command line was understood. */
final class Scan {
  /** Something could not be read, or written. */
  static final int FAILURES = 1;

  /** The program itself did not work; the launcher beside the sources uses it too. */
  static final int BROKEN = 70;

  /** What a shell reports of a program that SIGPIPE has ended, as it ends most of them. */
  static final int NO_READER = 141;

  /** How long a name may wait for others to be printed together with it. */
  private static final long GATHER_MILLIS = 100;

  private final Options options;
  private final OutputStream out;
  private final ErrorStream err;
  private final Tally tally = new Tally();

  Scan(Options options, OutputStream out, ErrorStream err) {
    this.options = options;
    this.out = out;
    this.err = err;
  }

  /** Runs it to its end, on a thread that may wait, and tells the exit status. */
  int run(Vertx vertx) {
    Promise<Integer> status = Promise.promise();
    Progress progress = Progress.of(options, tally, err);
    try (progress) {
      vertx.runOnContext(
          start ->
              Future.succeededFuture()
                  .compose(begin -> begin(vertx, progress))
                  .otherwise(this::stopped)
                  .onComplete(status));
      return status.future().await();
    } finally {
      if (options.progress()) {
        err.line(tally.summary());
      }
    }
  }

  private Future<Integer> begin(Vertx vertx, Progress progress) {
    Context context = vertx.getOrCreateContext();
    AioOptions limits =
        new AioOptions().setEngine(options.engine()).setMaxParallel(options.parallel());
    Aio aio = Aio.create(vertx, limits);
    Report report = new Report(context, new ReportWriter(options, new NameOutput(out), err));
    Inspection inspection =
        options.stat() || options.sync()
            ? new Inspection(aio, options.sync(), report::failure)
            : null;
    TreeWalk walk = new TreeWalk(aio, options.paths(), tally, report, inspection);
    report.whenDrained(walk::advance);
    long timer =
        vertx.setPeriodic(
            GATHER_MILLIS,
            tick -> {
              report.send();
              progress.show();
            });
    return walk.start()
        .compose(found -> report.finish())
        .map(written -> report.hasFailures() ? FAILURES : 0)
        .onComplete(
            end -> {
              vertx.cancelTimer(timer);
              aio.close();
            });
  }

  private int stopped(Throwable cause) {
    if (!(cause instanceof IOException)) {
      err.failure("stopped", cause);
      return BROKEN;
    }
    if (StandardStreams.isPipe(StandardStreams.OUT)) {
      return NO_READER;
    }
    err.failure("standard output", cause);
    return FAILURES;
  }
}
