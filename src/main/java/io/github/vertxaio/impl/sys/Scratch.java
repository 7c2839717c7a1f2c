package io.github.vertxaio.impl.sys;

import io.github.vertxaio.Linux;
import java.nio.ByteBuffer;

/**
 * The memory that one call at a time needs around it: two paths, a small structure, and a transfer
 * buffer. A worker thread and an event loop have one each; a request on the ring has its own until
 * the kernel is through with it. It is used by one thread at a time and closed by its owner.
 */
public final class Scratch implements AutoCloseable {
  private static final int PATH = Linux.PATH_MAX;
  private static final int SECOND_PATH = PATH;
  private static final int STRUCT = 2 * PATH;
  private static final int STRUCT_SIZE = 512;
  private static final int LEAST_RETAINED = 64 * 1024;

  private final NativeMemory memory = NativeMemory.allocate(STRUCT + STRUCT_SIZE);
  private final int retainedBytes;
  private NativeMemory buffer;

  /**
   * Makes one.
   *
   * @param retainedBytes the largest transfer buffer that is kept from one call to the next
   */
  public Scratch(int retainedBytes) {
    this.retainedBytes = retainedBytes;
  }

  /** Stores the first path of a call and gives its address. */
  long path(byte[] path) {
    return store(path, 0);
  }

  /** Stores the second path of a call and gives its address. */
  long secondPath(byte[] path) {
    return store(path, SECOND_PATH);
  }

  private long store(byte[] path, int at) {
    // Paths are refused when a request is made; this is the last line before the kernel.
    if (path.length >= PATH) {
      throw new IllegalArgumentException("path of " + path.length + " bytes");
    }
    ByteBuffer bytes = memory.bytes();
    bytes.put(at, path);
    bytes.put(at + path.length, (byte) 0);
    return memory.address(at, path.length + 1);
  }

  /** Where a call may write a path of this length: the place of the second path. */
  long pathResult(int length) {
    return memory.address(SECOND_PATH, length);
  }

  /** The path that a call wrote there. */
  byte[] pathResultBytes(int length) {
    byte[] path = new byte[length];
    memory.bytes().get(SECOND_PATH, path);
    return path;
  }

  /** The address of the small structure. */
  long struct(int size) {
    return memory.address(STRUCT, size);
  }

  int structInt(int offset) {
    return memory.bytes().getInt(STRUCT + offset);
  }

  int structUnsignedShort(int offset) {
    return Short.toUnsignedInt(memory.bytes().getShort(STRUCT + offset));
  }

  long structLong(int offset) {
    return memory.bytes().getLong(STRUCT + offset);
  }

  void structInt(int offset, int value) {
    memory.bytes().putInt(STRUCT + offset, value);
  }

  void structLong(int offset, long value) {
    memory.bytes().putLong(STRUCT + offset, value);
  }

  /** A transfer buffer of at least this many bytes; the next call may give the same one. */
  public NativeMemory buffer(int length) {
    if (buffer == null || buffer.size() < length) {
      releaseBuffer();
      int least = retainedBytes >= LEAST_RETAINED ? LEAST_RETAINED : 1;
      buffer = NativeMemory.allocate(Math.max(length, least));
    }
    return buffer;
  }

  /** Gives back a transfer buffer that is too large to be kept. */
  public void trim() {
    if (buffer != null && buffer.size() > retainedBytes) {
      releaseBuffer();
    }
  }

  private void releaseBuffer() {
    if (buffer != null) {
      buffer.close();
      buffer = null;
    }
  }

  @Override
  public void close() {
    releaseBuffer();
    memory.close();
  }
}
