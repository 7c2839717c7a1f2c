package io.github.vertxaio.examples.treescan;

import io.github.vertxaio.PathBytes;
import java.io.IOException;
import java.io.OutputStream;

/** Names as bytes, gathered and written in blocks. */
final class NameOutput {
  private static final int BLOCK = 64 * 1024;

  private final OutputStream out;
  private byte[] block = new byte[BLOCK];
  private int length;

  NameOutput(OutputStream out) {
    this.out = out;
  }

  /** Adds a name, or a part of one. */
  void put(String name) throws IOException {
    reserve(name.length());
    int n = length;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 0x80) {
        put(PathBytes.encode(name));
        return;
      }
      block[n++] = (byte) c;
    }
    length = n;
  }

  /** Adds bytes. */
  void put(byte[] bytes) throws IOException {
    reserve(bytes.length);
    System.arraycopy(bytes, 0, block, length, bytes.length);
    length += bytes.length;
  }

  /** Adds what ends a name. */
  void put(byte end) throws IOException {
    reserve(1);
    block[length++] = end;
  }

  private void reserve(int bytes) throws IOException {
    if (block.length - length < bytes) {
      flush();
      if (block.length < bytes) {
        block = new byte[bytes];
      }
    }
  }

  /** Writes what was gathered. */
  void flush() throws IOException {
    int bytes = length;
    length = 0;
    out.write(block, 0, bytes);
    out.flush();
  }
}
