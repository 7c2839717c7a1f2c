package io.github.vertxaio.examples.treescan;

import io.github.vertxaio.Aio;
import io.github.vertxaio.AioException;
import io.github.vertxaio.Errno;
import io.github.vertxaio.ScanResult;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Iterator;
import java.util.List;

/**
 * Goes through directory trees on one event loop, with a bounded number of directories in flight.
 */
final class TreeWalk {
  /** Enough that a worker always finds the next one, so that neither side sleeps. */
  private static final int MAX_IN_FLIGHT = 64;

  /** Each has a descriptor or a few then, and a process may have been given only 256. */
  private static final int MAX_INSPECTED = 16;

  private final Aio aio;
  private final Tally tally;
  private final Report report;
  private final Inspection inspection;
  private final Iterator<String> roots;
  private final PendingDirectories pending = new PendingDirectories();
  private final Promise<Void> done = Promise.promise();
  private final int maxInFlight;
  private int inFlight;

  /**
   * A walk that has not begun.
   *
   * @param inspection what is done with each directory, or {@code null} for nothing
   */
  TreeWalk(Aio aio, List<String> roots, Tally tally, Report report, Inspection inspection) {
    this.aio = aio;
    this.roots = roots.iterator();
    this.tally = tally;
    this.report = report;
    this.inspection = inspection;
    this.maxInFlight = inspection == null ? MAX_IN_FLIGHT : MAX_INSPECTED;
  }

  /**
   * Begins, and goes on as results arrive.
   *
   * @return completed when everything was found
   */
  Future<Void> start() {
    tally.start();
    advance();
    return done.future();
  }

  /** Begins with as many directories as there is room for. */
  void advance() {
    while (!report.isBroken() && !report.isFull() && inFlight < maxInFlight && startNext()) {
      inFlight++;
    }
    boolean over = report.isBroken() || pending.isEmpty() && !roots.hasNext();
    if (over && inFlight == 0 && !done.future().isComplete()) {
      tally.end();
      done.complete();
    }
  }

  private boolean startNext() {
    String path = pending.poll();
    if (path != null) {
      aio.scandir(path, 0).onComplete(result -> scanned(path, result));
    } else if (roots.hasNext()) {
      startRoot(roots.next());
    } else {
      return false;
    }
    return true;
  }

  private void startRoot(String root) {
    if (root.isEmpty()) {
      examineFile(root);
      return;
    }
    String path = withOneSlash(root);
    aio.scandir(path, 0)
        .onComplete(
            result -> {
              if (result.succeeded()) {
                scanned(path, result);
              } else {
                examineUnread(root, path, result);
              }
            });
  }

  /** The slash that was put behind it is what tells a directory, even one that cannot be read. */
  private void examineUnread(String root, String path, AsyncResult<ScanResult> result) {
    aio.lstat(path).onSuccess(stat -> scanned(path, result)).onFailure(cause -> examineFile(root));
  }

  private static String withOneSlash(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end) + '/';
  }

  /** A path that is no directory: a file, a link that leads nowhere, or nothing at all. */
  private void examineFile(String path) {
    aio.lstat(path)
        .onSuccess(
            stat -> {
              tally.file();
              report.add(new Finding.File(path));
            })
        .onFailure(cause -> report.failure(path, cause))
        .compose(stat -> inspection == null ? Future.succeededFuture() : inspection.of(path))
        .onComplete(end -> finished());
  }

  private void scanned(String path, AsyncResult<ScanResult> result) {
    ScanResult found = result.result();
    if (found == null) {
      failed(path, result.cause());
      finished();
      return;
    }
    tally.directory(found.nondirs().size());
    report.add(new Finding.Directory(path, found.nondirs()));
    pending.add(path, found.dirs());
    if (inspection == null) {
      finished();
    } else {
      inspection.of(path, found.nondirs()).onComplete(end -> finished());
    }
  }

  /** One that is there is listed, as it is the name that was found, even if it cannot be read. */
  private void failed(String path, Throwable cause) {
    report.failure(path, cause);
    if (!isGone(cause)) {
      tally.directory(0);
      report.add(new Finding.Directory(path, List.of()));
    }
  }

  /** Removed, or replaced by something else, after its name was found. */
  private static boolean isGone(Throwable cause) {
    if (cause instanceof AioException) {
      int errno = ((AioException) cause).errno();
      return errno == Errno.ENOENT || errno == Errno.ENOTDIR;
    }
    return false;
  }

  private void finished() {
    inFlight--;
    advance();
  }
}
