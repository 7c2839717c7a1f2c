package io.github.vertxaio.bench;

import java.util.Locale;

/**
 * How far a contestant is from a goal.
 *
 * @param ours our contestant
 * @param peer the peer that it is compared with; empty for a figure of its own
 * @param depth requests in flight
 * @param ratio our figure divided by the peer's of the same round, or our figure
 * @param cpuRatio our CPU time per operation divided by the peer's; NaN when not known
 * @param higherIsBetter whether the ratio is to be at least the goal, or at most
 * @param goal what it should be
 */
public record Verdict(
    String ours,
    String peer,
    int depth,
    Spread ratio,
    double cpuRatio,
    boolean higherIsBetter,
    double goal) {

  /** Whether the median is there. */
  public boolean reached() {
    return higherIsBetter ? ratio.median() >= goal : ratio.median() <= goal;
  }

  /** In words; where some rounds are on either side of the goal, the median decides. */
  public String outcome() {
    boolean crossing = ratio.min() < goal && goal < ratio.max();
    return (reached() ? "reached" : "NOT reached") + (crossing ? ", rounds differ" : "");
  }

  /** The ratio as people read it. */
  public String ratioText() {
    return text(ratio.median()) + " (" + text(ratio.min()) + " – " + text(ratio.max()) + ")";
  }

  /** The goal as people read it. */
  public String goalText() {
    return (higherIsBetter ? "≥ " : "≤ ") + text(goal);
  }

  /** The ratio of the CPU times as people read it. */
  public String cpuText() {
    return Double.isNaN(cpuRatio) ? "" : text(cpuRatio);
  }

  private String text(double value) {
    String format = value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, format, value) + (peer.isEmpty() ? "" : "×");
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%-26s %s at %d: %s, goal %s",
        outcome(),
        peer.isEmpty() ? ours : ours + " / " + peer,
        depth,
        ratioText(),
        goalText());
  }
}
