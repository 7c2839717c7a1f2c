package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;

/** read into a buffer of the caller: heap and direct, with room and without. */
class ReadIntoBufferContractTest {
  /** The kinds of memory that a buffer may have; each holds these bytes and can grow. */
  private static final List<Function<String, Buffer>> KINDS =
      List.of(
          Buffer::buffer,
          text -> BufferInternal.buffer(Unpooled.buffer().writeBytes(text.getBytes())),
          text -> BufferInternal.buffer(Unpooled.directBuffer(1).writeBytes(text.getBytes())),
          text -> BufferInternal.buffer(Unpooled.directBuffer(4096).writeBytes(text.getBytes())));

  @TempDir Path dir;

  private AioFile tenBytes(Setup setup) throws IOException {
    return setup.open(Files.writeString(dir.resolve("f"), "0123456789"), Linux.O_RDONLY);
  }

  private static void check(
      Setup setup, AioFile file, int length, int dataOffset, String before, String after) {
    for (Function<String, Buffer> kind : KINDS) {
      Buffer data = kind.apply(before);
      int expected = Math.min(length, 8);
      assertEquals(expected, setup.await(() -> file.read(2, length, data, dataOffset)));
      assertEquals(after, data.toString());
    }
  }

  @EverySetup
  void inside_replacesTheBytes(Setup setup) throws IOException {
    check(setup, tenBytes(setup), 3, 0, "abcdefgh", "234defgh");
    check(setup, tenBytes(setup), 3, 2, "abcdefgh", "ab234fgh");
    check(setup, tenBytes(setup), 3, 5, "abcdefgh", "abcde234");
  }

  @EverySetup
  void negativeOffset_countsFromTheEnd(Setup setup) throws IOException {
    check(setup, tenBytes(setup), 3, -8, "abcdefgh", "234defgh");
    check(setup, tenBytes(setup), 3, -4, "abcdefgh", "abcd234h");
    check(setup, tenBytes(setup), 1, -1, "abcdefgh", "abcdefg2");
  }

  @EverySetup
  void beyondTheEnd_growsTheBuffer(Setup setup) throws IOException {
    check(setup, tenBytes(setup), 8, 0, "", "23456789");
    check(setup, tenBytes(setup), 3, 8, "abcdefgh", "abcdefgh234");
    check(setup, tenBytes(setup), 8, -1, "abcdefgh", "abcdefg23456789");
  }

  @EverySetup
  void shortRead_growsByWhatWasRead(Setup setup) throws IOException {
    check(setup, tenBytes(setup), 5000, 0, "", "23456789");
    check(setup, tenBytes(setup), 100_000, 1, "ab", "a23456789");
  }

  @EverySetup
  void shortRead_leavesTheRestAsItWas(Setup setup) throws IOException {
    check(setup, tenBytes(setup), 9, 1, "abcdefghijkl", "a23456789jkl");
  }

  @EverySetup
  void atTheEndOfTheFile_changesNothing(Setup setup) throws IOException {
    AioFile file = tenBytes(setup);
    for (Function<String, Buffer> kind : KINDS) {
      Buffer data = kind.apply("abc");
      assertEquals(0, setup.await(() -> file.read(10, 100, data, 3)));
      assertEquals(0, setup.await(() -> file.read(0, 0, data, 0)));
      assertEquals("abc", data.toString());
    }
  }

  @EverySetup
  void atThePosition_movesIt(Setup setup) throws IOException {
    AioFile file = tenBytes(setup);
    Buffer data = Buffer.buffer();
    setup.await(() -> file.read(4, data, 0));
    setup.await(() -> file.read(4, data, 4));
    setup.await(() -> file.read(4, data, 8));
    assertEquals("0123456789", data.toString());
    assertEquals(0, setup.await(() -> file.read(4, data, 0)));
  }

  @EverySetup
  void dataOffsetOutside_throws(Setup setup) throws IOException {
    AioFile file = tenBytes(setup);
    Buffer data = Buffer.buffer("abc");
    for (int outside : new int[] {4, -4, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      setup.refuses(IndexOutOfBoundsException.class, () -> file.read(0, 1, data, outside));
      setup.refuses(IndexOutOfBoundsException.class, () -> file.read(1, data, outside));
    }
    setup.refuses(IndexOutOfBoundsException.class, () -> file.read(0, 1, Buffer.buffer(), 1));
    assertEquals("abc", data.toString());
  }

  @EverySetup
  void negativeOffsetsAndLengths_throw(Setup setup) throws IOException {
    AioFile file = tenBytes(setup);
    Buffer data = Buffer.buffer("abc");
    setup.refuses(IllegalArgumentException.class, () -> file.read(-1, 1, data, 0));
    setup.refuses(IllegalArgumentException.class, () -> file.read(0, -1, data, 0));
    setup.refuses(IllegalArgumentException.class, () -> file.read(-1, data, 0));
  }

  @EverySetup
  void nullBuffer_throws(Setup setup) throws IOException {
    AioFile file = tenBytes(setup);
    setup.refuses(NullPointerException.class, () -> file.read(0, 1, null, 0));
    setup.refuses(NullPointerException.class, () -> file.read(1, null, 0));
  }

  @EverySetup
  void bufferThatCannotGrow_failsCleanly(Setup setup) throws IOException {
    AioFile file = tenBytes(setup);
    for (ByteBuf fixed : List.of(Unpooled.buffer(4, 4), Unpooled.directBuffer(4, 4))) {
      Buffer data = BufferInternal.buffer(fixed.writeBytes(new byte[4]));
      assertEquals(4, setup.await(() -> file.read(0, 4, data, 0)));
      assertEquals("0123", data.toString());
      setup.fails(IndexOutOfBoundsException.class, () -> file.read(0, 8, data, 0));
      assertEquals(4, data.length());
      assertSame(1, fixed.refCnt());
    }
    Buffer slice = Buffer.buffer("abcdef").slice(1, 4);
    assertEquals(3, setup.await(() -> file.read(0, 3, slice, 0)));
    assertEquals("012", slice.toString());
  }

  @EverySetup
  void releasedBuffer_isRefusedAndLeaksNothing(Setup setup) throws IOException {
    AioFile file = tenBytes(setup);
    ByteBuf released = Unpooled.directBuffer(100).writeBytes(new byte[10]);
    Buffer data = BufferInternal.buffer(released);
    released.release();
    setup.failsSomehow(() -> file.read(0, 5, data, 0));
    setup.await(file::close);
    assertEquals(0, setup.aio().nreqs());
  }

  @EverySetup
  void directBuffer_isGivenBack(Setup setup) throws IOException {
    AioFile file = tenBytes(setup);
    ByteBuf contents = Unpooled.directBuffer(100, 100).writeBytes(new byte[10]);
    Buffer data = BufferInternal.buffer(contents);
    setup.await(() -> file.read(0, 5, data, 0));
    AioFile directory = setup.open(dir, Linux.O_RDONLY);
    setup.fails(Errno.EISDIR, () -> directory.read(0, 5, data, 0));
    setup.await(file::close);
    setup.fails(Errno.EBADF, () -> file.read(0, 5, data, 0));
    assertEquals(1, contents.refCnt());
  }

  @EverySetup
  void bufferThatGrowsMeanwhile_isFilled(Setup setup) throws IOException {
    byte[] bytes = random(100_000);
    AioFile file = setup.open(Files.write(dir.resolve("large"), bytes), Linux.O_RDONLY);
    for (ByteBuf contents :
        List.of(Unpooled.directBuffer(bytes.length), Unpooled.buffer(bytes.length))) {
      Buffer data = BufferInternal.buffer(contents);
      int count =
          setup.await(
              () -> {
                AioRequest<Integer> read = file.read(0, bytes.length, data, 0);
                contents.capacity(1 << 24);
                return read;
              });
      assertEquals(bytes.length, count);
      assertArrayEquals(bytes, data.getBytes());
      contents.release();
    }
  }

  @EverySetup
  void directBufferThatShrinksMeanwhile_isWrittenAsItWas(Setup setup) throws IOException {
    byte[] bytes = random(100_000);
    AioFile file = setup.open(dir.resolve("large"), Linux.O_RDWR | Linux.O_CREAT);
    ByteBuf contents = Unpooled.directBuffer(bytes.length).writeBytes(bytes);
    int written =
        setup.await(
            () -> {
              AioRequest<Integer> write = file.write(0, BufferInternal.buffer(contents));
              contents.clear().capacity(1);
              return write;
            });
    assertEquals(bytes.length, written);
    assertEquals(Buffer.buffer(bytes), setup.await(() -> file.read(0, bytes.length)));
    contents.release();
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
