package io.github.vertxaio.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/** Programs of the system, whose answers the tests believe. */
public final class Commands {
  private static final int TIMEOUT_SECONDS = 300;

  private Commands() {}

  /**
   * What a program did.
   *
   * @param status its exit status
   * @param output standard output and error together
   */
  public record Outcome(int status, byte[] output) {
    /** The output as text. */
    public String text() {
      return new String(output, StandardCharsets.UTF_8);
    }
  }

  /** Runs a program to its end, in the C locale. */
  public static Outcome outcome(List<String> command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put("LC_ALL", "C");
      builder.environment().put("TZ", "UTC");
      // A file, not a pipe: a descendant that stays behind would hold a pipe open, and no wait
      // would end.
      Path output = Files.createTempFile("output", ".txt");
      try {
        Process process = builder.redirectOutput(output.toFile()).start();
        process.getOutputStream().close();
        waitFor(process, command);
        return new Outcome(process.exitValue(), Files.readAllBytes(output));
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void waitFor(Process process, List<String> command) throws InterruptedException {
    if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError("takes too long: " + String.join(" ", command));
    }
  }

  /** Runs a program that has to succeed; gives the bytes that it printed. */
  public static byte[] bytes(String... command) {
    Outcome outcome = outcome(List.of(command));
    if (outcome.status() != 0) {
      throw new AssertionError(
          String.join(" ", command) + ": status " + outcome.status() + "\n" + outcome.text());
    }
    return outcome.output();
  }

  /** Runs a program that has to succeed; gives the lines that it printed. */
  public static List<String> lines(String... command) {
    return new String(bytes(command), StandardCharsets.UTF_8).lines().toList();
  }

  /** Runs a program that has to succeed; gives what it printed, each part ended by NUL. */
  public static List<byte[]> nulSeparated(String... command) {
    byte[] output = bytes(command);
    List<byte[]> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < output.length; i++) {
      if (output[i] == 0) {
        parts.add(java.util.Arrays.copyOfRange(output, from, i));
        from = i + 1;
      }
    }
    return parts;
  }

  /** Whether a program is on the path. */
  public static boolean exists(String program) {
    for (String directory : System.getenv().getOrDefault("PATH", "").split(":")) {
      if (Files.isExecutable(Path.of(directory, program))) {
        return true;
      }
    }
    return false;
  }

  /** Skips the running test, with the reason, where a program is missing. */
  public static void assume(String program) {
    if (!exists(program)) {
      throw new TestAbortedException("the program " + program + " is not installed");
    }
  }

  /** Whether this process is the superuser. */
  public static boolean isRoot() {
    return lines("id", "-u").equals(List.of("0"));
  }

  /** Skips the running test where this process is not the superuser. */
  public static void assumeRoot(String why) {
    if (!isRoot()) {
      throw new TestAbortedException("only the superuser can " + why);
    }
  }
}
