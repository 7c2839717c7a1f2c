package io.github.vertxaio.impl.sys;

import io.netty.buffer.ByteBuf;
import io.netty.util.IllegalReferenceCountException;
import java.util.Objects;

/**
 * The direct memory of a Netty buffer. The reference keeps the memory reachable while the kernel
 * uses it, and the count is held so that nobody frees it meanwhile.
 */
final class BufferMemory implements HeldMemory {
  private final ByteBuf buffer;

  private BufferMemory(ByteBuf buffer) {
    this.buffer = buffer;
  }

  /** The memory of a buffer, or {@code null}; see {@link HeldMemory#of}. */
  static BufferMemory of(ByteBuf buffer, int index, int length) {
    if (!buffer.hasMemoryAddress() || index + (long) length > buffer.capacity()) {
      return null;
    }
    try {
      buffer.retain();
    } catch (IllegalReferenceCountException e) {
      throw new IllegalArgumentException("the buffer is released", e);
    }
    return new BufferMemory(buffer);
  }

  @Override
  public boolean stays() {
    return buffer.capacity() == buffer.maxCapacity();
  }

  @Override
  public long address(int offset, int length) {
    Objects.checkFromIndexSize(offset, length, buffer.capacity());
    return buffer.memoryAddress() + offset;
  }

  @Override
  public void release() {
    buffer.release();
  }

  @Override
  public void end() {}
}
