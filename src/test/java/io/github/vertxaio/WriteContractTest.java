package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** write at an offset, and writeFully. */
class WriteContractTest {
  private static final int CREATE = Linux.O_CREAT | Linux.O_RDWR;

  @TempDir Path dir;

  private AioFile file(Setup setup) {
    return setup.open(dir.resolve("f"), CREATE);
  }

  private String contents() throws IOException {
    return Files.readString(dir.resolve("f"), StandardCharsets.ISO_8859_1);
  }

  /** The same bytes in each kind of memory. */
  private static List<Buffer> kinds(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return List.of(
        Buffer.buffer(bytes),
        BufferInternal.buffer(Unpooled.wrappedBuffer(bytes)),
        BufferInternal.buffer(Unpooled.directBuffer(bytes.length).writeBytes(bytes)),
        Buffer.buffer("xx" + text + "yy").slice(2, 2 + text.length()),
        BufferInternal.buffer(Unpooled.directBuffer().writeBytes(("x" + text + "y").getBytes()))
            .slice(1, 1 + text.length()));
  }

  @EverySetup
  void atAnOffset_writesAndGivesTheCount(Setup setup) throws IOException {
    AioFile file = file(setup);
    for (Buffer data : kinds("0123456789")) {
      assertEquals(10, setup.await(() -> file.write(0, data)));
      assertEquals("0123456789", contents());
      assertEquals(10, setup.await(() -> file.write(5, data)));
      assertEquals("012340123456789", contents());
      assertEquals("0123456789", data.toString());
      Files.write(dir.resolve("f"), new byte[0]);
    }
  }

  @EverySetup
  void partOfABuffer_isWritten(Setup setup) throws IOException {
    AioFile file = file(setup);
    for (Buffer data : kinds("0123456789")) {
      assertEquals(3, setup.await(() -> file.write(0, data, 4, 3)));
      assertEquals(2, setup.await(() -> file.write(3, data, -3, 2)));
      assertEquals(10, setup.await(() -> file.write(5, data, -10, 10)));
      assertEquals(0, setup.await(() -> file.write(0, data, 10, 0)));
      assertEquals("456780123456789", contents());
    }
  }

  @EverySetup
  void nothing_writesNothing(Setup setup) throws IOException {
    AioFile file = file(setup);
    assertEquals(0, setup.await(() -> file.write(100, Buffer.buffer())));
    assertEquals(0, setup.await(() -> file.write(Buffer.buffer())));
    assertEquals("", contents());
  }

  @EverySetup
  void pastTheEnd_leavesAHole(Setup setup) throws IOException {
    AioFile file = file(setup);
    long far = (1L << 32) + 1;
    setup.await(() -> file.write(3, Buffer.buffer("x")));
    assertEquals("\0\0\0x", contents());
    setup.await(() -> file.write(far, Buffer.buffer("end")));
    assertEquals(far + 3, Files.size(dir.resolve("f")));
    assertEquals(Buffer.buffer("\0end"), setup.await(() -> file.read(far - 1, 10)));
  }

  @EverySetup
  void append_ignoresTheOffset(Setup setup) throws IOException {
    Files.writeString(dir.resolve("f"), "first");
    AioFile file = setup.open(dir.resolve("f"), Linux.O_WRONLY | Linux.O_APPEND);
    setup.await(() -> file.write(0, Buffer.buffer(" second")));
    setup.await(() -> file.write(1L << 40, Buffer.buffer(" third")));
    setup.await(() -> file.write(Buffer.buffer(" fourth")));
    assertEquals("first second third fourth", contents());
  }

  @EverySetup
  void largestOffset_failsEFBIG(Setup setup) throws IOException {
    AioFile file = file(setup);
    setup.fails(Errno.EFBIG, () -> file.write(Long.MAX_VALUE - 1, Buffer.buffer("x")));
    setup.fails(Errno.EFBIG, () -> file.writeFully(Long.MAX_VALUE - 1, Buffer.buffer("x")));
    assertEquals("", contents());
  }

  @EverySetup
  void fullDevice_failsENOSPC(Setup setup) {
    AioFile file = setup.open(Path.of("/dev/full"), Linux.O_WRONLY);
    AioException failure = setup.fails(Errno.ENOSPC, () -> file.write(0, Buffer.buffer("x")));
    assertEquals("write(\"/dev/full\"): No space left on device (ENOSPC)", failure.getMessage());
    setup.fails(Errno.ENOSPC, () -> file.write(Buffer.buffer("x")));
    setup.fails(Errno.ENOSPC, () -> file.writeFully(0, Buffer.buffer("x")));
  }

  @EverySetup
  void notOpenForWriting_failsEBADF(Setup setup) throws IOException {
    AioFile file = setup.open(Files.writeString(dir.resolve("f"), "old"), Linux.O_RDONLY);
    setup.fails(Errno.EBADF, () -> file.write(0, Buffer.buffer("x")));
    setup.fails(Errno.EBADF, () -> file.write(Buffer.buffer("x")));
    setup.fails(Errno.EBADF, () -> file.writeFully(0, Buffer.buffer("x")));
    assertEquals("old", contents());
  }

  @EverySetup
  void pipe_hasNoOffsets(Setup setup) {
    Path pipe = dir.resolve("pipe");
    Commands.bytes("mkfifo", pipe.toString());
    AioFile file = setup.open(pipe, Linux.O_RDWR);
    setup.fails(Errno.ESPIPE, () -> file.write(0, Buffer.buffer("x")));
    setup.fails(Errno.ESPIPE, () -> file.writeFully(0, Buffer.buffer("x")));
  }

  @EverySetup
  void badArguments_throw(Setup setup) throws IOException {
    AioFile file = file(setup);
    Buffer abc = Buffer.buffer("abc");
    setup.refuses(IllegalArgumentException.class, () -> file.write(-1, abc));
    setup.refuses(IllegalArgumentException.class, () -> file.write(Long.MIN_VALUE, abc, 0, 1));
    setup.refuses(IllegalArgumentException.class, () -> file.writeFully(-1, abc));
    setup.refuses(IllegalArgumentException.class, () -> file.write(0, abc, 0, -1));
    setup.refuses(IllegalArgumentException.class, () -> file.write(abc, 0, -1));
    for (int[] range : new int[][] {{0, 4}, {1, 3}, {3, 1}, {-1, 2}, {0, Integer.MAX_VALUE}}) {
      setup.refuses(IndexOutOfBoundsException.class, () -> file.write(0, abc, range[0], range[1]));
      setup.refuses(IndexOutOfBoundsException.class, () -> file.write(abc, range[0], range[1]));
    }
    for (int outside : new int[] {4, -4, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      setup.refuses(IndexOutOfBoundsException.class, () -> file.write(0, abc, outside, 0));
    }
    setup.refuses(NullPointerException.class, () -> file.write(0, null));
    setup.refuses(NullPointerException.class, () -> file.write(null));
    setup.refuses(NullPointerException.class, () -> file.write(0, null, 0, 0));
    assertEquals("", contents());
  }

  @EverySetup
  void nullForWriteFully_isRefusedAndLeaksNothing(Setup setup) {
    AioFile file = file(setup);
    setup.refuses(NullPointerException.class, () -> file.writeFully(0, null));
  }

  @EverySetup
  void releasedBuffer_isRefusedAndLeaksNothing(Setup setup) {
    AioFile file = file(setup);
    ByteBuf released = Unpooled.directBuffer(100).writeBytes(new byte[10]);
    Buffer data = BufferInternal.buffer(released);
    released.release();
    setup.failsSomehow(() -> file.write(0, data));
    setup.failsSomehow(() -> file.writeFully(0, data));
    setup.await(file::close);
    assertEquals(0, setup.aio().nreqs());
  }

  @EverySetup
  void directBuffer_isGivenBack(Setup setup) throws IOException {
    AioFile file = file(setup);
    ByteBuf contents = Unpooled.directBuffer(10).writeBytes("0123456789".getBytes());
    Buffer data = BufferInternal.buffer(contents);
    setup.await(() -> file.write(0, data));
    setup.await(() -> file.writeFully(0, data));
    setup.await(file::close);
    setup.fails(Errno.EBADF, () -> file.write(0, data));
    assertEquals(1, contents.refCnt());
    assertEquals(0, contents.readerIndex());
    assertEquals("0123456789", contents());
  }

  @EverySetup
  void writeFully_givesNull(Setup setup) throws IOException {
    AioFile file = file(setup);
    assertNull(setup.await(() -> file.writeFully(2, Buffer.buffer("abc"))));
    assertNull(setup.await(() -> file.writeFully(100, Buffer.buffer())));
    assertEquals("\0\0abc", contents());
  }
}
