package io.github.vertxaio.bench.report;

import io.github.vertxaio.bench.Cell;
import io.github.vertxaio.bench.RowResult;
import io.github.vertxaio.bench.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * The tables for people. They go between two marks of a file that is otherwise written by hand, or
 * make up the file where there is none.
 */
final class MarkdownReport {
  private static final String BEGIN = "<!-- results: written by the benchmarks, do not edit -->\n";
  private static final String END = "<!-- end of results -->\n";

  private final StringBuilder text = new StringBuilder();

  MarkdownReport(Map<String, String> environment, Map<String, String> settings) {
    text.append("| | |\n|---|---|\n");
    environment.forEach((name, value) -> row(name, value));
    settings.forEach((name, value) -> row(name, value));
  }

  void add(RowResult result) {
    text.append("\n### ").append(result.row().title()).append("\n\n");
    text.append("![").append(result.row().title()).append("](");
    text.append(result.row().id()).append(".svg)\n\n");
    text.append("Others used ").append(Math.round(100 * result.disturbance()));
    text.append(" % of the machine meanwhile.\n\n");
    addGoals(result);
    addCells(result);
    result.missing().forEach((name, why) -> text.append("\nSkipped: " + name + ": " + why + "\n"));
  }

  private void addGoals(RowResult result) {
    row("ours", "compared with", "depth", "ratio", "goal", "", "CPU per operation, ratio");
    text.append("|---|---|--:|--:|--:|---|--:|\n");
    for (Verdict verdict : result.verdicts()) {
      row(
          verdict.ours(),
          verdict.peer(),
          Integer.toString(verdict.depth()),
          verdict.ratioText(),
          verdict.goalText(),
          verdict.outcome(),
          verdict.cpuText());
    }
  }

  private void addCells(RowResult result) {
    text.append("\n<details><summary>All figures</summary>\n\n");
    row("", "depth", result.row().unit().heading(), "from", "to", "CPU s", "bytes/op", "loop");
    text.append("|---|--:|--:|--:|--:|--:|--:|--:|\n");
    for (Cell cell : result.cells()) {
      row(
          cell.contestant(),
          Integer.toString(cell.depth()),
          cell.unit().format(cell.figures().median()),
          cell.unit().format(cell.figures().min()),
          cell.unit().format(cell.figures().max()),
          known("%.2f", cell.cpuSeconds()),
          known("%.0f", cell.bytesPerOperation()),
          known("%.2f", cell.loopShare()));
    }
    text.append("\n</details>\n");
  }

  private void row(String... cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String known(String format, double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
  }

  void write(Path file) throws IOException {
    String old = Files.exists(file) ? Files.readString(file) : BEGIN + END;
    int begin = old.indexOf(BEGIN);
    int end = old.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException(file + ": the marks around the results are missing");
    }
    String head = old.substring(0, begin + BEGIN.length());
    Files.writeString(file, head + "\n" + text + "\n" + old.substring(end));
  }
}
