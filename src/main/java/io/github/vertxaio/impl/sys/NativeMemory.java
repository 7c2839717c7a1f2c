package io.github.vertxaio.impl.sys;

import com.kenai.jffi.MemoryIO;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;

/**
 * A block of memory outside the heap with one owner, who frees it with {@link #close}.
 *
 * <p>The contents are reached through {@link #bytes()}, which checks every index; an address leaves
 * this class only after its range was checked.
 */
public final class NativeMemory implements Memory, AutoCloseable {
  private static final MemoryIO MEMORY = MemoryIO.getInstance();

  /** A cache line: the kernel copies to such addresses a tenth faster. */
  private static final int ALIGNMENT = 64;

  private final int size;
  private final long block;
  private long address;
  private ByteBuffer bytes;

  private NativeMemory(long block, int size) {
    this.block = block;
    this.address = block + ALIGNMENT - 1 & -ALIGNMENT;
    this.size = size;
    this.bytes = MEMORY.newDirectByteBuffer(address, size).order(ByteOrder.nativeOrder());
  }

  /** Takes a block from the system; its contents are undefined. */
  public static NativeMemory allocate(int size) {
    if (size <= 0) {
      throw new IllegalArgumentException("size: " + size + " (expected: > 0)");
    }
    long block = MEMORY.allocateMemory((long) size + ALIGNMENT, false);
    if (block == 0) {
      throw new OutOfMemoryError("native memory of " + size + " bytes");
    }
    return new NativeMemory(block, size);
  }

  /** What reads and writes memory of somebody else, most significant byte first. */
  static ByteBuffer view(long address, int length) {
    return MEMORY.newDirectByteBuffer(address, length).order(ByteOrder.BIG_ENDIAN);
  }

  @Override
  public long address(int offset, int length) {
    Objects.checkFromIndexSize(offset, length, size);
    if (address == 0) {
      throw new IllegalStateException("native memory is closed");
    }
    return address + offset;
  }

  /** The contents, in the byte order of the machine. Not to be kept beyond {@link #close}. */
  public ByteBuffer bytes() {
    if (bytes == null) {
      throw new IllegalStateException("native memory is closed");
    }
    return bytes;
  }

  /** How many bytes the block has. */
  public int size() {
    return size;
  }

  /** Frees the block; a second call does nothing. */
  @Override
  public void close() {
    if (address != 0) {
      address = 0;
      bytes = null;
      MEMORY.freeMemory(block);
    }
  }
}
