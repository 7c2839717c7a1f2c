package io.github.vertxaio.examples.treescan;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes findings from the event loop to a thread that may block, in batches, one at a time and in
 * order. While a batch is being written the next one gathers; a reader that is too slow makes this
 * {@linkplain #isFull full}, and who finds things waits until it is drained.
 */
final class Report {
  private static final int BATCH_NAMES = 2048;
  private static final int FULL_NAMES = 32 * BATCH_NAMES;

  private final Context context;
  private final ReportWriter writer;
  private final Promise<Void> end = Promise.promise();
  private Runnable drained = () -> {};
  private List<Finding> gathered = new ArrayList<>();
  private int names;
  private boolean writing;
  private boolean finishing;
  private boolean failed;
  private Throwable broken;

  /**
   * An empty report.
   *
   * @param context where it is used
   */
  Report(Context context, ReportWriter writer) {
    this.context = context;
    this.writer = writer;
  }

  /** Calls somebody after each batch: this may have been full and not be any more, or is broken. */
  void whenDrained(Runnable newDrained) {
    drained = newDrained;
  }

  /** Adds a failure. */
  void failure(String path, Throwable cause) {
    failed = true;
    add(new Finding.Failure(path, cause));
  }

  /** Adds what was found. */
  void add(Finding finding) {
    gathered.add(finding);
    names += finding.weight();
    if (names >= BATCH_NAMES) {
      send();
    }
  }

  /** Sends what has gathered, be it ever so little. */
  void send() {
    if (writing || broken != null || gathered.isEmpty()) {
      return;
    }
    List<Finding> batch = gathered;
    gathered = new ArrayList<>();
    names = 0;
    writing = true;
    context.executeBlocking(() -> write(batch)).onComplete(this::written);
  }

  private Void write(List<Finding> batch) throws IOException {
    writer.writeAll(batch);
    return null;
  }

  private void written(AsyncResult<Void> done) {
    writing = false;
    broken = done.cause();
    if (finishing || names >= BATCH_NAMES) {
      send();
    }
    drained.run();
    endIfOver();
  }

  /** Whether there is so much to write that no more should be found at present. */
  boolean isFull() {
    return names >= FULL_NAMES;
  }

  /** Whether writing is impossible. */
  boolean isBroken() {
    return broken != null;
  }

  /** Whether a failure was added. */
  boolean hasFailures() {
    return failed;
  }

  /**
   * Writes what is left.
   *
   * @return completed when all is written; fails as the writing did
   */
  Future<Void> finish() {
    finishing = true;
    send();
    endIfOver();
    return end.future();
  }

  private void endIfOver() {
    if (finishing && !writing) {
      if (broken == null) {
        end.tryComplete();
      } else {
        end.tryFail(broken);
      }
    }
  }
}
