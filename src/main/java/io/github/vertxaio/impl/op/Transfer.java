package io.github.vertxaio.impl.op;

import io.github.vertxaio.AioException;
import io.github.vertxaio.impl.sys.FileCalls;
import io.github.vertxaio.impl.sys.HeldMemory;
import io.github.vertxaio.impl.sys.Memory;
import io.github.vertxaio.impl.sys.NativeMemory;
import io.github.vertxaio.impl.sys.Scratch;
import io.github.vertxaio.impl.sys.Sqe;
import io.netty.buffer.ByteBuf;

/**
 * What reads and writes have in common: a range of a file and the memory that the kernel uses for
 * it. That is the buffer's own memory where it has an address and stays there, or the transfer
 * buffer of the scratch memory, from or to which the bytes are copied.
 *
 * @param <T> the type of the result
 */
abstract class Transfer<T> extends FileOperation<T> {
  /** Where in the file, or {@link FileCalls#CURRENT_POSITION}. */
  final long offset;

  /** How many bytes at the most. */
  final int length;

  private final int maxInlineBytes;
  private HeldMemory direct;
  private NativeMemory copied;

  /**
   * A transfer.
   *
   * @param maxInlineBytes the largest one that an event loop may make itself
   */
  Transfer(Kind kind, OpenFile file, long offset, int length, int maxInlineBytes) {
    super(kind, file);
    this.offset = offset;
    this.length = length;
    this.maxInlineBytes = maxInlineBytes;
  }

  /** Holds the file and, where it can be used, the buffer's own memory. */
  final AioException acquire(ByteBuf buffer, int index) {
    AioException refusal = super.acquire();
    if (refusal == null && buffer != null) {
      try {
        direct = HeldMemory.of(buffer, index, length);
      } catch (IllegalArgumentException e) {
        super.release();
        throw e;
      }
    }
    return refusal;
  }

  /**
   * The ring takes an offset for what has none, like a pipe, where the call refuses it; it leaves
   * the current position of a file where it was when it transfers less than was asked for; and it
   * waits for a pipe that is not to be waited for.
   */
  @Override
  public final boolean mayUseRing() {
    if (length == 0) {
      // The ring answers 0 at once where the calls have errors, as for a directory.
      return false;
    }
    return offset == FileCalls.CURRENT_POSITION
        ? !file.hasOffsets() && file.waits()
        : file.hasOffsets();
  }

  /** Whether an event loop may copy so much. */
  final boolean isShort() {
    return length <= maxInlineBytes;
  }

  @Override
  public final boolean prefersRing() {
    return isShort();
  }

  @Override
  public final void prepare(Sqe sqe, Scratch scratch) {
    prepareTransfer(sqe, scratch);
    if (!isShort()) {
      // The kernel would copy cached data at once, on the event loop.
      sqe.async();
    }
  }

  /** Fills the entry for the ring. */
  abstract void prepareTransfer(Sqe sqe, Scratch scratch);

  /** Whether the buffer's own memory may go away while the buffer is held. */
  final boolean mayMove() {
    return direct != null && !direct.stays();
  }

  /** The memory for the kernel, for as long as it wants. */
  final Memory memory(Scratch scratch) {
    return direct != null && direct.stays() ? direct : copying(scratch);
  }

  /** The memory for the kernel in a call that returns before the caller goes on. */
  final Memory memoryNow(Scratch scratch) {
    return direct != null ? direct : copying(scratch);
  }

  private NativeMemory copying(Scratch scratch) {
    copied = scratch.buffer(Math.max(1, length));
    return copied;
  }

  /** The transfer buffer that the last form used, or {@code null} where none was needed. */
  final NativeMemory copied() {
    return copied;
  }

  @Override
  public void releaseMemory() {
    copied = null;
    if (direct != null) {
      direct.release();
    }
  }

  @Override
  public void release() {
    super.release();
    if (direct != null) {
      direct.end();
      direct = null;
    }
  }
}
