package io.github.vertxaio.impl.sys;

import io.github.vertxaio.Linux;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A view of a part of a mapping, as a Netty buffer of fixed capacity. Every access looks whether
 * the memory is there and may be used so; see {@link Mapping}.
 *
 * <p>Steady memory is accessed in place. Where a file may be cut off underneath, an access would be
 * a signal, which the JVM turns into an error that may come late: there the kernel copies.
 *
 * <p>No address gets out of it, nor an NIO buffer of the memory, since nothing would check what is
 * done with those: the NIO buffers are copies.
 */
public final class RegionBuf extends CopiedBuf {
  private final Mapping mapping;
  private final Object owner;
  private final long offset;
  private final boolean direct;
  private Window window;

  /** What the JVM reads and writes memory with, as long as that has this address. */
  private record Window(long address, ByteBuffer bytes) {}

  /**
   * A view that is readable and writable in all its length.
   *
   * @param owner is kept from being lost
   * @param direct whether to access in place what is not steady too
   */
  public RegionBuf(Mapping mapping, Object owner, long offset, int length, boolean direct) {
    super(length);
    this.mapping = mapping;
    this.owner = owner;
    this.offset = offset;
    this.direct = direct;
    writerIndex(length);
  }

  Mapping mapping() {
    return mapping;
  }

  long offset() {
    return offset;
  }

  /** What stands for the mapping; held so that it is not lost while there are views. */
  Object owner() {
    return owner;
  }

  /** The state, when it has all of a range with some rights; between enter and exit. */
  private Mapping.State allowed(int index, int length, int rights) {
    Mapping.State state = mapping.visible();
    Objects.checkFromIndexSize(index, length, capacity());
    long from = offset + index;
    long to = from + length;
    if (to > state.length()) {
      throw new IndexOutOfBoundsException(
          "range: " + from + "+" + length + " (expected: within " + state.length() + " bytes)");
    }
    if (length > 0 && !state.protection().allows(from, to, rights)) {
      throw mapping.fault(rights == Linux.PROT_READ ? "load" : "store");
    }
    return state;
  }

  private boolean inPlace(Mapping.State state, int index, int length) {
    return direct || offset + index + length <= state.steady();
  }

  private ByteBuffer window(Mapping.State state) {
    Window now = window;
    long address = state.address() + offset;
    if (now == null || now.address != address) {
      now = new Window(address, NativeMemory.view(address, capacity()));
      window = now;
    }
    return now.bytes;
  }

  @Override
  long load(int index, int size) {
    AtomicInteger entered = mapping.accesses().enter();
    try {
      Mapping.State state = allowed(index, size, Linux.PROT_READ);
      if (inPlace(state, index, size)) {
        return value(window(state), index, size);
      }
    } catch (InternalError signal) {
      throw mapping.fault("load");
    } finally {
      mapping.accesses().exit(entered);
    }
    ByteBuffer copy = ByteBuffer.allocate(size);
    load(index, copy);
    return value(copy, 0, size);
  }

  private static long value(ByteBuffer bytes, int index, int size) {
    return switch (size) {
      case Byte.BYTES -> bytes.get(index);
      case Short.BYTES -> bytes.getShort(index);
      case Integer.BYTES -> bytes.getInt(index);
      default -> bytes.getLong(index);
    };
  }

  @Override
  void store(int index, int size, long value) {
    AtomicInteger entered = mapping.accesses().enter();
    try {
      Mapping.State state = allowed(index, size, Linux.PROT_WRITE);
      if (inPlace(state, index, size)) {
        value(window(state), index, size, value);
        return;
      }
    } catch (InternalError signal) {
      throw mapping.fault("store");
    } finally {
      mapping.accesses().exit(entered);
    }
    ByteBuffer copy = ByteBuffer.allocate(size);
    value(copy, 0, size, value);
    store(index, copy);
  }

  private static void value(ByteBuffer bytes, int index, int size, long value) {
    switch (size) {
      case Byte.BYTES -> bytes.put(index, (byte) value);
      case Short.BYTES -> bytes.putShort(index, (short) value);
      case Integer.BYTES -> bytes.putInt(index, (int) value);
      default -> bytes.putLong(index, value);
    }
  }

  @Override
  void load(int index, ByteBuffer target) {
    int length = target.remaining();
    AtomicInteger entered = mapping.accesses().enter();
    try {
      Mapping.State state = allowed(index, length, Linux.PROT_READ);
      if (inPlace(state, index, length)) {
        target.put(window(state).slice(index, length));
      } else if (mapping.copies().read(state.address() + offset + index, target) != 0) {
        throw mapping.fault("load");
      }
    } catch (InternalError signal) {
      throw mapping.fault("load");
    } finally {
      mapping.accesses().exit(entered);
    }
  }

  @Override
  void store(int index, ByteBuffer source) {
    int length = source.remaining();
    AtomicInteger entered = mapping.accesses().enter();
    try {
      Mapping.State state = allowed(index, length, Linux.PROT_WRITE);
      if (inPlace(state, index, length)) {
        window(state).slice(index, length).put(source);
      } else if (mapping.copies().write(state.address() + offset + index, source) != 0) {
        throw mapping.fault("store");
      }
    } catch (InternalError signal) {
      throw mapping.fault("store");
    } finally {
      mapping.accesses().exit(entered);
    }
  }
}
