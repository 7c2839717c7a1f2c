package io.github.vertxaio.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program that is run from start to end each round; its output goes to /dev/null. */
final class CommandPeer implements Contestant {
  private final List<String> command;
  private final Pattern reported;

  /**
   * A command.
   *
   * @param reported finds, in its first group, the seconds in what it writes to its standard error;
   *     {@code null} to take the time from start to end
   */
  CommandPeer(List<String> command, Pattern reported) {
    this.command = command;
    this.reported = reported;
  }

  @Override
  public Sample run(int depth, long millis) throws IOException {
    long cpu = CpuTime.ofChildren();
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    process.getOutputStream().close();
    String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = Programs.await(process);
    long nanos = System.nanoTime() - start;
    if (status != 0) {
      throw new IOException("exit status " + status + ": " + errors.strip());
    }
    long used = CpuTime.ofChildren() - cpu;
    return new Sample(1, reported == null ? nanos : reportedNanos(errors), used, -1, -1);
  }

  private long reportedNanos(String errors) throws IOException {
    Matcher matcher = reported.matcher(errors);
    if (!matcher.find()) {
      throw new IOException("it does not report its time: " + errors.strip());
    }
    return Math.round(Double.parseDouble(matcher.group(1)) * 1e9);
  }
}
