package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** sendfile to files and pipes, from files of all kinds. */
class SendfileContractTest {
  private static final int SIZE = 300_007;

  @TempDir Path dir;
  private byte[] bytes;
  private Path source;
  private Path target;

  @BeforeEach
  void makeFile() throws IOException {
    bytes = new byte[SIZE];
    new Random(7).nextBytes(bytes);
    source = Files.write(dir.resolve("source"), bytes);
    target = dir.resolve("target");
  }

  private AioFile in(Setup setup) {
    return setup.open(source, Linux.O_RDONLY);
  }

  private AioFile out(Setup setup, int flags) {
    return setup.open(target, Linux.O_CREAT | Linux.O_RDWR | flags);
  }

  private AioFile pipe(Setup setup, int flags) {
    Path pipe = dir.resolve("pipe");
    Commands.bytes("mkfifo", pipe.toString());
    return setup.open(pipe, Linux.O_RDWR | flags);
  }

  private byte[] part(int from, int to) {
    return Arrays.copyOfRange(bytes, from, to);
  }

  @EverySetup
  void toAFile_writesAtItsPositionAndMovesIt(Setup setup) throws IOException {
    AioFile in = in(setup);
    AioFile out = out(setup, 0);
    assertEquals(SIZE, setup.await(() -> in.sendfile(out, 0, SIZE)));
    assertArrayEquals(bytes, Files.readAllBytes(target));
    assertEquals(SIZE, setup.await(() -> out.seek(0, Linux.SEEK_CUR)));
    assertEquals(0, setup.await(() -> in.seek(0, Linux.SEEK_CUR)));
    setup.await(() -> out.seek(2, Linux.SEEK_SET));
    assertEquals(10, setup.await(() -> in.sendfile(out, 100, 10)));
    assertArrayEquals(part(100, 110), Arrays.copyOfRange(Files.readAllBytes(target), 2, 12));
    assertEquals(12, setup.await(() -> out.seek(0, Linux.SEEK_CUR)));
  }

  @EverySetup
  void atTheEnd_theCountIsShort(Setup setup) throws IOException {
    AioFile in = in(setup);
    AioFile out = out(setup, 0);
    assertEquals(7, setup.await(() -> in.sendfile(out, SIZE - 7, 100)));
    assertEquals(0, setup.await(() -> in.sendfile(out, SIZE, 100)));
    assertEquals(0, setup.await(() -> in.sendfile(out, SIZE + 99, 100)));
    assertEquals(0, setup.await(() -> in.sendfile(out, 0, 0)));
    assertEquals(7, setup.await(() -> in.sendfile(out, SIZE - 7, Long.MAX_VALUE - SIZE)));
    assertEquals(14, Files.size(target));
  }

  @EverySetup
  void toAFileThatAppends_isWrittenBehindTheEnd(Setup setup) throws IOException {
    Files.writeString(target, "12345");
    AioFile in = in(setup);
    AioFile out = out(setup, Linux.O_APPEND);
    assertEquals(SIZE, setup.await(() -> in.sendfile(out, 0, SIZE)));
    assertEquals(SIZE + 5, Files.size(target));
    byte[] written = Files.readAllBytes(target);
    assertArrayEquals(bytes, Arrays.copyOfRange(written, 5, SIZE + 5));
  }

  @EverySetup
  void fromProc_bringsAllBytes(Setup setup) throws IOException {
    for (String name : List.of("/proc/version", "/proc/filesystems", "/proc/self/limits")) {
      AioFile in = setup.open(Path.of(name), Linux.O_RDONLY);
      AioFile out = out(setup, Linux.O_TRUNC);
      byte[] expected = Files.readAllBytes(Path.of(name));
      assertEquals(expected.length, setup.await(() -> in.sendfile(out, 0, 1 << 20)), name);
      assertArrayEquals(expected, Files.readAllBytes(target), name);
    }
  }

  @EverySetup
  void toAPipe_goesThroughIt(Setup setup) {
    AioFile in = in(setup);
    AioFile pipe = pipe(setup, 0);
    assertEquals(20_000, setup.await(() -> in.sendfile(pipe, 5, 20_000)));
    assertEquals(Buffer.buffer(part(5, 20_005)), setup.await(() -> pipe.read(30_000)));
  }

  @EverySetup
  void toAFullPipe_theCountIsHonest_andThenEAGAIN(Setup setup) {
    AioFile in = in(setup);
    AioFile pipe = pipe(setup, Linux.O_NONBLOCK);
    long sent = setup.await(() -> in.sendfile(pipe, 0, SIZE));
    assertTrue(sent > 0 && sent < SIZE, "sent " + sent);
    setup.fails(Errno.EAGAIN, () -> in.sendfile(pipe, sent, 10));
    Buffer read = Buffer.buffer();
    while (read.length() < sent) {
      read.appendBuffer(setup.await(() -> pipe.read(SIZE)));
    }
    assertEquals(Buffer.buffer(part(0, (int) sent)), read);
  }

  @EverySetup
  void manyAtOnce_keepTheirOrderAmongWrites(Setup setup) throws IOException {
    AioFile in = in(setup);
    AioFile out = out(setup, 0);
    Buffer mark = Buffer.buffer("--");
    List<Future<?>> all = new ArrayList<>();
    setup.await(
        () -> {
          for (int i = 0; i < 50; i++) {
            all.add(in.priority(i % 9 - 4).sendfile(out, 1000L * i, 1000));
            all.add(out.write(mark));
          }
          return Future.join(all);
        });
    Buffer expected = Buffer.buffer();
    for (int i = 0; i < 50; i++) {
      expected.appendBytes(part(1000 * i, 1000 * i + 1000)).appendBuffer(mark);
    }
    assertEquals(expected, Buffer.buffer(Files.readAllBytes(target)));
  }

  @EverySetup
  void sameFile_copiesWithinIt(Setup setup) throws IOException {
    Files.writeString(target, "0123456789");
    AioFile both = out(setup, 0);
    setup.await(() -> both.seek(0, Linux.SEEK_END));
    assertEquals(4, setup.await(() -> both.sendfile(both, 3, 4)));
    assertEquals("01234567893456", Files.readString(target));
  }

  @EverySetup
  void close_waitsForIt(Setup setup) throws IOException {
    AioFile in = in(setup);
    AioFile out = out(setup, 0);
    List<Future<Long>> sent = new ArrayList<>();
    setup.await(
        () -> {
          for (int i = 0; i < 10; i++) {
            sent.add(in.sendfile(out, 0, SIZE));
          }
          return Future.join(out.close(), in.close());
        });
    for (Future<Long> one : sent) {
      assertEquals(SIZE, Setup.await(one));
    }
    assertEquals(10L * SIZE, Files.size(target));
  }

  @EverySetup
  void closedTarget_failsEBADF_andLetsGoOfTheSource(Setup setup) {
    AioFile in = in(setup);
    AioFile out = out(setup, 0);
    setup.await(out::close);
    AioException failure = setup.fails(Errno.EBADF, () -> in.sendfile(out, 0, 1));
    assertEquals(List.of(in.path(), out.path()), failure.paths());
    assertTrue(failure.getMessage().endsWith("closed file"), failure.getMessage());
    setup.await(in::close);
  }

  @EverySetup
  void filesThatCannot_fail(Setup setup) throws IOException {
    AioFile in = in(setup);
    AioFile out = out(setup, 0);
    AioFile readOnly = setup.open(target, Linux.O_RDONLY);
    setup.fails(Errno.EBADF, () -> in.sendfile(readOnly, 0, 1));
    AioFile writeOnly = setup.open(source, Linux.O_WRONLY);
    setup.fails(Errno.EBADF, () -> writeOnly.sendfile(out, 0, 1));
    AioFile pipe = pipe(setup, 0);
    setup.fails(Errno.ESPIPE, () -> pipe.sendfile(out, 0, 1));
    AioFile directory = setup.open(dir, Linux.O_RDONLY);
    setup.fails(Errno.EISDIR, () -> directory.sendfile(out, 0, 1));
    AioFile full = setup.open(Path.of("/dev/full"), Linux.O_WRONLY);
    setup.fails(Errno.ENOSPC, () -> in.sendfile(full, 0, 1));
    assertEquals(0, Files.size(target));
  }

  @EverySetup
  void badArguments_throw(Setup setup) {
    AioFile in = in(setup);
    AioFile out = out(setup, 0);
    setup.refuses(IllegalArgumentException.class, () -> in.sendfile(out, -1, 1));
    setup.refuses(IllegalArgumentException.class, () -> in.sendfile(out, 0, -1));
    setup.refuses(NullPointerException.class, () -> in.sendfile((AioFile) null, 0, 1));
  }
}
