package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.vertxaio.testing.Loops;
import io.github.vertxaio.testing.Setup;
import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which reads the event loop makes itself: those that need no worker, as they never wait. */
class InlineReadsTest {
  private static final int BLOCK = 4096;

  @TempDir Path dir;
  private Setup setup;
  private Path path;

  @BeforeEach
  void start() throws IOException {
    path = Files.write(dir.resolve("file"), new byte[BLOCK]);
    setup = Setup.of(Loops.NIO, Engine.AUTO).start();
  }

  @AfterEach
  void close() {
    setup.close();
  }

  @Test
  void cached_isMadeByTheLoop() {
    AioFile file = setup.open(path, Linux.O_RDONLY);
    assertEquals(0, queued(file));
  }

  @Test
  void direct_isLeftToAWorker() {
    AioFile file = openDirect(Linux.O_DIRECT);
    assertEquals(1, queued(file));
  }

  @Test
  void madeDirectLater_isLeftToAWorker() {
    AioFile file = openDirect(0);
    setup.await(() -> file.fcntl(Linux.F_SETFL, Linux.O_DIRECT));
    assertEquals(1, queued(file));
  }

  /**
   * RWF_NOWAIT is no promise for such a file: the kernel waits for the device, unless the page
   * cache has what is asked for, and then it refuses.
   */
  private AioFile openDirect(int flags) {
    int all = Linux.O_RDONLY | Linux.O_DIRECT;
    Future<AioFile> tried = setup.onContext(() -> setup.aio().open(path.toString(), all));
    AioFile direct = tried.otherwise((AioFile) null).await();
    assumeTrue(direct != null, "the file system of " + dir + " has no O_DIRECT");
    setup.await(direct::fsync);
    setup.await(() -> direct.fadvise(0, 0, Linux.POSIX_FADV_DONTNEED));
    Setup.await(direct.close());
    return setup.open(path, Linux.O_RDONLY | flags);
  }

  /** How many requests wait for a worker, while there is none, after one that reads the file. */
  private int queued(AioFile file) {
    setup.aio().limits().maxParallel(0);
    try {
      ByteBuffer memory = ByteBuffer.allocateDirect(2 * BLOCK).alignedSlice(BLOCK);
      Buffer buffer = BufferInternal.buffer(Unpooled.wrappedBuffer(memory.limit(BLOCK).slice()));
      Future<Integer> read = setup.onContext(() -> file.read(0, BLOCK, buffer, 0));
      Future<Integer> waiting = setup.onContext(() -> Future.succeededFuture(setup.aio().nready()));
      int count = Setup.await(waiting);
      setup.aio().limits().minParallel(2);
      assertEquals(BLOCK, Setup.await(read));
      return count;
    } finally {
      setup.aio().limits().minParallel(2);
    }
  }
}
