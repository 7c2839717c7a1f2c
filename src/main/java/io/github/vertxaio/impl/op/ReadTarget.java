package io.github.vertxaio.impl.op;

import io.github.vertxaio.impl.sys.NativeMemory;
import io.netty.buffer.ByteBuf;

/**
 * What becomes of the bytes that a read brings.
 *
 * @param <T> the type of the read's result
 */
public interface ReadTarget<T> {
  /** A buffer whose own memory may be filled, or {@code null}. */
  ByteBuf buffer();

  /** Where in {@link #buffer} the bytes go. */
  int index();

  /**
   * Makes the result; on whatever thread has read, so without touching what belongs to the caller.
   *
   * @param count how many bytes were read
   * @param copied holds them from index 0, or {@code null} when they are in {@link #buffer}
   */
  T filled(int count, NativeMemory copied);

  /** Puts the bytes where the caller sees them; on the context of the caller. */
  default void deliver(T result) {}
}
