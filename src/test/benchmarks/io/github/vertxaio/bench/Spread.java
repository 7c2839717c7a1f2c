package io.github.vertxaio.bench;

import java.util.stream.DoubleStream;

/**
 * A median and how far the rest lies around it.
 *
 * @param min the smallest
 * @param median the one in the middle; of an even number, the upper of the two
 * @param max the largest
 */
public record Spread(double min, double median, double max) {

  /** That of some figures, at least one. */
  static Spread of(DoubleStream figures) {
    double[] sorted = figures.sorted().toArray();
    return new Spread(sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]);
  }
}
