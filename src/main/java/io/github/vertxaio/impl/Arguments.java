package io.github.vertxaio.impl;

import io.vertx.core.buffer.Buffer;

/** Checks of arguments that only a programming error gets wrong. */
final class Arguments {
  private Arguments() {}

  /** A number that cannot be negative. */
  static long notNegative(long value, String name) {
    if (value < 0) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: >= 0)");
    }
    return value;
  }

  /** A number that cannot be negative. */
  static int notNegative(int value, String name) {
    return (int) notNegative((long) value, name);
  }

  /**
   * Where in a buffer a transfer begins.
   *
   * @param dataOffset from the start, or, when it is negative, from the end
   * @return the index, at most the buffer's length
   */
  static int index(Buffer data, int dataOffset) {
    int index = dataOffset < 0 ? data.length() + dataOffset : dataOffset;
    if (index < 0 || index > data.length()) {
      throw new IndexOutOfBoundsException(
          "dataOffset: " + dataOffset + " (expected: within a buffer of " + data.length() + ")");
    }
    return index;
  }

  /** A range that has to be inside a buffer. */
  static void range(Buffer data, int index, int length) {
    notNegative(length, "length");
    if (index + (long) length > data.length()) {
      throw new IndexOutOfBoundsException(
          "range: " + index + "+" + length + " (expected: within " + data.length() + " bytes)");
    }
  }
}
