package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.util.IllegalReferenceCountException;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.io.TempDir;

/** Buffers of regions do what Netty's own buffers of memory on the heap do. */
class RegionBufferContractTest {
  private static final int RW = Linux.PROT_READ | Linux.PROT_WRITE;
  private static final int LENGTH = 200_001;
  private static final int START = 777;

  @TempDir Path dir;

  /** Memory in place, a file by copies of the kernel, and the same in place. */
  private List<ByteBuf> views(Setup setup) throws IOException {
    Path file = Files.write(dir.resolve("file"), new byte[START + LENGTH]);
    AioFile open = setup.open(file, Linux.O_RDWR);
    int length = START + LENGTH;
    MappedRegion memory = setup.map(() -> setup.aio().mmap(length, RW, Linux.MAP_PRIVATE));
    MappedRegion shared = setup.map(() -> open.mmap(0, length, RW, Linux.MAP_SHARED));
    MappedRegion kept = setup.map(() -> open.mmap(0, length, RW, Linux.MAP_PRIVATE));
    return List.of(
        memory.byteBuf(START, LENGTH),
        shared.byteBuf(START, LENGTH),
        kept.direct().byteBuf(-LENGTH, LENGTH));
  }

  private static byte[] bytes(ByteBuf buffer) {
    byte[] bytes = new byte[buffer.capacity()];
    buffer.getBytes(0, bytes);
    return bytes;
  }

  private static void same(ByteBuf expected, ByteBuf actual) {
    assertArrayEquals(bytes(expected), bytes(actual));
    assertEquals(expected, actual);
    assertEquals(expected.hashCode(), actual.hashCode());
    assertEquals(0, actual.compareTo(expected));
  }

  /** What is done to both, with an index that leaves room for 100,000 bytes. */
  private static final List<BiConsumer<ByteBuf, Integer>> CHANGES =
      List.of(
          (b, i) -> b.setByte(i, i),
          (b, i) -> b.setShort(i, i).setShortLE(i + 3, i),
          (b, i) -> b.setMedium(i, 31 * i).setMediumLE(i + 3, 37 * i),
          (b, i) -> b.setInt(i, 12345 * i).setIntLE(i + 7, 98765 * i),
          (b, i) -> b.setLong(i, 1234567890123L * i).setLongLE(i + 9, 9876543210987L * i),
          (b, i) ->
              b.setFloat(i, i).setDouble(i + 5, i).setChar(i + 15, i).setBoolean(i + 17, true),
          (b, i) -> b.setZero(i, 90_000),
          (b, i) -> b.setBytes(i, random(i, 90_000)),
          (b, i) -> b.setBytes(i, random(i, 100), 10, 50),
          (b, i) -> b.setBytes(i, ByteBuffer.wrap(random(i, 90_000))),
          (b, i) -> b.setBytes(i, ByteBuffer.allocateDirect(300).put(random(i, 300)).flip()),
          (b, i) -> b.setBytes(i, Unpooled.wrappedBuffer(random(i, 90_000)), 7, 80_000),
          (b, i) -> b.setBytes(i, direct(random(i, 90_000)), 7, 80_000),
          (b, i) -> b.setBytes(i, composite(i), 7, 80_000),
          (b, i) -> b.setBytes(i, b.slice(i + 1, 50_000), 0, 49_000),
          (b, i) -> b.setCharSequence(i, "grüße, 漢字 🙂".repeat(1000), StandardCharsets.UTF_8),
          (b, i) -> b.clear().writerIndex(i).writeInt(i).writeBytes(random(i, 5000)).writeZero(9),
          (b, i) -> ByteBufUtil.writeUtf8(b.clear().writerIndex(i), "grüße, 漢字 🙂"),
          (b, i) -> b.slice(i, 40).setLong(3, i).setByte(39, 9),
          (b, i) -> b.duplicate().setInt(i, i),
          (b, i) -> {
            try {
              assertEquals(500, b.setBytes(i, new ByteArrayInputStream(random(i, 500)), 500));
              var channel = Channels.newChannel(new ByteArrayInputStream(random(i, 70)));
              assertEquals(70, b.setBytes(i + 500, (Scattering) channel::read, 70));
            } catch (IOException e) {
              throw new AssertionError(e);
            }
          });

  /** A channel as Netty reads from it. */
  private interface Scattering extends java.nio.channels.ScatteringByteChannel {
    @Override
    default boolean isOpen() {
      return true;
    }

    @Override
    default void close() {}

    @Override
    default long read(ByteBuffer[] targets) throws IOException {
      return read(targets[0]);
    }

    @Override
    default long read(ByteBuffer[] targets, int offset, int length) throws IOException {
      return read(targets[offset]);
    }
  }

  private static byte[] random(long seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static ByteBuf direct(byte[] bytes) {
    return Unpooled.unreleasableBuffer(Unpooled.directBuffer(bytes.length).writeBytes(bytes));
  }

  private static ByteBuf composite(int seed) {
    return Unpooled.wrappedBuffer(
        Unpooled.wrappedBuffer(random(seed, 45_000)),
        Unpooled.wrappedBuffer(random(-seed, 45_000)));
  }

  @EverySetup
  void randomChanges_areThoseOfABufferOnTheHeap(Setup setup) throws IOException {
    for (ByteBuf view : views(setup)) {
      ByteBuf heap = Unpooled.buffer(LENGTH, LENGTH).writeZero(LENGTH);
      Random random = new Random(7);
      for (int i = 0; i < 100; i++) {
        BiConsumer<ByteBuf, Integer> change = CHANGES.get(random.nextInt(CHANGES.size()));
        int index = random.nextInt(LENGTH - 100_000);
        change.accept(heap, index);
        change.accept(view, index);
        heap.setIndex(0, LENGTH);
        view.setIndex(0, LENGTH);
      }
      CHANGES.forEach(change -> change.accept(heap.setIndex(0, LENGTH), 3));
      CHANGES.forEach(change -> change.accept(view.setIndex(0, LENGTH), 3));
      same(heap.setIndex(0, LENGTH), view.setIndex(0, LENGTH));
    }
  }

  @EverySetup
  void everyWayToRead_isThatOfABufferOnTheHeap(Setup setup) throws IOException {
    for (ByteBuf view : views(setup)) {
      byte[] all = random(3, LENGTH);
      view.setBytes(0, all);
      ByteBuf heap = Unpooled.wrappedBuffer(all);
      for (int i : new int[] {0, 1, 3317, LENGTH - 8}) {
        assertEquals(heap.getByte(i), view.getByte(i));
        assertEquals(heap.getShort(i), view.getShort(i));
        assertEquals(heap.getShortLE(i), view.getShortLE(i));
        assertEquals(heap.getUnsignedMedium(i), view.getUnsignedMedium(i));
        assertEquals(heap.getMedium(i), view.getMedium(i));
        assertEquals(heap.getUnsignedMediumLE(i), view.getUnsignedMediumLE(i));
        assertEquals(heap.getInt(i), view.getInt(i));
        assertEquals(heap.getIntLE(i), view.getIntLE(i));
        assertEquals(heap.getLong(i), view.getLong(i));
        assertEquals(heap.getLongLE(i), view.getLongLE(i));
        assertEquals(heap.getDouble(i), view.getDouble(i));
      }
      assertEquals(heap.indexOf(0, 5000, all[4321]), view.indexOf(0, 5000, all[4321]));
      assertEquals(
          heap.toString(StandardCharsets.ISO_8859_1), view.toString(StandardCharsets.ISO_8859_1));
      same(heap.copy(5, 150_000), view.copy(5, 150_000));
      same(heap.slice(5, 150_000), view.slice(5, 150_000));
      same(heap, view.asReadOnly());
      ByteBuf target = Unpooled.directBuffer(LENGTH);
      target.writeBytes(view.duplicate());
      same(heap, target.capacity(LENGTH));
      target.release();
      ByteBuf parts = composite(1);
      view.getBytes(11, parts, 3, 80_000);
      assertEquals(heap.slice(11, 80_000), parts.slice(3, 80_000));
      streams(heap, view);
    }
  }

  private void streams(ByteBuf heap, ByteBuf view) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    view.getBytes(2, out, LENGTH - 2);
    assertArrayEquals(Arrays.copyOfRange(heap.array(), 2, LENGTH), out.toByteArray());
    ByteBuffer nio = ByteBuffer.allocateDirect(1000);
    view.getBytes(9, nio);
    assertEquals(heap.nioBuffer(9, 1000), nio.flip());
    try (FileChannel channel =
        FileChannel.open(
            dir.resolve("out"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      assertEquals(1000, view.getBytes(17, channel, 1000));
      assertEquals(1000, view.getBytes(17, channel, 5000, 1000));
      ByteBuffer read = ByteBuffer.allocate(1000);
      channel.read(read, 5000);
      assertEquals(heap.nioBuffer(17, 1000), read.flip());
      assertEquals(1000, view.setBytes(100, channel, 0, 1000));
      assertEquals(heap.slice(17, 1000), view.slice(100, 1000));
      view.setBytes(100, heap, 100, 1000);
    }
  }

  @EverySetup
  void vertxBuffer_isTheMemory(Setup setup) throws IOException {
    MappedRegion region = setup.map(() -> setup.aio().mmap(10_000, RW, Linux.MAP_PRIVATE));
    Buffer buffer = region.buffer();
    assertEquals(10_000, buffer.length());
    region.buffer(100, 50).setString(0, "a part").setLong(10, -5).setShortLE(20, (short) 7);
    assertEquals("a part", buffer.getString(100, 106));
    assertEquals(-5, region.byteBuf().getLong(110));
    assertEquals(7, buffer.getShortLE(120));
    buffer.slice(200, 300).setByte(1, (byte) 9);
    assertEquals(9, region.byteBuf(-9_800, 2).getByte(1));
    assertThrows(IndexOutOfBoundsException.class, () -> buffer.getByte(10_000));
    assertThrows(IndexOutOfBoundsException.class, () -> buffer.getLong(-1));
    Buffer longer = region.buffer().setByte(10_000, (byte) 7).setByte(0, (byte) 1);
    assertEquals(10_001, longer.length());
    assertEquals(0, buffer.getByte(0));
    assertEquals(10_000, region.buffer().length());
  }

  @EverySetup
  void noAddressGetsOut(Setup setup) throws IOException {
    for (ByteBuf view : views(setup)) {
      assertFalse(view.hasMemoryAddress());
      assertFalse(view.isDirect());
      assertFalse(view.hasArray());
      assertThrows(UnsupportedOperationException.class, view::memoryAddress);
      assertThrows(UnsupportedOperationException.class, view::array);
      view.setInt(4, 99);
      for (ByteBuffer nio :
          List.of(
              view.nioBuffer(),
              view.internalNioBuffer(0, 8),
              view.nioBuffers()[0],
              view.slice().nioBuffer())) {
        assertEquals(99, nio.getInt(4));
        assertTrue(nio.isReadOnly());
        assertFalse(nio.isDirect());
        assertThrows(ReadOnlyBufferException.class, () -> nio.put(0, (byte) 1));
      }
    }
  }

  @EverySetup
  void aReleasedView_isItsOwnEndAlone(Setup setup) throws IOException {
    MappedRegion region = setup.map(() -> setup.aio().mmap(100, RW, Linux.MAP_PRIVATE));
    ByteBuf view = region.byteBuf();
    view.setByte(1, 5);
    assertTrue(view.release());
    assertThrows(IllegalReferenceCountException.class, () -> view.getByte(1));
    assertEquals(5, region.byteBuf().getByte(1));
    assertThrows(UnsupportedOperationException.class, () -> region.byteBuf().capacity(50));
  }
}
