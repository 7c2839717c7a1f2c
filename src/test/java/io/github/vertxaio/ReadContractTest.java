package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;

/** read at an offset, into a new buffer. */
class ReadContractTest {
  @TempDir Path dir;

  private AioFile tenBytes(Setup setup) throws IOException {
    return setup.open(Files.writeString(dir.resolve("f"), "0123456789"), Linux.O_RDONLY);
  }

  @EverySetup
  void insideTheFile_givesWhatWasAskedFor(Setup setup) throws IOException {
    AioFile file = tenBytes(setup);
    assertEquals(Buffer.buffer("0123456789"), setup.await(() -> file.read(0, 10)));
    assertEquals(Buffer.buffer("345"), setup.await(() -> file.read(3, 3)));
    assertEquals(Buffer.buffer("9"), setup.await(() -> file.read(9, 1)));
  }

  @EverySetup
  void acrossTheEnd_isShort(Setup setup) throws IOException {
    AioFile file = tenBytes(setup);
    assertEquals(Buffer.buffer("789"), setup.await(() -> file.read(7, 100)));
    assertEquals(Buffer.buffer("9"), setup.await(() -> file.read(9, 1 << 20)));
  }

  @EverySetup
  void largestLength_givesWhatIsThere(Setup setup) throws IOException {
    AioFile file = tenBytes(setup);
    Buffer expected = Buffer.buffer("0123456789");
    assertEquals(expected, setup.await(() -> file.read(0, Integer.MAX_VALUE)));
    assertEquals(expected, setup.await(() -> file.read(Integer.MAX_VALUE)));
    Buffer data = Buffer.buffer();
    assertEquals(10, setup.await(() -> file.read(0, Integer.MAX_VALUE, data, 0)));
    assertEquals(expected, data);
  }

  @EverySetup
  void pastTheEnd_givesAnEmptyBuffer(Setup setup) throws IOException {
    AioFile file = tenBytes(setup);
    assertEquals(0, setup.await(() -> file.read(10, 1)).length());
    assertEquals(0, setup.await(() -> file.read(11, 4096)).length());
    assertEquals(0, setup.await(() -> file.read(1L << 40, 1)).length());
  }

  @EverySetup
  void emptyFile_givesAnEmptyBuffer(Setup setup) throws IOException {
    AioFile file = setup.open(Files.createFile(dir.resolve("empty")), Linux.O_RDONLY);
    assertEquals(0, setup.await(() -> file.read(0, 4096)).length());
    assertEquals(0, setup.await(() -> file.read(4096)).length());
  }

  @EverySetup
  void lengthZero_givesAnEmptyBuffer(Setup setup) throws IOException {
    AioFile file = tenBytes(setup);
    assertEquals(0, setup.await(() -> file.read(0, 0)).length());
    assertEquals(0, setup.await(() -> file.read(5, 0)).length());
  }

  @EverySetup
  void resultCanBeChangedAndAppendedTo(Setup setup) throws IOException {
    AioFile file = tenBytes(setup);
    Buffer read = setup.await(() -> file.read(0, 3));
    assertEquals("x12more", read.setString(0, "x").appendString("more").toString());
    assertEquals(Buffer.buffer("012"), setup.await(() -> file.read(0, 3)));
  }

  @EverySetup
  void pastFourGigabytes_givesHolesAndData(Setup setup) throws IOException {
    long far = (1L << 32) + 5;
    Path path = dir.resolve("sparse");
    try (RandomAccessFile sparse = new RandomAccessFile(path.toFile(), "rw")) {
      sparse.seek(far);
      sparse.writeBytes("end");
    }
    AioFile file = setup.open(path, Linux.O_RDONLY);
    assertEquals(Buffer.buffer("\0\0end"), setup.await(() -> file.read(far - 2, 100)));
    assertEquals(Buffer.buffer(new byte[5]), setup.await(() -> file.read(1L << 31, 5)));
  }

  @EverySetup
  void largestOffset_isTheKernelsBusiness(Setup setup) throws IOException {
    AioFile file = tenBytes(setup);
    assertEquals(0, setup.await(() -> file.read(Long.MAX_VALUE - 1, 1)).length());
  }

  @EverySetup
  void negativeOffsetOrLength_throws(Setup setup) throws IOException {
    AioFile file = tenBytes(setup);
    for (long offset : new long[] {-1, -2, Long.MIN_VALUE}) {
      IllegalArgumentException thrown =
          setup.refuses(IllegalArgumentException.class, () -> file.read(offset, 1));
      assertEquals("offset: " + offset + " (expected: >= 0)", thrown.getMessage());
    }
    setup.refuses(IllegalArgumentException.class, () -> file.read(0, -1));
    setup.refuses(IllegalArgumentException.class, () -> file.read(0, Integer.MIN_VALUE));
    setup.refuses(IllegalArgumentException.class, () -> file.read(-1));
  }

  @EverySetup
  void everySizeAroundTheBounds_isWhole(Setup setup) throws IOException {
    byte[] bytes = new byte[300_000];
    new Random(1).nextBytes(bytes);
    AioFile file = setup.open(Files.write(dir.resolve("r"), bytes), Linux.O_RDONLY);
    Buffer all = Buffer.buffer(bytes);
    int[] lengths = {1, 511, 4095, 4096, 4097, 65535, 65536, 65537, 131072, 262145};
    for (int length : lengths) {
      for (int offset : new int[] {0, 1, 4096}) {
        int end = Math.min(bytes.length, offset + length);
        Buffer read = setup.await(() -> file.read(offset, length));
        assertEquals(all.slice(offset, end), read, offset + "+" + length);
      }
    }
  }

  @EverySetup
  void uncachedFile_isReadWhole(Setup setup) throws IOException {
    byte[] bytes = new byte[300_000];
    new Random(2).nextBytes(bytes);
    Path path = Files.write(dir.resolve("r"), bytes);
    AioFile file = setup.open(path, Linux.O_RDONLY);
    for (int length : new int[] {4096, 60_000, 300_000}) {
      // Ends the caching of the file's pages.
      Commands.bytes("sync", path.toString());
      Commands.bytes("dd", "if=" + path, "iflag=nocache", "count=0", "status=none");
      Buffer read = setup.await(() -> file.read(0, length));
      assertEquals(Buffer.buffer(bytes).slice(0, length), read);
    }
  }

  @EverySetup
  void manyAtOnce_eachGetsItsOwn(Setup setup) throws IOException {
    Buffer numbers = Buffer.buffer();
    for (int i = 0; i < 3000; i++) {
      numbers.appendInt(i);
    }
    AioFile file = setup.open(Files.write(dir.resolve("n"), numbers.getBytes()), Linux.O_RDONLY);
    List<Future<Buffer>> reads = new ArrayList<>();
    setup.await(
        () -> {
          for (int i = 0; i < 3000; i++) {
            reads.add(file.read(4L * i, 4));
          }
          return Future.join(reads);
        });
    for (int i = 0; i < 3000; i++) {
      assertEquals(i, Setup.await(reads.get(i)).getInt(0));
    }
  }

  @EverySetup
  void procFile_isReadAlthoughItsSizeIsZero(Setup setup) throws IOException {
    Path path = Path.of("/proc/version");
    AioFile file = setup.open(path, Linux.O_RDONLY);
    byte[] read = setup.await(() -> file.read(0, 65536)).getBytes();
    assertArrayEquals(Files.readAllBytes(path), read);
  }

  @EverySetup
  void directory_failsEISDIR(Setup setup) {
    AioFile file = setup.open(dir, Linux.O_RDONLY);
    setup.fails(Errno.EISDIR, () -> file.read(0, 0));
    setup.fails(Errno.EISDIR, () -> file.read(0, 1));
    setup.fails(Errno.EISDIR, () -> file.read(1));
  }

  @EverySetup
  void notOpenForReading_failsEBADF(Setup setup) throws IOException {
    AioFile file = setup.open(Files.writeString(dir.resolve("w"), "1"), Linux.O_WRONLY);
    setup.fails(Errno.EBADF, () -> file.read(0, 1));
    setup.fails(Errno.EBADF, () -> file.read(1));
    AioFile path = setup.open(dir.resolve("w"), Linux.O_PATH);
    AioException failure = setup.fails(Errno.EBADF, () -> path.read(0, 1));
    assertTrue(failure.getMessage().endsWith("(EBADF)"), "not refused by us");
  }

  @EverySetup
  void pipe_hasNoOffsetsButAPosition(Setup setup) {
    Path pipe = dir.resolve("pipe");
    Commands.bytes("mkfifo", pipe.toString());
    AioFile file = setup.open(pipe, Linux.O_RDWR);
    setup.fails(Errno.ESPIPE, () -> file.read(0, 1));
    assertEquals(3, setup.await(() -> file.write(Buffer.buffer("abc"))));
    assertEquals(Buffer.buffer("ab"), setup.await(() -> file.read(2)));
    assertEquals(Buffer.buffer("c"), setup.await(() -> file.read(100)));
  }

  @EverySetup
  void emptyPipe_waitsWithoutKeepingTheLoop(Setup setup) {
    Path pipe = dir.resolve("pipe");
    Commands.bytes("mkfifo", pipe.toString());
    AioFile reader = setup.open(pipe, Linux.O_RDWR);
    AioFile writer = setup.open(pipe, Linux.O_RDWR);
    Future<Buffer> read = setup.onContext(() -> reader.read(10));
    setup.await(() -> setup.aio().nop());
    setup.await(() -> setup.aio().stat(pipe.toString()));
    assertTrue(!read.isComplete());
    setup.await(() -> writer.write(Buffer.buffer("late")));
    assertEquals(Buffer.buffer("late"), Setup.await(read));
  }

  @EverySetup
  void emptyPipe_failsEAGAIN_whenOpenedNotToWait(Setup setup) {
    Path pipe = dir.resolve("pipe");
    Commands.bytes("mkfifo", pipe.toString());
    AioFile file = setup.open(pipe, Linux.O_RDWR | Linux.O_NONBLOCK);
    setup.fails(Errno.EAGAIN, () -> file.read(10));
    setup.await(() -> file.write(Buffer.buffer("12345")));
    assertEquals(Buffer.buffer("12345"), setup.await(() -> file.read(10)));
    setup.await(() -> file.fcntl(Linux.F_SETFL, 0));
    Future<Buffer> waiting = setup.onContext(() -> file.read(10));
    setup.await(() -> setup.aio().stat("/"));
    assertFalse(waiting.isComplete());
    AioFile other = setup.open(pipe, Linux.O_WRONLY);
    setup.await(() -> other.write(Buffer.buffer("67890")));
    assertEquals(Buffer.buffer("67890"), Setup.await(waiting));
  }
}
