package io.github.vertxaio.examples.treescan;

import java.io.IOException;
import java.util.List;

/** One thing to be reported. */
sealed interface Finding {

  /** How many names it holds in memory, about. */
  default int weight() {
    return 1;
  }

  /** Writes it, on a thread that may block. */
  void writeTo(ReportWriter writer) throws IOException;

  /**
   * A directory was read.
   *
   * @param path its path, with a slash behind it
   * @param files the names in it that are no directories
   */
  record Directory(String path, List<String> files) implements Finding {
    @Override
    public int weight() {
      return 1 + files.size();
    }

    @Override
    public void writeTo(ReportWriter writer) throws IOException {
      writer.directory(path, files);
    }
  }

  /**
   * A path of the command line is no directory.
   *
   * @param path the path
   */
  record File(String path) implements Finding {
    @Override
    public void writeTo(ReportWriter writer) throws IOException {
      writer.file(path);
    }
  }

  /**
   * Something could not be read.
   *
   * @param path what
   * @param cause why
   */
  record Failure(String path, Throwable cause) implements Finding {
    @Override
    public void writeTo(ReportWriter writer) {
      writer.failure(path, cause);
    }
  }
}
