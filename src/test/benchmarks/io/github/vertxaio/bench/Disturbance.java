package io.github.vertxaio.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Finds out which share of the machine was used by neither the contestant nor idleness while the
 * contestant worked.
 */
final class Disturbance {
  private static final long NANOS_PER_TICK = 10_000_000;
  private static final int IDLE = 4;
  private static final int IOWAIT = 5;
  private static final int STEAL = 8;

  private final Contestant contestant;
  private final long[] start;
  private final long ownNanos;

  /** Begins to watch. */
  Disturbance(Contestant contestant) throws IOException {
    this.contestant = contestant;
    this.ownNanos = contestant.cpuNanos();
    this.start = ticks();
  }

  /** The share of others so far, 0 to 1. */
  double share() throws IOException {
    long[] now = ticks();
    long own = (contestant.cpuNanos() - ownNanos) / NANOS_PER_TICK;
    long all = now[0] - start[0];
    long busy = now[1] - start[1];
    return all == 0 ? 0 : Math.max(0, busy - own) / (double) all;
  }

  /** All ticks and the busy ones of all processors, see {@code man 5 proc_stat}. */
  private static long[] ticks() throws IOException {
    String[] cpu = Files.readAllLines(Path.of("/proc/stat")).get(0).split(" +");
    // What follows is time of guests, which is also in the time of users.
    long all = Arrays.stream(cpu, 1, STEAL + 1).mapToLong(Long::parseLong).sum();
    return new long[] {all, all - Long.parseLong(cpu[IDLE]) - Long.parseLong(cpu[IOWAIT])};
  }
}
