package io.github.vertxaio.impl.sys;

import io.netty.buffer.ByteBuf;

/** The memory of a buffer of the caller, which nobody takes away until it is released. */
public sealed interface HeldMemory extends Memory permits BufferMemory, RegionMemory {
  /**
   * The memory of a buffer, to be given back with {@link #release} and {@link #end}.
   *
   * @return {@code null} when the buffer has no address or is too short, so that its bytes have to
   *     be copied
   * @throws IllegalArgumentException when the buffer may not be used any more
   */
  static HeldMemory of(ByteBuf buffer, int index, int length) {
    return buffer instanceof RegionBuf
        ? RegionMemory.of((RegionBuf) buffer, index, length)
        : BufferMemory.of(buffer, index, length);
  }

  /**
   * Whether it is always this memory: a buffer that grows gives its old memory away, in use or not.
   */
  boolean stays();

  /** Lets the caller use it again. */
  void release();

  /** Lets its owner end it; called behind {@link #release}, when the outcome is on its way. */
  void end();
}
