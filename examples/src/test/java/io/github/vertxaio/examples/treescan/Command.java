package io.github.vertxaio.examples.treescan;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
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
      Path err = Files.createTempFile("stderr", ".txt");
      Process process =
          new ProcessBuilder(words)
              .directory(directory.toFile())
              .redirectError(err.toFile())
              .start();
      String out = read(process.getInputStream());
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("takes too long: " + words);
      }
      Command done = new Command(process.exitValue(), out, Files.readString(err));
      Files.delete(err);
      return done;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String read(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    in.transferTo(bytes);
    return bytes.toString(StandardCharsets.ISO_8859_1);
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
