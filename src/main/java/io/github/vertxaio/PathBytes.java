package io.github.vertxaio;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * File names as strings, without loss.
 *
 * <p>To the kernel a name is a sequence of bytes. A name that is valid UTF-8 is that text. In any
 * other name each byte that is not part of valid UTF-8 becomes one of the lone surrogates {@code
 * U+DC80} to {@code U+DCFF}, which no valid UTF-8 decodes to; encoding turns it back into its byte.
 * So {@code encode(decode(bytes))} equals {@code bytes} for every array. It is the escape that
 * Python calls {@code surrogateescape}.
 */
public final class PathBytes {
  private static final char ESCAPE = 0xDC00;

  private PathBytes() {}

  /**
   * Turns a name from the kernel into a string.
   *
   * @param name the bytes of a name or path
   * @return the string that {@link #encode} turns back into these bytes
   */
  public static String decode(byte[] name) {
    return decode(name, 0, name.length);
  }

  /**
   * Turns a part of an array into a string.
   *
   * @param name holds the bytes of a name or path
   * @param offset where it begins
   * @param length how many bytes it has
   * @return the string that {@link #encode} turns back into these bytes
   */
  public static String decode(byte[] name, int offset, int length) {
    String text = new String(name, offset, length, StandardCharsets.UTF_8);
    return text.indexOf('\uFFFD') < 0 ? text : decodeSlowly(name, offset, length);
  }

  private static String decodeSlowly(byte[] name, int offset, int length) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(name, offset, length);
    CharBuffer out = CharBuffer.allocate(length);
    while (decoder.decode(in, out, true).isError()) {
      out.put((char) (ESCAPE | in.get() & 0xFF));
      decoder.reset();
    }
    return out.flip().toString();
  }

  /**
   * Turns a string into the bytes that the kernel gets.
   *
   * @param path a name or path, perhaps with escapes made by {@link #decode}
   * @return its bytes
   * @throws CharacterCodingException when the string holds a lone surrogate that stands for no byte
   */
  public static byte[] encode(String path) throws CharacterCodingException {
    byte[] bytes = new byte[maxLength(path)];
    int length = encode(path, bytes);
    return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
  }

  private static int maxLength(String path) {
    int length = path.length();
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      length += c < 0x80 ? 0 : c < 0x800 ? 1 : 2;
    }
    return length;
  }

  private static int encode(String path, byte[] out) throws CharacterCodingException {
    int n = 0;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c < 0x80) {
        out[n++] = (byte) c;
      } else if (c < 0x800) {
        out[n++] = (byte) (0xC0 | c >> 6);
        out[n++] = (byte) (0x80 | c & 0x3F);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < path.length()
          && Character.isLowSurrogate(path.charAt(i + 1))) {
        n = encodeSupplementary(Character.toCodePoint(c, path.charAt(++i)), out, n);
      } else if (c >= (ESCAPE | 0x80) && c <= (ESCAPE | 0xFF)) {
        out[n++] = (byte) c;
      } else if (Character.isSurrogate(c)) {
        throw new java.nio.charset.UnmappableCharacterException(1);
      } else {
        out[n++] = (byte) (0xE0 | c >> 12);
        out[n++] = (byte) (0x80 | c >> 6 & 0x3F);
        out[n++] = (byte) (0x80 | c & 0x3F);
      }
    }
    return n;
  }

  private static int encodeSupplementary(int point, byte[] out, int n) {
    out[n++] = (byte) (0xF0 | point >> 18);
    out[n++] = (byte) (0x80 | point >> 12 & 0x3F);
    out[n++] = (byte) (0x80 | point >> 6 & 0x3F);
    out[n++] = (byte) (0x80 | point & 0x3F);
    return n;
  }
}
