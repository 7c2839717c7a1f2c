package io.github.vertxaio.differential;

import io.github.vertxaio.PathBytes;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.CharacterCodingException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** How names and contents are written in the lines that both drivers read and print. */
final class Words {
  private static final String PLAIN = "./_-";

  private Words() {}

  /** A name whose bytes other than letters, digits and a few more are written as {@code %xx}. */
  static String escaped(String name) {
    return escaped(bytes(name));
  }

  static String escaped(byte[] name) {
    StringBuilder word = new StringBuilder();
    for (byte b : name) {
      boolean plain = b > 0 && (Character.isLetterOrDigit(b) || PLAIN.indexOf(b) >= 0);
      word.append(plain ? String.valueOf((char) b) : String.format("%%%02x", b & 0xFF));
    }
    return word.toString();
  }

  /** The name that such a word stands for. */
  static String unescaped(String word) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '%') {
        bytes.write(HexFormat.fromHexDigits(word, i + 1, i + 3));
        i += 2;
      } else {
        bytes.write(c);
      }
    }
    return PathBytes.decode(bytes.toByteArray());
  }

  /** What a write writes: bytes that differ from their neighbours and, mostly, between writes. */
  static Buffer data(int start, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (start + 7 * i);
    }
    return Buffer.buffer(bytes);
  }

  /** Length and digest of what was read. */
  static String contents(Buffer data) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(data.getBytes());
      return data.length() + " " + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** Orders names as their bytes, which is how Perl sorts them. */
  static int byBytes(String left, String right) {
    return Arrays.compareUnsigned(bytes(left), bytes(right));
  }

  private static byte[] bytes(String name) {
    try {
      return PathBytes.encode(name);
    } catch (CharacterCodingException e) {
      throw new AssertionError(name, e);
    }
  }
}
