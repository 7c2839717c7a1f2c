package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every sequence of bytes survives as a string; every string that cannot be a name is refused. */
class PathBytesTest {
  private static void assertSurvives(byte... bytes) throws CharacterCodingException {
    String text = PathBytes.decode(bytes);
    assertArrayEquals(bytes, PathBytes.encode(text));
    String strict = new String(bytes, StandardCharsets.UTF_8);
    if (Arrays.equals(bytes, strict.getBytes(StandardCharsets.UTF_8))) {
      assertEquals(strict, text);
    }
  }

  @Test
  void everyByte_survives() throws CharacterCodingException {
    for (int a = 0; a < 256; a++) {
      assertSurvives((byte) a);
      assertEquals(a < 0x80 ? (char) a : (char) (0xDC00 | a), decoded(a).charAt(0));
      assertEquals(1, decoded(a).length());
    }
  }

  private static String decoded(int aByte) {
    return PathBytes.decode(new byte[] {(byte) aByte});
  }

  @Test
  void everyPairOfBytes_survives() throws CharacterCodingException {
    for (int a = 0; a < 256; a++) {
      for (int b = 0; b < 256; b++) {
        assertSurvives((byte) a, (byte) b);
      }
    }
  }

  @Test
  void leadingBytesWithEveryPairBehind_survive() throws CharacterCodingException {
    int[] leads = {0xC2, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF};
    for (int lead : leads) {
      for (int a = 0x70; a < 256; a++) {
        for (int b = 0x70; b < 256; b += 3) {
          assertSurvives((byte) lead, (byte) a, (byte) b);
          assertSurvives((byte) lead, (byte) a, (byte) b, (byte) 0x80);
        }
      }
    }
  }

  @Test
  void randomBytes_survive() throws CharacterCodingException {
    Random random = new Random(20);
    for (int i = 0; i < 100_000; i++) {
      byte[] bytes = new byte[random.nextInt(20)];
      random.nextBytes(bytes);
      assertSurvives(bytes);
    }
    byte[] large = new byte[1 << 20];
    random.nextBytes(large);
    assertSurvives(large);
  }

  @Test
  void bytesOfEscapesWrittenAsUtf8_survive() throws CharacterCodingException {
    // What CESU-8 and careless encoders make of the escapes themselves.
    for (int low = 0x80; low < 0x100; low++) {
      int escape = 0xDC00 | low;
      assertSurvives(
          (byte) (0xE0 | escape >> 12),
          (byte) (0x80 | escape >> 6 & 0x3F),
          (byte) (0x80 | escape & 0x3F));
    }
  }

  @Test
  void everyCodePoint_isUtf8() throws CharacterCodingException {
    for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
      if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
        String text = Character.toString(point);
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(utf8, PathBytes.encode(text));
        assertEquals(text, PathBytes.decode(utf8));
      }
    }
  }

  @Test
  void replacementCharacter_isAName() throws CharacterCodingException {
    String text = "a\uFFFDb";
    assertEquals(text, PathBytes.decode(text.getBytes(StandardCharsets.UTF_8)));
    assertArrayEquals(text.getBytes(StandardCharsets.UTF_8), PathBytes.encode(text));
  }

  @Test
  void surrogatesThatStandForNoByte_areRefused() {
    for (int c = Character.MIN_SURROGATE; c <= Character.MAX_SURROGATE; c++) {
      String text = "a" + (char) c + "b";
      if (c < 0xDC80 || c > 0xDCFF) {
        assertThrows(CharacterCodingException.class, () -> PathBytes.encode(text));
      }
    }
    assertThrows(CharacterCodingException.class, () -> PathBytes.encode("\uD800"));
    assertThrows(CharacterCodingException.class, () -> PathBytes.encode("\uD800\uD800\uDC00"));
  }

  @Test
  void partOfAnArray_isDecodedAlone() {
    byte[] bytes = "x€y".getBytes(StandardCharsets.UTF_8);
    assertEquals("€", PathBytes.decode(bytes, 1, 3));
    assertEquals("\uDCE2\uDC82", PathBytes.decode(bytes, 1, 2));
    assertEquals("", PathBytes.decode(bytes, 5, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> PathBytes.decode(bytes, 3, 3));
    assertThrows(IndexOutOfBoundsException.class, () -> PathBytes.decode(bytes, -1, 1));
  }

  @Test
  void null_throws() {
    assertThrows(NullPointerException.class, () -> PathBytes.encode(null));
    assertThrows(NullPointerException.class, () -> PathBytes.decode(null));
  }
}
