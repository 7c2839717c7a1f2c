package io.github.vertxaio.impl.op;

import io.github.vertxaio.AioException;
import io.github.vertxaio.impl.sys.FileCalls;
import io.github.vertxaio.impl.sys.Memory;
import io.github.vertxaio.impl.sys.Scratch;
import io.github.vertxaio.impl.sys.Sqe;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** Writes to a file. */
public final class Write extends Transfer<Integer> {
  private ByteBuf data;
  private int index;

  /**
   * A write.
   *
   * @param offset where in the file, or {@link FileCalls#CURRENT_POSITION}
   * @param data holds the bytes
   * @param index where in data they begin
   * @param maxInlineBytes the largest write that the kernel may try on an event loop
   */
  public Write(
      OpenFile file, long offset, int length, ByteBuf data, int index, int maxInlineBytes) {
    super(Kind.WRITE, file, offset, length, maxInlineBytes);
    this.data = data;
    this.index = index;
  }

  @Override
  public AioException acquire() {
    AioException refusal = acquire(data, index);
    if (refusal == null && mayMove()) {
      // Its bytes are taken while its memory is certain to be there.
      byte[] bytes = new byte[length];
      data.getBytes(index, bytes);
      data = Unpooled.wrappedBuffer(bytes);
      index = 0;
    }
    return refusal;
  }

  /** The memory that holds the bytes: the buffer's own, or a copy. */
  private Memory source(Scratch scratch) {
    Memory memory = memory(scratch);
    if (memory == copied()) {
      data.getBytes(index, copied().bytes().slice(0, length));
    }
    return memory;
  }

  private int index(Memory memory) {
    return memory == copied() ? 0 : index;
  }

  @Override
  public long call(Scratch scratch) {
    Memory memory = source(scratch);
    return FileCalls.write(fd(), memory, index(memory), length, offset);
  }

  @Override
  void prepareTransfer(Sqe sqe, Scratch scratch) {
    Memory memory = source(scratch);
    sqe.write(fd(), memory, index(memory), length, offset);
  }

  @Override
  public Integer result(long count, Scratch scratch) {
    return (int) count;
  }
}
