package io.github.vertxaio.guide;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.Aio;
import io.github.vertxaio.AioFile;
import io.github.vertxaio.AioRequest;
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
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.io.TempDir;

/** What the page {@code files} shows. */
class FilesTest {
  @TempDir Path dir;

  // tag::replace[]
  /** Others see the old contents or the new ones, also after a crash of the machine. */
  static Future<Void> replace(Aio aio, String directory, String name, Buffer contents) {
    String path = directory + "/" + name;
    String next = path + ".next";
    return aio.open(next, Linux.O_WRONLY | Linux.O_CREAT | Linux.O_TRUNC, 0644)
        .compose(
            file ->
                file.writeFully(0, contents)
                    .compose(written -> file.fsync())
                    .eventually(file::close))
        .compose(closed -> aio.rename(next, path))
        .compose(renamed -> aio.pathsync(directory));
  }

  // end::replace[]

  @EverySetup
  void replace_leavesNothingBeside(Setup setup) throws IOException {
    Path file = Files.writeString(dir.resolve("f"), "old and longer");
    Object inode = Files.getAttribute(file, "unix:ino");
    setup.await(() -> replace(setup.aio(), dir.toString(), "f", Buffer.buffer("new")));
    assertArrayEquals("new".getBytes(), Commands.bytes("cat", file.toString()));
    assertEquals(List.of("f"), Commands.lines("ls", "-A", dir.toString()));
    assertTrue(!inode.equals(Files.getAttribute(file, "unix:ino")), "it is another file");
  }

  @EverySetup
  void replace_whenItFails_leavesTheOld(Setup setup) throws IOException {
    Path file = Files.writeString(dir.resolve("f"), "old");
    Files.createDirectory(dir.resolve("f.next"));
    setup.fails(
        Errno.EISDIR, () -> replace(setup.aio(), dir.toString(), "f", Buffer.buffer("new")));
    assertEquals("old", Files.readString(file));
  }

  @EverySetup
  void positionIsUsedInTheOrderOfTheCalls(Setup setup) throws IOException {
    AioFile file = setup.open(Files.writeString(dir.resolve("f"), "headbody"), Linux.O_RDONLY);
    Future<String> read =
        setup.onContext(
            () -> {
              // tag::positions[]
              AioRequest<Buffer> head = file.read(4);
              AioRequest<Buffer> again = file.read(0, 4); // has an offset: moves nothing
              AioRequest<Buffer> body = file.read(4); // takes its turn after the first
              // end::positions[]
              return Future.all(head, again, body)
                  .map(all -> head.result() + " " + again.result() + " " + body.result());
            });
    assertEquals("head head body", Setup.await(read));
  }

  @EverySetup
  void ownBuffer_growsByWhatWasRead(Setup setup) throws IOException {
    AioFile file = setup.open(Files.writeString(dir.resolve("f"), "0123456789"), Linux.O_RDONLY);
    Buffer data = Buffer.buffer("> ");
    Future<Integer> count =
        setup.onContext(
            () -> {
              // tag::buffer[]
              AioRequest<Integer> read = file.read(6, 4096, data, data.length());
              // end::buffer[]
              return read;
            });
    assertEquals(4, Setup.await(count));
    assertEquals("> 6789", data.toString());
  }

  @EverySetup
  void close_waitsForWhatIsUnderWay(Setup setup) throws IOException {
    Path path = dir.resolve("f");
    AioFile file = setup.open(path, Linux.O_WRONLY | Linux.O_CREAT);
    Buffer data = Buffer.buffer(new byte[1 << 20]);
    Future<Object> late =
        setup.onContext(
            () -> {
              // tag::close[]
              AioRequest<Integer> written = file.write(0, data);
              AioRequest<Void> closed = file.close(); // waits for the write
              Future<Object> tooLate = file.stat().mapEmpty(); // fails with EBADF
              // end::close[]
              return Future.all(written, closed)
                  .compose(both -> tooLate.otherwiseEmpty())
                  .map(written.result());
            });
    Setup.await(late);
    setup.fails(Errno.EBADF, file::stat);
    assertEquals(1 << 20, Files.size(path));
  }

  @EverySetup
  void lostFile_isClosedAndNamedInTheLog(Setup setup) throws Exception {
    LinkedBlockingQueue<String> logged = new LinkedBlockingQueue<>();
    Handler handler = new Recorder(logged);
    Logger log = Logger.getLogger("io.github.vertxaio");
    log.addHandler(handler);
    log.setUseParentHandlers(false);
    try {
      String path = Files.writeString(dir.resolve("f"), "").toString();
      setup.await(() -> setup.aio().open(path, Linux.O_RDONLY)); // nobody keeps it
      String message = null;
      for (int i = 0; i < 500 && message == null; i++) {
        System.gc();
        message = logged.poll(20, TimeUnit.MILLISECONDS);
      }
      assertEquals("a descriptor was lost without being closed: " + path, message);
    } finally {
      log.setUseParentHandlers(true);
      log.removeHandler(handler);
    }
  }

  private static final class Recorder extends Handler {
    private final LinkedBlockingQueue<String> messages;

    Recorder(LinkedBlockingQueue<String> messages) {
      this.messages = messages;
    }

    @Override
    public void publish(LogRecord logged) {
      messages.add(logged.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
