package io.github.vertxaio.examples.treescan;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a command that was run to its end has left behind.
 *
 * @param status its exit status
 * @param out its standard output, each byte a character
 * @param err its standard error
 */
record Command(int status, String out, String err) {
  private static final int TIMEOUT_SECONDS = 120;

  /** Runs a shell command in a directory; its arguments are {@code $1}, {@code $2} and so on. */
  static Command shell(Path directory, String command, String... arguments) {
    List<String> words = new ArrayList<>(List.of("sh", "-c", command, "sh"));
    words.addAll(List.of(arguments));
    try {
      // Files, not pipes: a descendant that stays behind would hold a pipe open, and no wait would
      // end.
      Path out = Files.createTempFile("stdout", ".txt");
      Path err = Files.createTempFile("stderr", ".txt");
      try {
        Process process =
            new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        process.getOutputStream().close();
        waitFor(process, words);
        return new Command(
            process.exitValue(),
            Files.readString(out, StandardCharsets.ISO_8859_1),
            Files.readString(err));
      } finally {
        Files.delete(out);
        Files.delete(err);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void waitFor(Process process, List<String> words) throws InterruptedException {
    if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError("takes too long: " + words);
    }
  }

  /** Whether a shell command succeeds. */
  static boolean works(Path directory, String command) {
    return shell(directory, command).status() == 0;
  }

  /** The shell words that run treescan on the JVM and the class path of this test. */
  static String treescan() {
    String flags =
        Runtime.version().feature() < 24
            ? ""
            : " --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow";
    return quoted(System.getProperty("java.home") + "/bin/java")
        + " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
        + flags
        + " -cp "
        + quoted(System.getProperty("java.class.path"))
        + " "
        + TreeScan.class.getName();
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  /** The names in the output, each ended by a null, and none there twice. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (String name : allNames()) {
      assertTrue(names.add(name), () -> "twice: " + name);
    }
    return names;
  }

  /** The names in the output, sorted. */
  List<String> allNames() {
    if (out.isEmpty()) {
      return List.of();
    }
    assertTrue(out.endsWith("\0"), "the last name has no end");
    return Stream.of(out.split("\0")).sorted().toList();
  }
}
