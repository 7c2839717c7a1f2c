package io.github.vertxaio.impl.vertx;

import io.github.vertxaio.impl.op.ReadTarget;
import io.github.vertxaio.impl.sys.NativeMemory;
import io.netty.buffer.ByteBuf;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;

/** Vert.x buffers as sources and targets of transfers. */
public final class Buffers {
  private static final ReadTarget<Buffer> FRESH = new Fresh();

  private Buffers() {}

  /** The Netty buffer inside; its indices are the buffer's. */
  public static ByteBuf contents(Buffer buffer) {
    return ((BufferInternal) buffer).unwrap();
  }

  /** The memory of a new buffer, to be filled and then given to {@link #of}. */
  public static ByteBuf empty(int capacity) {
    return BufferInternal.buffer(capacity).unwrap();
  }

  /** The buffer of such memory, which is not copied. */
  public static Buffer of(ByteBuf contents) {
    return BufferInternal.buffer(contents);
  }

  /** A target that makes a new buffer of each read. */
  public static ReadTarget<Buffer> fresh() {
    return FRESH;
  }

  /** A target that is a place in an existing buffer. */
  public static ReadTarget<Integer> into(Buffer buffer, int index) {
    return new Into(buffer, index);
  }

  private static final class Fresh implements ReadTarget<Buffer> {
    @Override
    public ByteBuf buffer() {
      return null;
    }

    @Override
    public int index() {
      return 0;
    }

    @Override
    public Buffer filled(int count, NativeMemory copied) {
      BufferInternal buffer = BufferInternal.buffer(count);
      ByteBuf contents = buffer.unwrap();
      contents.setBytes(0, copied.bytes().slice(0, count));
      contents.writerIndex(count);
      return buffer;
    }
  }

  private static final class Into implements ReadTarget<Integer> {
    private final Buffer data;
    private final int index;
    private byte[] bytes;

    Into(Buffer data, int index) {
      this.data = data;
      this.index = index;
    }

    @Override
    public ByteBuf buffer() {
      return contents(data);
    }

    @Override
    public int index() {
      return index;
    }

    @Override
    public Integer filled(int count, NativeMemory copied) {
      if (copied != null) {
        bytes = new byte[count];
        copied.bytes().get(0, bytes);
      }
      return count;
    }

    @Override
    public void deliver(Integer count) {
      ByteBuf contents = contents(data);
      int end = index + count;
      if (bytes != null) {
        contents.ensureWritable(Math.max(0, end - contents.writerIndex()));
        contents.setBytes(index, bytes);
        bytes = null;
      }
      if (end > contents.writerIndex()) {
        contents.writerIndex(end);
      }
    }
  }
}
