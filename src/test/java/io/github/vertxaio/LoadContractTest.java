package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.HalfWay;
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

/** load and slurp, compared with {@code java.nio} and IO::AIO's results. */
class LoadContractTest {
  @TempDir Path dir;

  private Path file(int size) throws IOException {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return Files.write(dir.resolve("file-" + size), bytes);
  }

  private Path ten() throws IOException {
    return Files.writeString(dir.resolve("ten"), "0123456789");
  }

  private Path sparse(long size) throws IOException {
    Path path = dir.resolve("sparse");
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(size);
    }
    return path;
  }

  @EverySetup
  void files_areLoadedWhole(Setup setup) throws IOException {
    for (int size : new int[] {0, 1, 4095, 4096, 4097, 262_144, 262_145, 3_000_001}) {
      Path file = file(size);
      Buffer loaded = setup.await(() -> setup.aio().load(file.toString()));
      assertArrayEquals(Files.readAllBytes(file), loaded.getBytes(), "size " + size);
    }
  }

  @EverySetup
  void loadedBuffer_isTheCallersToChange(Setup setup) throws IOException {
    Path ten = ten();
    Buffer loaded = setup.await(() -> setup.aio().load(ten.toString()));
    loaded.appendString("and more than it had").setByte(0, (byte) 'x');
    assertEquals("x123456789and more than it had", loaded.toString());
  }

  @EverySetup
  void filesWithoutSize_areLoadedWhole(Setup setup) throws IOException {
    for (String name : List.of("/proc/version", "/proc/filesystems", "/proc/self/limits")) {
      byte[] expected = Files.readAllBytes(Path.of(name));
      assertArrayEquals(expected, setup.await(() -> setup.aio().load(name)).getBytes(), name);
      byte[] tail = setup.await(() -> setup.aio().slurp(name, -7, 5)).getBytes();
      String end = new String(expected, expected.length - 7, 5);
      assertEquals(end, new String(tail), name);
      assertEquals(4, setup.await(() -> setup.aio().slurp(name, 2, 4)).length(), name);
    }
    // More than the memory that is taken at first.
    long mappings = setup.await(() -> setup.aio().load("/proc/self/smaps")).length();
    assertTrue(mappings > 65_536, "read " + mappings);
  }

  @EverySetup
  void slurp_givesPartsAsIoAioDoes(Setup setup) throws IOException {
    String ten = ten().toString();
    long[][] ranges = {
      {0, 0},
      {3, 0},
      {3, 4},
      {-3, 0},
      {-3, 2},
      {-10, 0},
      {20, 5},
      {10, 0},
      {3, 100},
      {-3, 100},
      {0, Long.MAX_VALUE},
      {20, 0}
    };
    String[] parts = {
      "0123456789",
      "3456789",
      "3456",
      "789",
      "78",
      "0123456789",
      "",
      "",
      "3456789",
      "789",
      "0123456789",
      ""
    };
    for (int i = 0; i < ranges.length; i++) {
      long offset = ranges[i][0];
      long length = ranges[i][1];
      Buffer part = setup.await(() -> setup.aio().slurp(ten, offset, length));
      assertEquals(parts[i], part.toString(), offset + ", " + length);
    }
  }

  @EverySetup
  void offsetBeforeTheStart_failsEINVAL(Setup setup) throws IOException {
    String ten = ten().toString();
    AioException failure = setup.fails(Errno.EINVAL, () -> setup.aio().slurp(ten, -11, 5));
    String text = "slurp(\"" + ten + "\"): Invalid argument (EINVAL): ";
    assertEquals(text + "offset -11 is before the start", failure.getMessage());
    setup.fails(Errno.EINVAL, () -> setup.aio().slurp(ten, Long.MIN_VALUE, 0));
    setup.fails(Errno.EINVAL, () -> setup.aio().slurp("/proc/version", -100_000, 0));
    setup.refuses(IllegalArgumentException.class, () -> setup.aio().slurp(ten, 0, -1));
    setup.refuses(NullPointerException.class, () -> setup.aio().load(null));
  }

  @EverySetup
  void pipes_areReadToTheirEnd(Setup setup) throws Exception {
    Path pipe = dir.resolve("pipe");
    Commands.bytes("mkfifo", pipe.toString());
    for (int offset : new int[] {0, -4}) {
      Process writer = new ProcessBuilder("sh", "-c", "seq 50000 > '" + pipe + "'").start();
      Buffer read = setup.await(() -> setup.aio().slurp(pipe.toString(), offset, 0));
      assertEquals(0, writer.waitFor());
      assertEquals(offset == 0 ? 288_894 : 4, read.length());
      assertEquals("000\n", read.getString(read.length() - 4, read.length()));
    }
    Process writer = new ProcessBuilder("sh", "-c", "echo 1 > '" + pipe + "'").start();
    setup.fails(Errno.ESPIPE, () -> setup.aio().slurp(pipe.toString(), 1, 0));
    writer.waitFor();
  }

  @EverySetup
  void moreThanABufferHolds_failsEFBIG(Setup setup) throws IOException {
    String sparse = sparse(1L << 33).toString();
    AioException failure = setup.fails(Errno.EFBIG, () -> setup.aio().load(sparse));
    assertTrue(failure.getMessage().endsWith(": more than a buffer can hold, 2147483639 bytes"));
    setup.fails(Errno.EFBIG, () -> setup.aio().slurp(sparse, 0, 1L << 31));
    assertEquals(10, setup.await(() -> setup.aio().slurp(sparse, -10, 0)).length());
    assertEquals(5, setup.await(() -> setup.aio().slurp(sparse, 1L << 32, 5)).length());
    assertEquals(1000, setup.await(() -> setup.aio().slurp("/dev/zero", 0, 1000)).length());
  }

  @EverySetup
  void cancelled_endsBetweenPieces(Setup setup) throws IOException {
    String path = sparse(400_000_000L).toString();
    HalfWay.cancel(setup, () -> setup.aio().load(path), () -> true);
  }

  @EverySetup
  void manyAtOnce_areIndependent(Setup setup) throws IOException {
    List<Future<Buffer>> loads = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      Path file = Files.writeString(dir.resolve("n" + i), "content " + i);
      int priority = i % 9 - 4;
      loads.add(setup.onContext(() -> setup.aio().priority(priority).load(file.toString())));
    }
    for (int i = 0; i < 50; i++) {
      assertEquals("content " + i, Setup.await(loads.get(i)).toString());
    }
    // From a plain thread too.
    String ten = ten().toString();
    for (int i = 0; i < 100; i++) {
      assertEquals(10, Setup.await(setup.aio().load(ten)).length());
    }
  }

  @EverySetup
  void directories_failEISDIR(Setup setup) {
    AioException failure = setup.fails(Errno.EISDIR, () -> setup.aio().load(dir.toString()));
    assertEquals("load(\"" + dir + "\"): Is a directory (EISDIR)", failure.getMessage());
    setup.fails(Errno.ENOENT, () -> setup.aio().load(dir + "/missing"));
  }

  @EverySetup
  void workingDirectory_isWherePathsStart_evenIfItIsClosedMeanwhile(Setup setup)
      throws IOException {
    ten();
    WorkingDirectory wd = setup.await(() -> setup.aio().wd(dir.toString()));
    Buffer loaded =
        setup.await(
            () -> {
              AioRequest<Buffer> load = setup.aio().at(wd).load("ten");
              return wd.close().compose(closed -> load);
            });
    assertEquals("0123456789", loaded.toString());
    setup.fails(Errno.EBADF, () -> setup.aio().at(wd).load("ten"));
  }
}
