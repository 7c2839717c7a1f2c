package io.github.vertxaio.examples.treescan;

import io.github.vertxaio.PathBytes;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The arguments of the process as the bytes they are. The JVM decodes them by the locale, and loses
 * what is not text in it.
 */
final class RawArguments {
  private static final String COMMAND_LINE = "/proc/self/cmdline";

  private RawArguments() {}

  /** The same arguments, with bytes that are not UTF-8 escaped as {@link PathBytes} does. */
  static String[] of(String[] decoded) {
    if (decoded.length == 0) {
      return decoded;
    }
    try (InputStream in = new FileInputStream(COMMAND_LINE)) {
      return lastOf(in.readAllBytes(), decoded);
    } catch (IOException e) {
      return decoded;
    }
  }

  /** Ours are the last of all: ahead of them are those of the JVM. Each ends with a null. */
  static String[] lastOf(byte[] commandLine, String[] decoded) {
    String[] raw = new String[decoded.length];
    int end = commandLine.length - 1;
    for (int i = raw.length - 1; i >= 0; i--) {
      int start = end;
      while (start > 0 && commandLine[start - 1] != 0) {
        start--;
      }
      if (end < 0) {
        return decoded;
      }
      raw[i] = PathBytes.decode(commandLine, start, end - start);
      end = start - 1;
    }
    return raw;
  }
}
