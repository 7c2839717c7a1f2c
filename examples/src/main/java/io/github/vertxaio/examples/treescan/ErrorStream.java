package io.github.vertxaio.examples.treescan;

import io.github.vertxaio.AioException;
import io.github.vertxaio.Errno;
import io.github.vertxaio.PathBytes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Standard error: lines that stay, and one status line below them that is drawn over. Whatever
 * happens to it, the scan goes on. Writing may block, so no event loop calls this while it scans.
 */
final class ErrorStream {
  private static final String ERASE_LINE = "\r\033[K";

  /** What is too long for a line that is drawn over must not go on in the next one. */
  private static final String NO_WRAP = "\033[?7l";

  private static final String WRAP = "\033[?7h";

  /**
   * Those of ASCII and of C1, whether they came as UTF-8 or as bytes that {@code PathBytes}
   * escapes.
   */
  private static final String CONTROLS = "[\\x00-\\x1F\\x7F-\\x9F\\x{DC80}-\\x{DC9F}]";

  private final OutputStream out;
  private boolean statusShown;
  private boolean statusEnded;

  ErrorStream(OutputStream out) {
    this.out = out;
  }

  /** What went wrong with a path. */
  void failure(String path, Throwable cause) {
    line("treescan: " + path + ": " + reason(cause));
  }

  private static String reason(Throwable cause) {
    if (cause instanceof AioException) {
      return Errno.message(((AioException) cause).errno());
    }
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  /** Writes a line; control characters in it, which a file name may have, do not get through. */
  synchronized void line(String text) {
    hideStatus();
    write(text.replaceAll(CONTROLS, "?") + "\n");
  }

  /** Draws the status line anew. */
  synchronized void status(String text) {
    if (!statusEnded) {
      write(ERASE_LINE + NO_WRAP + text + WRAP);
      statusShown = true;
    }
  }

  /** Removes the status line, for good. */
  synchronized void endStatus() {
    statusEnded = true;
    hideStatus();
  }

  private void hideStatus() {
    if (statusShown) {
      write(ERASE_LINE);
      statusShown = false;
    }
  }

  private void write(String text) {
    try {
      out.write(encode(text));
      out.flush();
    } catch (IOException e) {
      // There is no better place to tell it.
      statusEnded = true;
    }
  }

  private static byte[] encode(String text) {
    try {
      return PathBytes.encode(text);
    } catch (IOException e) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }
}
