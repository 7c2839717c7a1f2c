package io.github.vertxaio.bench;

import io.github.vertxaio.bench.peer.TestData;
import io.github.vertxaio.bench.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the benchmarks with what this machine has, and reports them. */
@Command(
    name = "benchmarks",
    mixinStandardHelpOptions = true,
    description = "Compares vertx-aio with its peers, in turn, and reports the ratios.")
public final class Benchmarks implements Callable<Integer> {
  private static final double QUICK_SECONDS = 0.15;

  @Option(
      names = "--rows",
      split = ",",
      description = "rows to run, by the beginning of their ids; default: all")
  private Set<String> rows = new LinkedHashSet<>();

  @Option(
      names = "--peers",
      split = ",",
      description = "contestants to run, by a part of their names; default: all")
  private Set<String> peers = new LinkedHashSet<>();

  @Option(names = "--rounds", defaultValue = "5", description = "default: ${DEFAULT-VALUE}")
  private int rounds;

  @Option(
      names = "--seconds",
      defaultValue = "0.5",
      description = "of each round; default: ${DEFAULT-VALUE}")
  private double seconds;

  @Option(
      names = "--retries",
      defaultValue = "1",
      description =
          "how often a round is repeated while other programs keep the machine busy; default:"
              + " ${DEFAULT-VALUE}")
  private int retries;

  @Option(names = "--quick", description = "rounds of " + QUICK_SECONDS + " seconds")
  private boolean quick;

  @Option(
      names = "--tree",
      defaultValue = "/usr",
      description = "what treescan scans; default: ${DEFAULT-VALUE}")
  private Path tree;

  @Option(
      names = "--work",
      defaultValue = "target/benchmarks",
      description = "test data and logs; default: ${DEFAULT-VALUE}")
  private Path work;

  @Option(
      names = "--output",
      description =
          "where the report goes; default: docs/benchmarks for a whole run, otherwise the directory"
              + " of --work")
  private Path output;

  @Option(names = "--list", description = "list rows and contestants, and end")
  private boolean list;

  /**
   * Runs them.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Benchmarks()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = settings();
    List<Row> selected = new Rows(new Peers(settings)).all().stream().filter(this::runs).toList();
    if (list) {
      selected.forEach(row -> System.out.println(row.id() + ": " + row.contestants().keySet()));
      return 0;
    }
    Files.createDirectories(settings.data());
    new TestData(settings.data()).create();
    Tournament tournament = new Tournament(settings, System.out);
    List<RowResult> results = new ArrayList<>();
    for (Row row : selected) {
      RowResult result = tournament.run(row);
      results.add(result);
      result.verdicts().forEach(verdict -> System.out.println("  " + verdict));
    }
    new Report(Environment.describe(settings), settings.describe(), results)
        .write(output(settings), System.out);
    return 0;
  }

  private boolean runs(Row row) {
    return rows.isEmpty() || rows.stream().anyMatch(row.id()::startsWith);
  }

  private Settings settings() throws IOException {
    double length = quick ? QUICK_SECONDS : seconds;
    return new Settings(
        Files.createDirectories(work).toRealPath(),
        Path.of("src/test/benchmarks"),
        tree,
        Path.of("examples/treescan"),
        rounds,
        Math.round(length * 1000),
        retries,
        peers);
  }

  private Path output(Settings settings) {
    if (output != null) {
      return output;
    }
    boolean whole = rows.isEmpty() && peers.isEmpty() && !quick;
    return whole ? Path.of("docs/benchmarks") : settings.work().resolve("report");
  }
}
