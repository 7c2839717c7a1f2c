package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.OpenDescriptors;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Filter;
import java.util.logging.Logger;
import org.junit.jupiter.api.io.TempDir;

/** close: after the requests in flight, once, and never of somebody else's descriptor. */
class CloseContractTest {
  @TempDir Path dir;

  private Map<Integer, String> openHere() throws IOException {
    return OpenDescriptors.now().below(dir.toRealPath());
  }

  private Path file(String name, int length) throws IOException {
    return Files.writeString(dir.resolve(name), name.substring(0, 1).repeat(length));
  }

  @EverySetup
  void close_closesTheDescriptor(Setup setup) throws IOException {
    AioFile file = setup.open(file("f", 1), Linux.O_RDONLY);
    assertEquals(1, openHere().size());
    setup.await(file::close);
    assertEquals(Map.of(), openHere());
  }

  @EverySetup
  void close_again_succeeds(Setup setup) throws IOException {
    AioFile file = setup.open(file("f", 1), Linux.O_RDONLY);
    setup.await(() -> Future.join(file.close(), file.priority(4).close(), file.close()));
    setup.await(file::close);
    setup.await(file.priority(-4)::close);
    Setup.await(file.close());
  }

  @EverySetup
  void everyRequestAfterwards_failsEBADF(Setup setup) throws IOException {
    AioFile file = setup.open(file("f", 1), Linux.O_RDWR);
    setup.await(file::close);
    for (EveryFileRequest request : EveryFileRequest.ALL) {
      AioException failure = setup.fails(Errno.EBADF, () -> request.on(file));
      assertEquals(request.call(), failure.call());
      assertEquals(List.of(file.path()), failure.paths());
      assertTrue(failure.getMessage().endsWith("(EBADF): closed file"), failure.getMessage());
    }
    assertEquals(1, Files.size(dir.resolve("f")));
  }

  @EverySetup
  void everyRequestInTheSameTurnAfterClose_failsEBADF(Setup setup) throws IOException {
    AioFile file = setup.open(file("f", 1), Linux.O_RDWR);
    for (EveryFileRequest request : EveryFileRequest.ALL) {
      setup.fails(
          Errno.EBADF,
          () -> {
            file.close();
            return request.on(file);
          });
    }
  }

  @EverySetup
  void requestsInFlight_finishFirst(Setup setup) throws IOException {
    int megabyte = 1 << 20;
    AioFile file = setup.open(file("f", megabyte), Linux.O_RDWR);
    List<Future<Buffer>> reads = new ArrayList<>();
    List<Future<Integer>> writes = new ArrayList<>();
    List<String> order = new ArrayList<>();
    setup.await(
        () -> {
          for (int i = 0; i < 10; i++) {
            reads.add(file.read(0, megabyte).onComplete(done -> order.add("read")));
            writes.add(
                file.write(megabyte + i, Buffer.buffer("x"))
                    .onComplete(done -> order.add("write")));
          }
          return file.close().onComplete(done -> order.add("close"));
        });
    assertEquals(21, order.size());
    assertEquals("close", order.get(20));
    for (int i = 0; i < 10; i++) {
      assertEquals(megabyte, Setup.await(reads.get(i)).length());
      assertEquals(1, Setup.await(writes.get(i)));
    }
    assertEquals(megabyte + 10, Files.size(dir.resolve("f")));
    assertEquals(Map.of(), openHere());
  }

  @EverySetup
  void requestsWaitingForTheirTurn_finishFirst(Setup setup) throws IOException {
    AioFile file = setup.open(file("f", 0), Linux.O_RDWR);
    setup.await(
        () -> {
          for (int i = 0; i < 200; i++) {
            file.write(Buffer.buffer("x"));
          }
          return file.close();
        });
    assertEquals(200, Files.size(dir.resolve("f")));
  }

  @EverySetup
  void closeOfOldFile_neverHitsANewOneWithItsNumber(Setup setup) throws IOException {
    Path a = file("a", 100);
    Path b = file("b", 100);
    int reused = 0;
    for (int i = 0; i < 100; i++) {
      AioFile old = setup.open(a, Linux.O_RDWR);
      int number = OpenDescriptors.now().numberOf(a.toRealPath());
      List<Future<Buffer>> reads = new ArrayList<>();
      Future<AioFile> opening =
          setup.onContext(
              () -> {
                for (int k = 0; k < 5; k++) {
                  reads.add(old.read(0, 100));
                }
                old.close();
                old.close();
                return setup.aio().open(b.toString(), Linux.O_RDWR);
              });
      AioFile early = Setup.await(opening);
      setup.await(old::close);
      AioFile late = setup.await(() -> setup.aio().open(b.toString(), Linux.O_RDWR));
      OpenDescriptors now = OpenDescriptors.now();
      reused += b.toRealPath().toString().equals(now.targets().get(number)) ? 1 : 0;
      setup.await(() -> Future.join(old.close(), old.close()));
      setup.fails(Errno.EBADF, () -> old.write(0, Buffer.buffer("a")));
      assertEquals(Map.of(), now.below(a.toRealPath()));
      for (AioFile file : List.of(early, late)) {
        assertEquals(Buffer.buffer("b".repeat(100)), setup.await(() -> file.read(0, 200)));
        setup.await(file::close);
      }
      for (Future<Buffer> read : reads) {
        assertEquals(Buffer.buffer("a".repeat(100)), Setup.await(read));
      }
    }
    assertTrue(reused > 0, "the test is worth something only when numbers are used again");
  }

  @EverySetup
  void manyOpensAndCloses_leaveNothingOpen(Setup setup) throws IOException {
    Path file = file("f", 1);
    List<Future<Void>> rounds = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      rounds.add(
          setup.onContext(
              () ->
                  setup
                      .aio()
                      .open(file.toString(), Linux.O_RDONLY)
                      .compose(opened -> opened.close())));
    }
    rounds.forEach(Setup::await);
    assertEquals(Map.of(), openHere());
  }

  @EverySetup
  void lostFile_isClosedByTheCollectorAndReported(Setup setup) throws Exception {
    Path file = file("f", 1);
    List<String> log = new CopyOnWriteArrayList<>();
    Logger logger = Logger.getLogger("io.github.vertxaio");
    Filter before = logger.getFilter();
    logger.setFilter(
        entry -> {
          log.add(entry.getMessage());
          return false;
        });
    try {
      openAndForget(setup, file);
      long end = System.nanoTime() + 10_000_000_000L;
      while (!openHere().isEmpty() || log.isEmpty()) {
        assertTrue(System.nanoTime() < end, "still open: " + openHere() + ", said: " + log);
        System.gc();
        Thread.sleep(10);
      }
    } finally {
      logger.setFilter(before);
    }
    assertEquals(List.of("a descriptor was lost without being closed: " + file), log);
  }

  private static void openAndForget(Setup setup, Path file) {
    AioFile lost = setup.await(() -> setup.aio().open(file.toString(), Linux.O_RDONLY));
    assertEquals(file.toString(), lost.path());
  }
}
