package io.github.vertxaio.bench;

import java.util.Locale;

/** What the figure of a row is. */
public enum Unit {
  /** Operations per second. */
  OPERATIONS_PER_SECOND("operations/s", true),
  /** Seconds for all of the work. */
  SECONDS("s", false),
  /** Bytes per operation. */
  BYTES("bytes", false);

  private final String text;
  private final boolean higherIsBetter;

  Unit(String text, boolean higherIsBetter) {
    this.text = text;
    this.higherIsBetter = higherIsBetter;
  }

  /** Whether the larger figure wins. */
  public boolean higherIsBetter() {
    return higherIsBetter;
  }

  /** The figure of a sample. */
  public double of(Sample sample) {
    return switch (this) {
      case OPERATIONS_PER_SECOND -> sample.perSecond();
      case SECONDS -> sample.seconds();
      case BYTES -> (double) sample.allocatedBytes() / sample.operations();
    };
  }

  /** For how many operations CPU seconds are given. */
  double cpuOperations() {
    return this == SECONDS ? 1 : 1e6;
  }

  /** What CPU seconds are called where the unit matters. */
  public String cpuName() {
    return this == SECONDS ? "cpuSeconds" : "cpuSecondsPerMillionOperations";
  }

  /** A figure as people read it; operations in thousands. */
  public String format(double value) {
    return switch (this) {
      case OPERATIONS_PER_SECOND ->
          String.format(Locale.ROOT, value < 1e5 ? "%,.1f" : "%,.0f", value / 1e3);
      case SECONDS -> String.format(Locale.ROOT, "%.3f", value);
      case BYTES -> String.format(Locale.ROOT, "%.0f", value);
    };
  }

  /** Above a column of {@link #format formatted} figures. */
  public String heading() {
    return this == OPERATIONS_PER_SECOND ? "thousand operations/s" : text;
  }

  @Override
  public String toString() {
    return text;
  }
}
