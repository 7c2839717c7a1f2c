package io.github.vertxaio.examples.treescan;

import java.util.Locale;

/** What was counted. Written by the event loop, read by others when it is done. */
final class Tally {
  private long dirs;
  private long files;
  private long startNanos;
  private long endNanos;

  /** The first request is about to be made. */
  void start() {
    startNanos = System.nanoTime();
  }

  /** The last result has arrived. */
  void end() {
    endNanos = System.nanoTime();
  }

  /** One directory, and the names in it that are none. */
  void directory(int filesInIt) {
    dirs++;
    files += filesInIt;
  }

  /** A path of the command line that is no directory. */
  void file() {
    files++;
  }

  /** Directories and files so far. */
  long entries() {
    return dirs + files;
  }

  /** The summary line. */
  String summary() {
    double seconds = Math.max(endNanos - startNanos, 1) / 1e9;
    return String.format(
        Locale.ROOT,
        "%d entries (%d directories, %d files) in %.3f s, %.0f entries/s",
        entries(),
        dirs,
        files,
        seconds,
        entries() / seconds);
  }
}
