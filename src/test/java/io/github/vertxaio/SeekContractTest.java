package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** seek. */
class SeekContractTest {
  private static final long MEGABYTE = 1 << 20;

  @TempDir Path dir;

  private AioFile tenBytes(Setup setup) throws IOException {
    return setup.open(Files.writeString(dir.resolve("f"), "0123456789"), Linux.O_RDWR);
  }

  @EverySetup
  void set_cur_end_giveTheNewPosition(Setup setup) throws IOException {
    AioFile file = tenBytes(setup);
    assertEquals(4, setup.await(() -> file.seek(4, Linux.SEEK_SET)));
    assertEquals(Buffer.buffer("45"), setup.await(() -> file.read(2)));
    assertEquals(6, setup.await(() -> file.seek(0, Linux.SEEK_CUR)));
    assertEquals(5, setup.await(() -> file.seek(-1, Linux.SEEK_CUR)));
    assertEquals(10, setup.await(() -> file.seek(0, Linux.SEEK_END)));
    assertEquals(7, setup.await(() -> file.seek(-3, Linux.SEEK_END)));
    assertEquals(Buffer.buffer("789"), setup.await(() -> file.read(99)));
    assertEquals(15, setup.await(() -> file.seek(5, Linux.SEEK_END)));
    assertEquals(0, setup.await(() -> file.read(1)).length());
    assertEquals(0, setup.await(() -> file.seek(0, Linux.SEEK_SET)));
  }

  @EverySetup
  void positionalRequests_doNotMoveThePosition(Setup setup) throws IOException {
    AioFile file = tenBytes(setup);
    setup.await(() -> file.seek(3, Linux.SEEK_SET));
    setup.await(() -> file.read(0, 5));
    setup.await(() -> file.write(8, Buffer.buffer("x")));
    assertEquals(3, setup.await(() -> file.seek(0, Linux.SEEK_CUR)));
  }

  @EverySetup
  void beforeTheStart_failsEINVAL(Setup setup) throws IOException {
    AioFile file = tenBytes(setup);
    setup.fails(Errno.EINVAL, () -> file.seek(-1, Linux.SEEK_SET));
    setup.fails(Errno.EINVAL, () -> file.seek(-1, Linux.SEEK_CUR));
    setup.fails(Errno.EINVAL, () -> file.seek(-11, Linux.SEEK_END));
    setup.fails(Errno.EINVAL, () -> file.seek(Long.MIN_VALUE, Linux.SEEK_SET));
    setup.fails(Errno.EINVAL, () -> file.seek(Long.MIN_VALUE, Linux.SEEK_END));
    assertEquals(0, setup.await(() -> file.seek(0, Linux.SEEK_CUR)));
  }

  @EverySetup
  void unknownWhence_failsEINVAL(Setup setup) throws IOException {
    AioFile file = tenBytes(setup);
    setup.fails(Errno.EINVAL, () -> file.seek(0, 99));
    AioException failure = setup.fails(Errno.EINVAL, () -> file.seek(0, -1));
    assertEquals("lseek", failure.call());
  }

  @EverySetup
  void pastFourGigabytes_works(Setup setup) throws IOException {
    AioFile file = tenBytes(setup);
    long far = (1L << 32) + 17;
    assertEquals(far, setup.await(() -> file.seek(far, Linux.SEEK_SET)));
    assertEquals(far, setup.await(() -> file.seek(0, Linux.SEEK_CUR)));
    setup.await(() -> file.write(Buffer.buffer("end")));
    assertEquals(far + 3, Files.size(dir.resolve("f")));
    assertEquals(far + 3, setup.await(() -> file.seek(0, Linux.SEEK_END)));
  }

  @EverySetup
  void pastTheLargestFile_failsEINVAL(Setup setup) throws IOException {
    setup.open(dir, Linux.O_RDONLY);
    AioFile file = tenBytes(setup);
    setup.await(() -> file.seek(1, Linux.SEEK_SET));
    AioException failure =
        setup.fails(AioException.class, () -> file.seek(Long.MAX_VALUE, Linux.SEEK_CUR));
    // Which of the two is up to the file system.
    assertEquals(true, failure.errno() == Errno.EINVAL || failure.errno() == Errno.EOVERFLOW);
    assertEquals(1, setup.await(() -> file.seek(0, Linux.SEEK_CUR)));
  }

  @EverySetup
  void dataAndHole_findTheEdgesOfASparseFile(Setup setup) throws IOException {
    Path path = dir.resolve("sparse");
    try (RandomAccessFile sparse = new RandomAccessFile(path.toFile(), "rw")) {
      sparse.write(new byte[] {1});
      sparse.seek(MEGABYTE);
      sparse.write(new byte[] {1});
      sparse.setLength(2 * MEGABYTE);
      sparse.getFD().sync();
    }
    long used = Long.parseLong(Commands.lines("stat", "--printf", "%b", path.toString()).get(0));
    assumeTrue(used * 512 < MEGABYTE, "the file system keeps no holes");
    AioFile file = setup.open(path, Linux.O_RDONLY);
    long block = setup.await(() -> file.seek(0, Linux.SEEK_HOLE));
    assertEquals(used * 512 / 2, block);
    assertEquals(0, setup.await(() -> file.seek(0, Linux.SEEK_DATA)));
    assertEquals(MEGABYTE, setup.await(() -> file.seek(block, Linux.SEEK_DATA)));
    assertEquals(block + 5, setup.await(() -> file.seek(block + 5, Linux.SEEK_HOLE)));
    assertEquals(MEGABYTE + block, setup.await(() -> file.seek(MEGABYTE, Linux.SEEK_HOLE)));
    setup.fails(Errno.ENXIO, () -> file.seek(MEGABYTE + block, Linux.SEEK_DATA));
    setup.fails(Errno.ENXIO, () -> file.seek(2 * MEGABYTE, Linux.SEEK_HOLE));
    assertEquals(MEGABYTE + block, setup.await(() -> file.seek(0, Linux.SEEK_CUR)));
  }

  @EverySetup
  void pipe_failsESPIPE(Setup setup) {
    Path pipe = dir.resolve("pipe");
    Commands.bytes("mkfifo", pipe.toString());
    AioFile file = setup.open(pipe, Linux.O_RDWR);
    setup.fails(Errno.ESPIPE, () -> file.seek(0, Linux.SEEK_SET));
  }

  @EverySetup
  void pathDescriptor_failsEBADF(Setup setup) {
    AioFile file = setup.open(dir, Linux.O_PATH);
    setup.fails(Errno.EBADF, () -> file.seek(0, Linux.SEEK_SET));
  }
}
