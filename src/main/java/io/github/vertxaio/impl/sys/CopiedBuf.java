package io.github.vertxaio.impl.sys;

import io.netty.buffer.AbstractReferenceCountedByteBuf;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.GatheringByteChannel;
import java.nio.channels.ScatteringByteChannel;

/**
 * A Netty buffer of fixed capacity that lets nobody see its memory: every access goes through four
 * methods. Channels and streams get copies of bounded length.
 */
abstract class CopiedBuf extends AbstractReferenceCountedByteBuf {
  private static final int CHUNK = 64 * 1024;

  private final int capacity;

  CopiedBuf(int capacity) {
    super(capacity);
    this.capacity = capacity;
  }

  /** Reads 1, 2, 4 or 8 bytes, the first being the most significant. */
  abstract long load(int index, int size);

  /** Writes 1, 2, 4 or 8 bytes, the most significant first. */
  abstract void store(int index, int size, long value);

  /** Fills what remains of a buffer. */
  abstract void load(int index, ByteBuffer target);

  /** Takes what remains of a buffer. */
  abstract void store(int index, ByteBuffer source);

  @Override
  protected final byte _getByte(int index) {
    return (byte) load(index, Byte.BYTES);
  }

  @Override
  protected final short _getShort(int index) {
    return (short) load(index, Short.BYTES);
  }

  @Override
  protected final short _getShortLE(int index) {
    return Short.reverseBytes(_getShort(index));
  }

  @Override
  protected final int _getUnsignedMedium(int index) {
    return Byte.toUnsignedInt(_getByte(index)) << 16 | Short.toUnsignedInt(_getShort(index + 1));
  }

  @Override
  protected final int _getUnsignedMediumLE(int index) {
    return Integer.reverseBytes(_getUnsignedMedium(index)) >>> 8;
  }

  @Override
  protected final int _getInt(int index) {
    return (int) load(index, Integer.BYTES);
  }

  @Override
  protected final int _getIntLE(int index) {
    return Integer.reverseBytes(_getInt(index));
  }

  @Override
  protected final long _getLong(int index) {
    return load(index, Long.BYTES);
  }

  @Override
  protected final long _getLongLE(int index) {
    return Long.reverseBytes(_getLong(index));
  }

  @Override
  protected final void _setByte(int index, int value) {
    store(index, Byte.BYTES, value);
  }

  @Override
  protected final void _setShort(int index, int value) {
    store(index, Short.BYTES, value);
  }

  @Override
  protected final void _setShortLE(int index, int value) {
    _setShort(index, Short.reverseBytes((short) value));
  }

  @Override
  protected final void _setMedium(int index, int value) {
    _setByte(index, value >>> 16);
    _setShort(index + 1, value);
  }

  @Override
  protected final void _setMediumLE(int index, int value) {
    _setMedium(index, Integer.reverseBytes(value) >>> 8);
  }

  @Override
  protected final void _setInt(int index, int value) {
    store(index, Integer.BYTES, value);
  }

  @Override
  protected final void _setIntLE(int index, int value) {
    _setInt(index, Integer.reverseBytes(value));
  }

  @Override
  protected final void _setLong(int index, long value) {
    store(index, Long.BYTES, value);
  }

  @Override
  protected final void _setLongLE(int index, long value) {
    _setLong(index, Long.reverseBytes(value));
  }

  @Override
  public final ByteBuf getBytes(int index, ByteBuf target, int targetIndex, int length) {
    checkDstIndex(index, length, targetIndex, target.capacity());
    if (isPlain(target)) {
      load(index, target.nioBuffer(targetIndex, length));
      return this;
    }
    for (int done = 0; done < length; ) {
      ByteBuffer chunk = read(index + done, length - done);
      done += chunk.remaining();
      target.setBytes(targetIndex + done - chunk.remaining(), chunk);
    }
    return this;
  }

  /** Whether the NIO buffer of a buffer is its memory. */
  private static boolean isPlain(ByteBuf buffer) {
    return buffer.nioBufferCount() == 1 && (buffer.hasArray() || buffer.isDirect());
  }

  /** The bytes of an index, as many as are copied at once. */
  private ByteBuffer read(int index, int length) {
    ByteBuffer chunk = ByteBuffer.allocate(Math.min(length, CHUNK));
    load(index, chunk);
    return chunk.flip();
  }

  @Override
  public final ByteBuf getBytes(int index, byte[] target, int targetIndex, int length) {
    checkDstIndex(index, length, targetIndex, target.length);
    load(index, ByteBuffer.wrap(target, targetIndex, length));
    return this;
  }

  @Override
  public final ByteBuf getBytes(int index, ByteBuffer target) {
    checkIndex(index, target.remaining());
    load(index, target);
    return this;
  }

  @Override
  public final ByteBuf getBytes(int index, OutputStream target, int length) throws IOException {
    checkIndex(index, length);
    for (int done = 0; done < length; ) {
      ByteBuffer chunk = read(index + done, length - done);
      target.write(chunk.array(), 0, chunk.remaining());
      done += chunk.remaining();
    }
    return this;
  }

  @Override
  public final int getBytes(int index, GatheringByteChannel target, int length) throws IOException {
    checkIndex(index, length);
    return length == 0 ? 0 : target.write(read(index, length));
  }

  @Override
  public final int getBytes(int index, FileChannel target, long position, int length)
      throws IOException {
    checkIndex(index, length);
    return length == 0 ? 0 : target.write(read(index, length), position);
  }

  @Override
  public final ByteBuf setBytes(int index, ByteBuf source, int sourceIndex, int length) {
    checkSrcIndex(index, length, sourceIndex, source.capacity());
    if (isPlain(source)) {
      store(index, source.nioBuffer(sourceIndex, length));
      return this;
    }
    for (int done = 0; done < length; ) {
      ByteBuffer chunk = ByteBuffer.allocate(Math.min(length - done, CHUNK));
      source.getBytes(sourceIndex + done, chunk);
      store(index + done, chunk.flip());
      done += chunk.limit();
    }
    return this;
  }

  @Override
  public final ByteBuf setBytes(int index, byte[] source, int sourceIndex, int length) {
    checkSrcIndex(index, length, sourceIndex, source.length);
    store(index, ByteBuffer.wrap(source, sourceIndex, length));
    return this;
  }

  @Override
  public final ByteBuf setBytes(int index, ByteBuffer source) {
    checkIndex(index, source.remaining());
    store(index, source);
    return this;
  }

  @Override
  public final ByteBuf setZero(int index, int length) {
    checkIndex(index, length);
    ByteBuffer zeros = ByteBuffer.allocate(Math.min(length, CHUNK));
    for (int done = 0; done < length; done += zeros.limit()) {
      store(index + done, zeros.clear().limit(Math.min(length - done, CHUNK)));
    }
    return this;
  }

  @Override
  public final int setBytes(int index, InputStream source, int length) throws IOException {
    checkIndex(index, length);
    byte[] chunk = new byte[Math.min(length, CHUNK)];
    int count = source.read(chunk, 0, chunk.length);
    if (count > 0) {
      store(index, ByteBuffer.wrap(chunk, 0, count));
    }
    return count;
  }

  /** Reads from a channel, and gives what the channel gave. */
  private interface Source {
    int read(ByteBuffer target) throws IOException;
  }

  private int fill(int index, int length, Source source) throws IOException {
    checkIndex(index, length);
    ByteBuffer chunk = ByteBuffer.allocate(Math.min(length, CHUNK));
    int count;
    try {
      count = source.read(chunk);
    } catch (ClosedChannelException e) {
      // What every buffer of Netty says then.
      return -1;
    }
    store(index, chunk.flip());
    return count;
  }

  @Override
  public final int setBytes(int index, ScatteringByteChannel source, int length)
      throws IOException {
    return fill(index, length, source::read);
  }

  @Override
  public final int setBytes(int index, FileChannel source, long position, int length)
      throws IOException {
    return fill(index, length, target -> source.read(target, position));
  }

  @Override
  public final ByteBuf copy(int index, int length) {
    checkIndex(index, length);
    ByteBuf copy = Unpooled.buffer(length, maxCapacity());
    return copy.writeBytes(this, index, length);
  }

  @Override
  public final int capacity() {
    return capacity;
  }

  @Override
  public final ByteBuf capacity(int newCapacity) {
    throw new UnsupportedOperationException("the capacity of mapped memory is fixed");
  }

  @Override
  public final ByteBufAllocator alloc() {
    return ByteBufAllocator.DEFAULT;
  }

  @Override
  @Deprecated
  public final ByteOrder order() {
    return ByteOrder.BIG_ENDIAN;
  }

  @Override
  public final ByteBuf unwrap() {
    return null;
  }

  /** No, so that transports of Netty copy it instead of giving its address to the kernel. */
  @Override
  public final boolean isDirect() {
    return false;
  }

  @Override
  public final int nioBufferCount() {
    return 1;
  }

  /** A copy, and read-only, so that nobody waits for changes of it to arrive. */
  @Override
  public final ByteBuffer nioBuffer(int index, int length) {
    checkIndex(index, length);
    ByteBuffer copy = ByteBuffer.allocate(length);
    load(index, copy);
    return copy.flip().asReadOnlyBuffer();
  }

  @Override
  public final ByteBuffer internalNioBuffer(int index, int length) {
    return nioBuffer(index, length);
  }

  @Override
  public final ByteBuffer[] nioBuffers(int index, int length) {
    return new ByteBuffer[] {nioBuffer(index, length)};
  }

  @Override
  public final boolean hasArray() {
    return false;
  }

  @Override
  public final byte[] array() {
    throw new UnsupportedOperationException("mapped memory is no array");
  }

  @Override
  public final int arrayOffset() {
    return array().length;
  }

  @Override
  public final boolean hasMemoryAddress() {
    return false;
  }

  @Override
  public final long memoryAddress() {
    throw new UnsupportedOperationException("mapped memory does not give its address away");
  }

  /** Ends this view alone: memory is unmapped by its owner. */
  @Override
  protected final void deallocate() {}
}
