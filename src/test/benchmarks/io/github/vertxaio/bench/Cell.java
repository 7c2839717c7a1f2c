package io.github.vertxaio.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * What one contestant did at one depth.
 *
 * @param unit of the figures
 * @param depth requests in flight
 * @param contestant its name
 * @param rounds in their order
 */
public record Cell(Unit unit, int depth, String contestant, List<Sample> rounds) {

  /** Whether it is this library's. */
  public boolean isOurs() {
    return contestant.startsWith(Row.OURS);
  }

  /** The figures of the rounds. */
  public Spread figures() {
    return Spread.of(rounds.stream().mapToDouble(unit::of));
  }

  /** CPU seconds per million operations, or per run of a program; NaN when not known. */
  public double cpuSeconds() {
    return perOperation(Sample::cpuNanos) * unit.cpuOperations() / 1e9;
  }

  /** Bytes allocated per operation; NaN outside a JVM. */
  public double bytesPerOperation() {
    return perOperation(Sample::allocatedBytes);
  }

  /** Which part of a core the loop thread used; NaN when there is no such thread. */
  public double loopShare() {
    return sum(Sample::loopNanos) / sum(Sample::nanos);
  }

  private double perOperation(ToLongFunction<Sample> what) {
    return sum(what) / sum(Sample::operations);
  }

  private double sum(ToLongFunction<Sample> what) {
    return rounds.stream().anyMatch(sample -> what.applyAsLong(sample) < 0)
        ? Double.NaN
        : rounds.stream().mapToLong(what).sum();
  }

  @Override
  public String toString() {
    Spread spread = figures();
    return String.format(
        Locale.ROOT,
        "%-36s %4d  %9s  (%s – %s)  %6.2f CPU s  %5.0f B/op  loop %.2f",
        contestant,
        depth,
        unit.format(spread.median()),
        unit.format(spread.min()),
        unit.format(spread.max()),
        cpuSeconds(),
        bytesPerOperation(),
        loopShare());
  }
}
