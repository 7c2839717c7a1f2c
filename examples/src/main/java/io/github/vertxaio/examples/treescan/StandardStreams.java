package io.github.vertxaio.examples.treescan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the standard streams of the process are, by the names that the kernel has for them. */
final class StandardStreams {
  /** Standard output. */
  static final int OUT = 1;

  /** Standard error. */
  static final int ERR = 2;

  private StandardStreams() {}

  /** Whether it is a pipe or a socket, so that writing fails only when nobody reads. */
  static boolean isPipe(int stream) {
    String name = name(stream);
    return name.startsWith("pipe:") || name.startsWith("socket:");
  }

  /** Whether it is a terminal. */
  static boolean isTerminal(int stream) {
    String name = name(stream);
    return name.startsWith("/dev/pts/")
        || name.startsWith("/dev/tty")
        || name.startsWith("/dev/hvc")
        || name.equals("/dev/console");
  }

  private static String name(int stream) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/self/fd/" + stream)).toString();
    } catch (IOException e) {
      return "";
    }
  }
}
