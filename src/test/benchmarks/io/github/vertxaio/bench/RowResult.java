package io.github.vertxaio.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What came of a row.
 *
 * @param row the row
 * @param cells of all contestants and depths
 * @param missing contestants that did not take part, or not to the end, and why
 */
public record RowResult(Row row, List<Cell> cells, Map<String, String> missing) {

  /** All goals, contestant by contestant, for which both sides took part. */
  public List<Verdict> verdicts() {
    List<Verdict> verdicts = new ArrayList<>();
    for (Goal goal : row.goals()) {
      for (Cell cell : cells) {
        if (goal.isFor(cell)) {
          judge(goal, cell).ifPresent(verdicts::add);
        }
      }
    }
    return verdicts;
  }

  /** The share of the machine that others used meanwhile, on average. */
  public double disturbance() {
    return cells.stream()
        .flatMap(cell -> cell.rounds().stream())
        .mapToDouble(Sample::disturbance)
        .average()
        .orElse(0);
  }

  private Optional<Verdict> judge(Goal goal, Cell ours) {
    if (goal.isAbsolute()) {
      return Optional.of(verdict(goal, ours, "", ours.figures(), Double.NaN));
    }
    return best(goal.peers(), ours.depth())
        .map(
            peer ->
                verdict(
                    goal,
                    ours,
                    peer.contestant(),
                    ratio(ours, peer),
                    ours.cpuSeconds() / peer.cpuSeconds()));
  }

  private Verdict verdict(Goal goal, Cell ours, String peer, Spread ratio, double cpuRatio) {
    boolean higherIsBetter = row.unit().higherIsBetter();
    String name = ours.contestant();
    return new Verdict(name, peer, ours.depth(), ratio, cpuRatio, higherIsBetter, goal.factor());
  }

  /** The ratios of the rounds of two contestants. */
  private Spread ratio(Cell ours, Cell peer) {
    Unit unit = row.unit();
    return Spread.of(
        IntStream.range(0, Math.min(ours.rounds().size(), peer.rounds().size()))
            .mapToDouble(i -> unit.of(ours.rounds().get(i)) / unit.of(peer.rounds().get(i))));
  }

  private Optional<Cell> best(String name, int depth) {
    Comparator<Cell> byFigure = Comparator.comparingDouble(cell -> cell.figures().median());
    return cells.stream()
        .filter(cell -> cell.depth() == depth && cell.contestant().startsWith(name))
        .max(row.unit().higherIsBetter() ? byFigure : byFigure.reversed());
  }
}
