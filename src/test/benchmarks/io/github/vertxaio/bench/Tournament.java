package io.github.vertxaio.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the contestants of a row in turn, A B C, A B C, so that what disturbs the machine disturbs
 * them all, and a round can be compared with the same round of another.
 */
final class Tournament {
  /** The share of the machine that others may use without a repetition. */
  private static final double TOLERANCE = 0.1;

  private final Settings settings;
  private final PrintStream out;

  Tournament(Settings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  /** Runs a row at all its depths. */
  RowResult run(Row row) {
    out.println();
    out.println(row.title());
    Map<String, String> missing = new LinkedHashMap<>();
    Map<String, Contestant> running = new LinkedHashMap<>();
    try {
      start(row, running, missing);
      List<Cell> cells = new ArrayList<>();
      for (int depth : row.depths()) {
        cells.addAll(runAt(row, depth, running, missing));
      }
      return new RowResult(row, cells, missing);
    } finally {
      running.values().forEach(Contestant::close);
    }
  }

  private void start(Row row, Map<String, Contestant> running, Map<String, String> missing) {
    row.contestants()
        .forEach(
            (name, factory) -> {
              if (settings.includes(name)) {
                try {
                  running.put(name, factory.start());
                } catch (Contestant.MissingException | IOException e) {
                  skip(name, e, missing);
                }
              }
            });
  }

  private void skip(String name, Exception cause, Map<String, String> missing) {
    missing.put(name, cause.getMessage());
    out.println("  skipped: " + name + ": " + cause.getMessage());
  }

  private List<Cell> runAt(
      Row row, int depth, Map<String, Contestant> running, Map<String, String> missing) {
    Map<String, List<Sample>> samples = new LinkedHashMap<>();
    running.keySet().forEach(name -> samples.put(name, new ArrayList<>()));
    for (int round = -1; round < settings.rounds(); round++) {
      boolean first = depth == row.depths().get(0);
      long millis = round < 0 ? settings.warmUpMillis(first) : settings.millis();
      Iterator<Map.Entry<String, Contestant>> all = running.entrySet().iterator();
      while (all.hasNext()) {
        Map.Entry<String, Contestant> next = all.next();
        try {
          if (round < 0) {
            next.getValue().run(depth, millis);
          } else {
            samples.get(next.getKey()).add(leastDisturbed(next.getValue(), depth, millis));
          }
        } catch (IOException e) {
          skip(next.getKey(), e, missing);
          samples.remove(next.getKey());
          next.getValue().close();
          all.remove();
        }
      }
    }
    List<Cell> cells = new ArrayList<>();
    samples.forEach((name, rounds) -> cells.add(print(new Cell(row.unit(), depth, name, rounds))));
    return cells;
  }

  /** Works again when others kept the machine busy meanwhile; what counts is only that they did. */
  private Sample leastDisturbed(Contestant contestant, int depth, long millis) throws IOException {
    Sample best = watched(contestant, depth, millis);
    for (int i = 0; i < settings.retries() && best.disturbance() > TOLERANCE; i++) {
      Sample next = watched(contestant, depth, millis);
      best = next.disturbance() < best.disturbance() ? next : best;
    }
    return best;
  }

  private static Sample watched(Contestant contestant, int depth, long millis) throws IOException {
    Disturbance disturbance = new Disturbance(contestant);
    Sample sample = contestant.run(depth, millis);
    return sample.disturbedBy(disturbance.share());
  }

  private Cell print(Cell cell) {
    out.println("  " + cell);
    return cell;
  }
}
