package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;

/** Transfers of megabytes, compared by the checksum that {@code sha256sum} finds. */
class LargeTransferContractTest {
  private static final int MEGABYTE = 1 << 20;

  @TempDir Path dir;

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static String checksum(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static String checksum(Path file) {
    return Commands.lines("sha256sum", file.toString()).get(0).split(" ")[0];
  }

  @EverySetup
  void oneAndTenMegabytes_areWrittenAndRead(Setup setup) throws Exception {
    for (int length : new int[] {MEGABYTE, 10 * MEGABYTE}) {
      byte[] bytes = random(length);
      Path path = dir.resolve("f" + length);
      AioFile file = setup.open(path, Linux.O_CREAT | Linux.O_RDWR);
      assertEquals(length, setup.await(() -> file.write(0, Buffer.buffer(bytes))));
      assertEquals(checksum(bytes), checksum(path));
      Buffer read = setup.await(() -> file.read(0, length));
      assertEquals(checksum(bytes), checksum(read.getBytes()));
      assertEquals(length - 5, setup.await(() -> file.read(5, length)).length());
    }
  }

  @EverySetup
  void directMemory_isWrittenAndRead(Setup setup) throws Exception {
    byte[] bytes = random(3 * MEGABYTE);
    // Of a size that cannot change, so that the kernel uses this memory itself.
    ByteBuf from = Unpooled.directBuffer(bytes.length, bytes.length).writeBytes(bytes);
    ByteBuf to = Unpooled.directBuffer(bytes.length, bytes.length);
    Buffer source = BufferInternal.buffer(from);
    Buffer target = BufferInternal.buffer(to);
    Path path = dir.resolve("f");
    AioFile file = setup.open(path, Linux.O_CREAT | Linux.O_RDWR);
    setup.await(() -> file.writeFully(0, source));
    assertEquals(checksum(bytes), checksum(path));
    assertEquals(bytes.length, setup.await(() -> file.read(0, bytes.length, target, 0)));
    assertEquals(checksum(bytes), checksum(target.getBytes()));
    from.release();
    to.release();
  }

  @EverySetup
  void manyPiecesAtOnce_makeTheWhole(Setup setup) throws Exception {
    byte[] bytes = random(2 * MEGABYTE);
    int piece = 10_000;
    Path path = dir.resolve("f");
    AioFile file = setup.open(path, Linux.O_CREAT | Linux.O_RDWR);
    List<Future<Void>> writes = new ArrayList<>();
    setup.await(
        () -> {
          Buffer all = Buffer.buffer(bytes);
          for (int at = 0; at < bytes.length; at += piece) {
            Buffer part = all.slice(at, Math.min(bytes.length, at + piece));
            writes.add(file.writeFully(at, part));
          }
          return Future.join(writes);
        });
    assertEquals(checksum(bytes), checksum(path));
    assertEquals(bytes.length, Files.size(path));
  }

  @EverySetup
  void pipe_takesMoreThanItHolds_whenSomebodyReads(Setup setup) throws Exception {
    byte[] bytes = random(MEGABYTE);
    Path pipe = dir.resolve("pipe");
    Commands.bytes("mkfifo", pipe.toString());
    AioFile file = setup.open(pipe, Linux.O_RDWR);
    Future<Void> write = setup.onContext(() -> writeFrom(file, Buffer.buffer(bytes), 0));
    AioFile reader = setup.open(pipe, Linux.O_RDONLY);
    Buffer read = Buffer.buffer();
    while (read.length() < bytes.length) {
      read.appendBuffer(setup.await(() -> reader.read(50_000)));
    }
    Setup.await(write);
    assertEquals(checksum(bytes), checksum(read.getBytes()));
  }

  /** The kernel may take a part only: what fits the pipe. */
  private static Future<Void> writeFrom(AioFile file, Buffer data, int done) {
    return done == data.length()
        ? Future.succeededFuture()
        : file.write(data, done, data.length() - done)
            .compose(count -> writeFrom(file, data, done + count));
  }
}
