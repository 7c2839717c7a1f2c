package io.github.vertxaio.examples.treescan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.vertxaio.PathBytes;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The arguments are the last ones of the command line. */
class RawArgumentsTest {
  private static byte[] line(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void areDecodedWithoutLoss() {
    String[] raw = RawArguments.lastOf(line("java\0-jar\0x\0-q\0b\u00E4\0"), new String[2]);
    assertArrayEquals(new String[] {"-q", PathBytes.decode(line("b\u00E4"))}, raw);
  }

  @Test
  void mayBeEmpty() {
    String[] raw = RawArguments.lastOf(line("java\0Main\0\0a\0\0"), new String[3]);
    assertArrayEquals(new String[] {"", "a", ""}, raw);
  }

  @Test
  void areLeftAsTheyAreWhenTheLineIsTooShort() {
    String[] decoded = {"a", "b"};
    assertArrayEquals(decoded, RawArguments.lastOf(line("b\0"), decoded));
  }
}
