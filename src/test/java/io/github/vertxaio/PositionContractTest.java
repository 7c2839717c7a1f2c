package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Requests without an offset: one after the other, in the order in which they were made. */
class PositionContractTest {
  private static final int COUNT = 400;

  @TempDir Path dir;

  private AioFile file(Setup setup) {
    return setup.open(dir.resolve("f"), Linux.O_CREAT | Linux.O_RDWR);
  }

  private static Buffer numbers() {
    Buffer numbers = Buffer.buffer();
    for (int i = 0; i < COUNT; i++) {
      numbers.appendInt(i);
    }
    return numbers;
  }

  @EverySetup
  void burstOfWrites_isInOrder(Setup setup) throws IOException {
    AioFile file = file(setup);
    List<Future<Integer>> writes = new ArrayList<>();
    setup.await(
        () -> {
          for (int i = 0; i < COUNT; i++) {
            writes.add(file.write(Buffer.buffer().appendInt(i)));
          }
          return Future.join(writes);
        });
    assertEquals(numbers(), Buffer.buffer(Files.readAllBytes(dir.resolve("f"))));
    assertEquals(4L * COUNT, setup.await(() -> file.seek(0, Linux.SEEK_CUR)));
  }

  @EverySetup
  void burstOfReads_isInOrder(Setup setup) throws IOException {
    Files.write(dir.resolve("f"), numbers().getBytes());
    AioFile file = file(setup);
    List<Future<Buffer>> reads = new ArrayList<>();
    setup.await(
        () -> {
          for (int i = 0; i < COUNT; i++) {
            reads.add(file.read(4));
          }
          return Future.join(reads);
        });
    for (int i = 0; i < COUNT; i++) {
      assertEquals(i, Setup.await(reads.get(i)).getInt(0));
    }
  }

  @EverySetup
  void burstOfReads_withOtherPriorities_isInOrder(Setup setup) throws IOException {
    Files.write(dir.resolve("f"), numbers().getBytes());
    AioFile file = file(setup);
    List<Future<Buffer>> reads = new ArrayList<>();
    setup.await(
        () -> {
          for (int i = 0; i < COUNT; i++) {
            reads.add(file.priority(i % 9 - 4).read(4));
          }
          return Future.join(reads);
        });
    for (int i = 0; i < COUNT; i++) {
      assertEquals(i, Setup.await(reads.get(i)).getInt(0));
    }
  }

  @EverySetup
  void mixOfSeekReadAndWrite_isInOrder(Setup setup) throws IOException {
    AioFile file = file(setup);
    List<Future<Long>> ends = new ArrayList<>();
    List<Future<Buffer>> reads = new ArrayList<>();
    setup.await(
        () -> {
          for (int i = 0; i < COUNT; i++) {
            file.seek(0, Linux.SEEK_END);
            file.write(Buffer.buffer().appendInt(i));
            file.seek(-4, Linux.SEEK_CUR);
            reads.add(file.read(4));
            ends.add(file.seek(0, Linux.SEEK_CUR));
          }
          return Future.join(ends);
        });
    for (int i = 0; i < COUNT; i++) {
      assertEquals(4L * (i + 1), Setup.await(ends.get(i)));
      assertEquals(i, Setup.await(reads.get(i)).getInt(0));
    }
    assertEquals(numbers(), Buffer.buffer(Files.readAllBytes(dir.resolve("f"))));
  }

  @EverySetup
  void failureInTheMiddle_doesNotStopTheOthers(Setup setup) throws IOException {
    AioFile file = file(setup);
    List<Future<?>> failing = new ArrayList<>();
    setup.await(
        () -> {
          for (int i = 0; i < COUNT; i++) {
            file.write(Buffer.buffer().appendInt(i));
            failing.add(file.seek(-1, Linux.SEEK_SET));
          }
          return file.seek(0, Linux.SEEK_CUR);
        });
    assertEquals(numbers(), Buffer.buffer(Files.readAllBytes(dir.resolve("f"))));
    failing.forEach(seek -> setup.fails(Errno.EINVAL, () -> seek));
  }

  @EverySetup
  void largeAndSmallMixed_areInOrder(Setup setup) throws IOException {
    AioFile file = file(setup);
    Buffer expected = Buffer.buffer();
    List<Future<Integer>> writes = new ArrayList<>();
    setup.await(
        () -> {
          for (int i = 0; i < 20; i++) {
            byte[] bytes = new byte[i % 2 == 0 ? 200_000 : 3];
            java.util.Arrays.fill(bytes, (byte) i);
            expected.appendBytes(bytes);
            writes.add(file.write(Buffer.buffer(bytes)));
          }
          return Future.join(writes);
        });
    assertEquals(expected, Buffer.buffer(Files.readAllBytes(dir.resolve("f"))));
  }

  @EverySetup
  void twoFiles_haveTheirOwnPositions(Setup setup) throws IOException {
    AioFile first = file(setup);
    AioFile second = file(setup);
    setup.await(() -> first.write(Buffer.buffer("0123456789")));
    assertEquals(Buffer.buffer("01"), setup.await(() -> second.read(2)));
    assertEquals(0, setup.await(() -> first.read(2)).length());
    assertEquals(Buffer.buffer("23"), setup.await(() -> second.read(2)));
  }

  @EverySetup
  void readOfWhatIsCachedInPart_isWhole(Setup setup) {
    AioFile file = file(setup);
    // Two writes, as a single one may be cached as a whole.
    setup.await(() -> file.write(0, Buffer.buffer(new byte[4096])));
    setup.await(() -> file.write(4096, Buffer.buffer(new byte[4096])));
    setup.await(file::fsync);
    setup.await(() -> file.fadvise(4096, 4096, Linux.POSIX_FADV_DONTNEED));
    assertEquals(8192, setup.await(() -> file.read(8192)).length());
    assertEquals(8192L, setup.await(() -> file.seek(0, Linux.SEEK_CUR)));
  }
}
