package io.github.vertxaio.examples.treescan;

import io.github.vertxaio.PathBytes;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Selects what is to be printed and prints it. All that may take long is done here, on the thread
 * of whoever calls: the regular expression, the encoding, the writing.
 */
final class ReportWriter {
  private final NameOutput out;
  private final ErrorStream err;
  private final boolean printsDirs;
  private final boolean printsFiles;
  private final Pattern grep;
  private final byte end;

  ReportWriter(Options options, NameOutput out, ErrorStream err) {
    this.out = out;
    this.err = err;
    printsDirs = options.dirs();
    printsFiles = options.files();
    grep = options.grep();
    end = (byte) (options.print0() ? '\0' : '\n');
  }

  /** Writes all findings of a list, and leaves none in the buffer. */
  void writeAll(List<Finding> findings) throws IOException {
    for (Finding finding : findings) {
      finding.writeTo(this);
    }
    out.flush();
  }

  void directory(String path, List<String> files) throws IOException {
    if (printsDirs) {
      print(path);
    }
    if (!printsFiles || files.isEmpty()) {
      return;
    }
    byte[] prefix = PathBytes.encode(path);
    for (String file : files) {
      if (grep == null || matches(path + file)) {
        out.put(prefix);
        out.put(file);
        out.put(end);
      }
    }
  }

  void file(String path) throws IOException {
    if (printsFiles) {
      print(path);
    }
  }

  private void print(String path) throws IOException {
    if (grep == null || matches(path)) {
      out.put(path);
      out.put(end);
    }
  }

  private boolean matches(String path) {
    try {
      return grep.matcher(path).find();
    } catch (StackOverflowError e) {
      throw new IllegalArgumentException("--grep needs too much stack for " + path, e);
    }
  }

  void failure(String path, Throwable cause) {
    err.failure(path, cause);
  }
}
