package io.github.vertxaio.differential;

import io.github.vertxaio.testing.Commands;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/** A Perl that makes the requests with IO::AIO, one sequence after the other. */
final class IoAio implements AutoCloseable {
  private static final String SCRIPT = "io-aio.pl";

  private final Process process;
  private final BufferedReader answers;
  private final BufferedWriter lines;
  private final Path errors;

  private IoAio(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
    answers = process.inputReader(StandardCharsets.US_ASCII);
    lines = process.outputWriter(StandardCharsets.US_ASCII);
  }

  /** Skips the running test, with the reason, where Perl or the module is missing. */
  static void assume() {
    Commands.assume("perl");
    if (Commands.outcome(List.of("perl", "-MIO::AIO", "-e", "1")).status() != 0) {
      throw new TestAbortedException("Perl's module IO::AIO is not installed (libio-aio-perl)");
    }
  }

  /** Starts it, with a directory for its script and what it complains about. */
  static IoAio start(Path dir) throws IOException {
    Path script = dir.resolve(SCRIPT);
    try (InputStream resource = IoAio.class.getResourceAsStream(SCRIPT)) {
      Files.copy(resource, script);
    }
    Path errors = dir.resolve("io-aio.errors");
    ProcessBuilder builder = new ProcessBuilder("perl", script.toString());
    builder.redirectError(errors.toFile());
    return new IoAio(builder.start(), errors);
  }

  /** Executes a sequence in a directory; gives an answer for each of its lines. */
  List<String> answers(Path top, List<String> sequence) throws IOException {
    answer("begin " + Words.escaped(top.toString()));
    List<String> all = new ArrayList<>();
    for (String line : sequence) {
      all.add(answer(line));
    }
    return all;
  }

  private String answer(String line) throws IOException {
    lines.write(line + "\n");
    lines.flush();
    String answer = answers.readLine();
    if (answer == null) {
      throw new AssertionError(line + ": " + Files.readString(errors));
    }
    return answer;
  }

  @Override
  public void close() throws IOException {
    lines.close();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    String complaints = Files.readString(errors);
    if (!complaints.isEmpty()) {
      throw new AssertionError(complaints);
    }
  }
}
