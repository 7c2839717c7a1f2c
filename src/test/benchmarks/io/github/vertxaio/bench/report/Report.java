package io.github.vertxaio.bench.report;

import io.github.vertxaio.bench.RowResult;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes {@code results.json}, {@code README.md} and a chart for each row into a directory. */
public final class Report {
  private final Map<String, String> environment;
  private final Map<String, String> settings;
  private final List<RowResult> results;

  /** A report on all of this. */
  public Report(
      Map<String, String> environment, Map<String, String> settings, List<RowResult> results) {
    this.environment = environment;
    this.settings = settings;
    this.results = results;
  }

  /** Writes it. */
  public void write(Path directory, PrintStream out) throws IOException {
    Files.createDirectories(directory);
    JsonReport json = new JsonReport(environment, settings);
    MarkdownReport markdown = new MarkdownReport(environment, settings);
    for (RowResult result : results) {
      json.add(result);
      markdown.add(result);
      draw(result, directory, out);
    }
    json.write(directory.resolve("results.json"));
    markdown.write(directory.resolve("README.md"));
    out.println();
    out.println("written to " + directory);
  }

  private static void draw(RowResult result, Path directory, PrintStream out) throws IOException {
    try {
      new Chart(result).write(directory);
    } catch (LinkageError | RuntimeException e) {
      // A JRE without the libraries for fonts cannot measure text.
      out.println("no chart of " + result.row().id() + ": " + e + " (Debian: fontconfig)");
    }
  }
}
