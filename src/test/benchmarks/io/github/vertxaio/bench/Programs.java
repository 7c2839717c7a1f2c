package io.github.vertxaio.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Programs of this machine. */
final class Programs {
  private Programs() {}

  /**
   * Makes sure that a program is there.
   *
   * @param debianPackage what brings it
   */
  static void require(String program, String debianPackage) throws Contestant.MissingException {
    boolean found =
        Arrays.stream(System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(":"))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    if (!found) {
      throw new Contestant.MissingException(
          "no " + program + " in PATH (Debian: " + debianPackage + ")");
    }
  }

  /** Runs a program to its end and gives what it wrote to its standard output. */
  static String output(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = await(process);
    if (status != 0) {
      throw new IOException(String.join(" ", command) + ": exit status " + status);
    }
    return output;
  }

  /** Waits for a process. */
  static int await(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw new IOException("interrupted", e);
    }
  }

  /** The first line of a program's output, or what is said about its absence. */
  static String version(String... command) {
    try {
      return output(List.of(command)).lines().findFirst().orElse("?");
    } catch (IOException e) {
      return "not there";
    }
  }
}
