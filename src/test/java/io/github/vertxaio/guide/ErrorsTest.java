package io.github.vertxaio.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.Aio;
import io.github.vertxaio.AioException;
import io.github.vertxaio.AioFile;
import io.github.vertxaio.Errno;
import io.github.vertxaio.Linux;
import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** What the page {@code errors} shows. */
class ErrorsTest {
  @TempDir Path dir;

  // tag::errno[]
  static Future<Boolean> exists(Aio aio, String path) {
    return aio.lstat(path)
        .map(true)
        .recover(
            e ->
                e instanceof AioException failure && failure.errno() == Errno.ENOENT
                    ? Future.succeededFuture(false)
                    : Future.failedFuture(e));
  }

  // end::errno[]

  @EverySetup
  void errnoTellsAnAnswerFromAFailure(Setup setup) throws IOException {
    Path file = Files.writeString(dir.resolve("f"), "");
    for (Path path : List.of(file, dir, dir.resolve("none"))) {
      assertEquals(Files.exists(path), setup.await(() -> exists(setup.aio(), path.toString())));
    }
    setup.fails(Errno.ENOTDIR, () -> exists(setup.aio(), file + "/below"));
  }

  @EverySetup
  void message_namesCallPathAndErrno(Setup setup) {
    AioException failure = setup.fails(Errno.ENOENT, () -> setup.aio().open("/none", 0));
    assertEquals("open(\"/none\"): No such file or directory (ENOENT)", failure.getMessage());
    assertEquals("open", failure.call());
    assertEquals(List.of("/none"), failure.paths());
    assertEquals("ENOENT", failure.errnoName());
    assertEquals(0, failure.getStackTrace().length);
  }

  @EverySetup
  void refused_byTheFutureOrByTheCall(Setup setup) throws IOException {
    Aio aio = setup.aio();
    AioFile file = setup.open(Files.writeString(dir.resolve("f"), "12345"), Linux.O_RDONLY);
    setup.fails(Errno.EINVAL, () -> aio.stat("a\0b"));
    setup.fails(Errno.ENOENT, () -> aio.stat(""));
    setup.fails(Errno.ENAMETOOLONG, () -> aio.stat("x/".repeat(2048)));
    setup.fails(Errno.EBADF, () -> file.write(0, Buffer.buffer("x")));
    setup.refuses(NullPointerException.class, () -> aio.stat(null));
    setup.refuses(IllegalArgumentException.class, () -> file.read(-1, 10));
    setup.refuses(IndexOutOfBoundsException.class, () -> file.write(0, Buffer.buffer("x"), 0, 2));
  }

  // tag::fully[]
  /** All that was asked for, or what there is up to the end of the file. */
  static Future<Buffer> readFully(AioFile file, long offset, int length) {
    return file.read(offset, length)
        .compose(
            part ->
                part.length() == 0 || part.length() == length
                    ? Future.succeededFuture(part)
                    : readFully(file, offset + part.length(), length - part.length())
                        .map(part::appendBuffer));
  }

  // end::fully[]

  @EverySetup
  void shortRead_isNotTheEnd_anEmptyOneIs(Setup setup) throws IOException {
    Path path = dir.resolve("f");
    Commands.bytes("dd", "if=/dev/urandom", "of=" + path, "bs=1000", "count=300", "status=none");
    AioFile file = setup.open(path, Linux.O_RDONLY);
    byte[] all = Files.readAllBytes(path);
    Buffer tail = setup.await(() -> readFully(file, 299_000, 5000));
    assertEquals(Buffer.buffer(all).slice(299_000, 300_000), tail);
    assertEquals(Buffer.buffer(all), setup.await(() -> readFully(file, 0, 300_000)));
    assertEquals(0, setup.await(() -> file.read(300_000, 10)).length());
  }

  @EverySetup
  void eventually_keepsTheFirstOutcome(Setup setup) {
    Future<String> kept =
        Future.succeededFuture("x").eventually(() -> Future.failedFuture("of the close"));
    assertEquals("x", Setup.await(kept));
    assertTrue(setup.await(() -> exists(setup.aio(), "/")));
    assertFalse(setup.await(() -> exists(setup.aio(), dir + "/none")));
  }
}
