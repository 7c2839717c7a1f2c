package io.github.vertxaio.bench;

/**
 * What one contestant did in one round.
 *
 * @param operations how many were completed
 * @param nanos how long that took
 * @param cpuNanos CPU time of its process, −1 when not known
 * @param allocatedBytes by its threads in the Java heap, −1 where there is none
 * @param loopNanos CPU time of the thread that gets the results, −1 when it is not one thread
 * @param disturbance the share of the machine that others used meanwhile, 0 to 1
 */
public record Sample(
    long operations,
    long nanos,
    long cpuNanos,
    long allocatedBytes,
    long loopNanos,
    double disturbance) {

  /** A sample whose disturbance is not known yet. */
  Sample(long operations, long nanos, long cpuNanos, long allocatedBytes, long loopNanos) {
    this(operations, nanos, cpuNanos, allocatedBytes, loopNanos, 0);
  }

  /** The same with its disturbance. */
  Sample disturbedBy(double share) {
    return new Sample(operations, nanos, cpuNanos, allocatedBytes, loopNanos, share);
  }

  /** Operations per second. */
  public double perSecond() {
    return operations * 1e9 / nanos;
  }

  /** Seconds per operation. */
  public double seconds() {
    return nanos / 1e9 / operations;
  }
}
