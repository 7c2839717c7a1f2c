package io.github.vertxaio.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A process that works on command. It says {@code ready}, or {@code skip} and why. Then a line
 * {@code <work> <depth> <millis>} to it is answered by {@code <operations> <nanoseconds> <allocated
 * bytes> <loop nanoseconds>}. Between commands it only waits, so that many can take turns.
 */
public final class LinePeer implements Contestant {
  private static final long PATIENCE_MILLIS = 30_000;

  private final Process process;
  private final BufferedReader answers;
  private final BufferedWriter commands;
  private final String work;

  /**
   * Starts one.
   *
   * @param work the first word of its commands
   * @param log gets what it writes to its standard error
   */
  public LinePeer(List<String> command, String work, Path log)
      throws IOException, MissingException {
    this.work = work;
    this.process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.commands = process.outputWriter(StandardCharsets.UTF_8);
    String greeting = answers.readLine();
    if (greeting != null && greeting.startsWith("skip ")) {
      throw new MissingException(greeting.substring("skip ".length()));
    }
    if (!"ready".equals(greeting)) {
      throw new MissingException("it does not start; see " + log);
    }
  }

  @Override
  public Sample run(int depth, long millis) throws IOException {
    long cpu = cpuNanos();
    commands.write(work + " " + depth + " " + millis + "\n");
    commands.flush();
    String answer = answer(millis);
    if (answer == null) {
      throw new IOException(work + " at depth " + depth + ": it ended, or hung and was ended");
    }
    long used = cpuNanos() - cpu;
    String[] words = answer.split(" ");
    return new Sample(
        Long.parseLong(words[0]),
        Long.parseLong(words[1]),
        used,
        Long.parseLong(words[2]),
        Long.parseLong(words[3]));
  }

  private String answer(long millis) throws IOException {
    CompletableFuture<Void> late = new CompletableFuture<>();
    late.completeOnTimeout(null, millis + PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
        .thenRun(process::destroyForcibly);
    try {
      return answers.readLine();
    } finally {
      late.cancel(false);
    }
  }

  @Override
  public long cpuNanos() throws IOException {
    return CpuTime.of(process.pid());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
