package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.vertxaio.testing.Loops;
import io.github.vertxaio.testing.Setup;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that the engine RING executes on the ring: they need no worker. */
class RingRequestsTest {
  @TempDir Path dir;

  @Test
  void withoutAnyWorker_theyComplete() throws Exception {
    Path path = Files.writeString(dir.resolve("file"), "12345");
    try (Setup setup = Setup.of(Loops.IO_URING, Engine.RING).start()) {
      AioFile file = setup.open(path, Linux.O_RDWR);
      setup.aio().limits().maxParallel(0);
      try {
        setup.await(() -> setup.aio().link(path.toString(), dir + "/second"));
        setup.await(() -> setup.aio().symlink("file", dir + "/link"));
        setup.await(() -> file.allocate(0, 0, 10));
        setup.await(() -> file.syncFileRange(0, 10, Linux.SYNC_FILE_RANGE_WRITE));
        setup.await(() -> file.fadvise(0, 10, Linux.POSIX_FADV_WILLNEED));
      } finally {
        setup.aio().limits().minParallel(2);
      }
    }
    assertEquals("12345\0\0\0\0\0", Files.readString(dir.resolve("second")));
    assertEquals("file", Files.readSymbolicLink(dir.resolve("link")).toString());
  }
}
