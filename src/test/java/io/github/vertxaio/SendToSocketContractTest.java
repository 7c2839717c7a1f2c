package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import io.github.vertxaio.testing.Sockets;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** sendfile to sockets of Vert.x, read by a socket of the JDK. */
class SendToSocketContractTest {
  private static final int SIZE = (3 << 20) + 12_345;

  @TempDir static Path keys;
  @TempDir Path dir;
  private byte[] bytes;
  private Path source;

  @BeforeEach
  void makeFile() throws IOException {
    bytes = new byte[SIZE];
    new Random(11).nextBytes(bytes);
    source = Files.write(dir.resolve("source"), bytes);
  }

  private AioFile in(Setup setup) {
    return setup.open(source, Linux.O_RDONLY);
  }

  private byte[] part(int from, int to) {
    return Arrays.copyOfRange(bytes, from, to);
  }

  @EverySetup
  void bytesArrive_behindThoseWrittenBefore(Setup setup) {
    AioFile in = in(setup);
    try (Sockets sockets = Sockets.connect(setup)) {
      Future<Long> sent =
          setup.onContext(
              () -> {
                sockets.socket().write("before");
                return in.sendfile(sockets.socket(), 0, SIZE);
              });
      assertEquals("before", new String(sockets.read(6)));
      assertArrayEquals(bytes, sockets.read(SIZE));
      assertEquals(SIZE, Setup.await(sent));
      for (int length : new int[] {1, 4096, 64 * 1024, 64 * 1024 + 1, (1 << 20) + 1}) {
        Future<Long> some = setup.onContext(() -> in.sendfile(sockets.socket(), 77, length));
        assertArrayEquals(part(77, 77 + length), sockets.read(length));
        assertEquals(length, Setup.await(some));
      }
      assertEquals(0, setup.await(() -> in.seek(0, Linux.SEEK_CUR)));
    }
  }

  @EverySetup
  void atTheEnd_theCountIsShort(Setup setup) {
    AioFile in = in(setup);
    try (Sockets sockets = Sockets.connect(setup)) {
      for (int rest : new int[] {5, 100_000}) {
        long beyond = 10L * SIZE;
        Future<Long> sent =
            setup.onContext(() -> in.sendfile(sockets.socket(), SIZE - rest, beyond));
        assertArrayEquals(part(SIZE - rest, SIZE), sockets.read(rest));
        assertEquals(rest, Setup.await(sent));
      }
      assertEquals(0, setup.await(() -> in.sendfile(sockets.socket(), SIZE, 1 << 20)));
      assertEquals(0, setup.await(() -> in.sendfile(sockets.socket(), SIZE + 1, 10)));
      assertEquals(0, setup.await(() -> in.sendfile(sockets.socket(), 0, 0)));
    }
  }

  @EverySetup
  void fromProc_bringsAllBytes(Setup setup) throws IOException {
    AioFile in = setup.open(Path.of("/proc/filesystems"), Linux.O_RDONLY);
    byte[] expected = Files.readAllBytes(Path.of("/proc/filesystems"));
    try (Sockets sockets = Sockets.connect(setup)) {
      Future<Long> sent = setup.onContext(() -> in.sendfile(sockets.socket(), 0, 1 << 20));
      assertArrayEquals(expected, sockets.read(expected.length));
      assertEquals(expected.length, Setup.await(sent));
    }
  }

  @EverySetup
  void overTls_bytesArriveToo(Setup setup) {
    AioFile in = in(setup);
    try (Sockets sockets = Sockets.connectTls(setup, keys.resolve("keys"))) {
      assertTrue(sockets.socket().isSsl());
      Future<Long> sent = setup.onContext(() -> in.sendfile(sockets.socket(), 1, SIZE));
      assertArrayEquals(part(1, SIZE), sockets.read(SIZE - 1));
      assertEquals(SIZE - 1, Setup.await(sent));
    }
  }

  @EverySetup
  void beyond2GiB_theOffsetsAreRight(Setup setup) throws IOException {
    Path sparse = dir.resolve("sparse");
    int length = 300_000;
    long[] offsets = {Integer.MAX_VALUE - 100_000L, 5L << 30};
    try (RandomAccessFile file = new RandomAccessFile(sparse.toFile(), "rw")) {
      for (long offset : offsets) {
        file.seek(offset);
        file.write(bytes, 0, length);
      }
    }
    AioFile in = setup.open(sparse, Linux.O_RDONLY);
    try (Sockets sockets = Sockets.connect(setup)) {
      for (long offset : offsets) {
        Future<Long> sent = setup.onContext(() -> in.sendfile(sockets.socket(), offset, length));
        assertArrayEquals(part(0, length), sockets.read(length));
        assertEquals(length, Setup.await(sent));
      }
    }
  }

  @EverySetup
  void peerThatReadsNothing_keepsItWaiting_andNoWorker(Setup setup) {
    AioFile in = in(setup);
    try (Sockets sockets = Sockets.connect(setup)) {
      // More than the buffers of both sockets ever hold.
      List<Future<Long>> all = new ArrayList<>();
      int times = 8;
      Future<?> sent =
          setup.onContext(
              () -> {
                for (int i = 0; i < times; i++) {
                  all.add(in.sendfile(sockets.socket(), 0, SIZE));
                }
                return Future.join(all);
              });
      setup.await(() -> setup.aio().nop());
      assertFalse(sent.isComplete());
      int read = 0;
      long total = (long) times * SIZE;
      while (read < total) {
        read += sockets.read((int) Math.min(SIZE, total - read)).length;
      }
      Setup.await(sent);
      for (Future<Long> one : all) {
        assertEquals(SIZE, one.result());
      }
    }
  }

  @EverySetup
  void peerThatGoesAway_theCountIsHonest_thenEPIPE(Setup setup) throws IOException {
    AioFile in = in(setup);
    try (Sockets sockets = Sockets.connect(setup)) {
      Path large = dir.resolve("large");
      try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
        file.setLength(1L << 30);
      }
      AioFile endless = setup.open(large, Linux.O_RDONLY);
      Future<Long> sent = setup.onContext(() -> endless.sendfile(sockets.socket(), 0, 1L << 30));
      sockets.read(2 << 20);
      sockets.peer().close();
      long count = Setup.await(sent);
      assertTrue(count >= 1 << 20 && count < 1L << 30, "sent " + count);
      AioException failure =
          setup.fails(Errno.EPIPE, () -> in.sendfile(sockets.socket(), 0, 1 << 20));
      assertEquals("sendfile", failure.call());
      assertEquals(in.path(), failure.paths().get(0));
      setup.fails(Errno.EPIPE, () -> in.sendfile(sockets.socket(), 0, 10));
    }
  }

  @EverySetup
  void close_waitsForIt(Setup setup) {
    AioFile in = in(setup);
    try (Sockets sockets = Sockets.connect(setup)) {
      List<Future<Void>> closing = new ArrayList<>();
      Future<Long> sent =
          setup.onContext(
              () -> {
                Future<Long> sending = in.sendfile(sockets.socket(), 0, SIZE);
                closing.add(in.close());
                return sending;
              });
      assertArrayEquals(bytes, sockets.read(SIZE));
      assertEquals(SIZE, Setup.await(sent));
      Setup.await(closing.get(0));
      setup.fails(Errno.EBADF, () -> in.sendfile(sockets.socket(), 0, SIZE));
    }
  }

  @EverySetup
  void cancelled_theSocketStaysOpen(Setup setup) {
    AioFile in = in(setup);
    try (Sockets sockets = Sockets.connect(setup)) {
      List<AioRequest<Long>> requests = new ArrayList<>();
      Future<Long> sent =
          setup.onContext(
              () -> {
                for (int i = 0; i < 5; i++) {
                  requests.add(in.sendfile(sockets.socket(), 0, SIZE));
                }
                requests.get(4).cancel();
                return requests
                    .get(4)
                    .otherwise(failure -> failure instanceof CancellationException ? -1L : 0L);
              });
      int others = 4 * SIZE;
      assertEquals(others, sockets.read(others).length);
      assertEquals(-1, Setup.await(sent));
      for (int i = 0; i < 4; i++) {
        assertEquals(SIZE, Setup.await(requests.get(i)));
      }
      Future<Void> written = setup.onContext(() -> sockets.socket().write("still there"));
      assertEquals("still there", new String(sockets.read(11)));
      Setup.await(written);
    }
  }

  @EverySetup
  void filesThatCannot_fail(Setup setup) throws IOException {
    AioFile writeOnly = setup.open(source, Linux.O_WRONLY);
    AioFile directory = setup.open(dir, Linux.O_RDONLY);
    try (Sockets sockets = Sockets.connect(setup)) {
      for (int length : new int[] {10, SIZE}) {
        setup.fails(Errno.EBADF, () -> writeOnly.sendfile(sockets.socket(), 0, length));
        setup.fails(Errno.EISDIR, () -> directory.sendfile(sockets.socket(), 0, length));
      }
      AioFile in = in(setup);
      setup.refuses(IllegalArgumentException.class, () -> in.sendfile(sockets.socket(), -1, 1));
      setup.refuses(IllegalArgumentException.class, () -> in.sendfile(sockets.socket(), 0, -1));
      Future<Void> nothing = setup.onContext(() -> sockets.socket().write(Buffer.buffer("!")));
      assertEquals("!", new String(sockets.read(1)));
      Setup.await(nothing);
    }
  }
}
