package io.github.vertxaio.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** CPU time of processes, from /proc: user and system, of all their threads, in steps of 10 ms. */
final class CpuTime {
  private static final long NANOS_PER_TICK = 10_000_000;

  /** The field after the name, which is the third; see {@code man 5 proc_pid_stat}. */
  private static final int FIRST = 3;

  private static final int UTIME = 14;
  private static final int CUTIME = 16;

  private CpuTime() {}

  /** That of a process and of the kernel's workers for it, but not of its children. */
  static long of(long pid) throws IOException {
    return sum(Path.of("/proc", Long.toString(pid), "stat"), UTIME);
  }

  /** That of the children of this process which have ended. */
  static long ofChildren() throws IOException {
    return sum(Path.of("/proc/self/stat"), CUTIME);
  }

  private static long sum(Path stat, int field) throws IOException {
    String line = Files.readString(stat);
    String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
    long user = Long.parseLong(fields[field - FIRST]);
    long system = Long.parseLong(fields[field + 1 - FIRST]);
    return (user + system) * NANOS_PER_TICK;
  }
}
