package io.github.vertxaio.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.AioFile;
import io.github.vertxaio.AioRequest;
import io.github.vertxaio.Engine;
import io.github.vertxaio.Linux;
import io.github.vertxaio.RequestState;
import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Loops;
import io.github.vertxaio.testing.OpenDescriptors;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cancelling, in every state. */
class CancelTest extends EngineTest {
  @TempDir Path directory;

  private static void failsAsCancelled(Future<?> request) {
    assertThrows(CancellationException.class, () -> Setup.await(request));
  }

  @Test
  void queued_neverExecutes() {
    aio.limits().maxParallel(0);
    Path made = directory.resolve("made");
    AioRequest<Void> request = aio.mkdir(made.toString(), 0755);
    assertEquals(RequestState.READY, request.state());
    assertTrue(request.cancel());
    assertFalse(request.cancel(), "it is cancelled already");
    failsAsCancelled(request);
    eventually("it is over", () -> request.state() == RequestState.DONE);
    assertEquals(0, aio.nready());
    aio.limits().minParallel(1);
    Setup.await(aio.nop());
    assertFalse(Files.exists(made));
  }

  @Test
  void queued_leavesTheOthersInOrder() {
    aio.limits().maxParallel(0);
    List<AioRequest<Void>> all = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      all.add(aio.priority(i % 3).nop());
    }
    for (int i : new int[] {4, 0, 8}) {
      assertTrue(all.get(i).cancel());
    }
    assertEquals(6, aio.nready());
    aio.limits().minParallel(1);
    for (int i = 0; i < 9; i++) {
      AioRequest<Void> request = all.get(i);
      if (i % 4 == 0) {
        failsAsCancelled(request);
      } else {
        Setup.await(request);
      }
    }
  }

  @Test
  void executingOnAWorker_dropsTheResultWhenTheCallIsOver() {
    AioRequest<Void> request = aio.busy(150 * MILLI);
    eventually("it executes", () -> request.state() == RequestState.EXECUTE);
    long begin = System.nanoTime();
    assertTrue(request.cancel());
    failsAsCancelled(request);
    assertTrue(System.nanoTime() - begin > 50 * MILLI, "the call was still using its thread");
  }

  @Test
  void executingOpen_closesWhatItOpened() throws Exception {
    Path fifo = directory.resolve("fifo");
    Commands.bytes("mkfifo", fifo.toString());
    AioRequest<AioFile> opening = aio.open(fifo.toString(), Linux.O_RDONLY);
    eventually("it waits for a writer", () -> opening.state() == RequestState.EXECUTE);
    assertTrue(opening.cancel());
    Files.newOutputStream(fifo).close();
    failsAsCancelled(opening);
    eventually("it is closed", () -> OpenDescriptors.now().numberOf(fifo) < 0);
  }

  @Test
  void pending_dropsTheResult() {
    List<AioRequest<AioFile>> opened = new ArrayList<>();
    Path file = directory.resolve("file");
    onLoop(
        () -> {
          AioRequest<AioFile> open = aio.open(file.toString(), Linux.O_RDWR | Linux.O_CREAT, 0644);
          opened.add(open);
          // The loop is busy here, so the result cannot be delivered.
          eventually("it is executed", () -> open.state() == RequestState.PENDING);
          assertEquals(1, aio.npending());
          assertTrue(open.cancel());
        });
    failsAsCancelled(opened.get(0));
    eventually("it is closed", () -> OpenDescriptors.now().numberOf(file) < 0);
    assertTrue(Files.exists(file), "what was done is not undone");
  }

  @Test
  void done_changesNothing() {
    AioRequest<Void> request = aio.nop();
    Setup.await(request);
    eventually("it is over", () -> request.state() == RequestState.DONE);
    assertFalse(request.cancel());
    assertTrue(request.succeeded());
  }

  @Test
  void closeIsNotCancelled() {
    AioFile file = Setup.await(aio.open("/dev/null", Linux.O_RDONLY));
    aio.limits().maxParallel(0);
    AioRequest<Void> closing = file.close();
    assertFalse(closing.cancel());
    aio.limits().minParallel(1);
    Setup.await(closing);
  }

  @Test
  void readOfAnEmptyPipe_onTheRingIsReallyCancelled() throws Exception {
    // Only a ring can end a call that waits.
    try (Setup setup = Setup.of(Loops.IO_URING, Engine.RING).start()) {
      cancelReadOfAnEmptyPipe(setup);
    }
  }

  private void cancelReadOfAnEmptyPipe(Setup setup) throws Exception {
    Path fifo = directory.resolve("fifo");
    Commands.bytes("mkfifo", fifo.toString());
    AioFile file = setup.open(fifo, Linux.O_RDWR);
    List<AioRequest<Buffer>> reading = new ArrayList<>();
    Future<Buffer> result =
        setup.onContext(
            () -> {
              reading.add(file.read(10));
              return reading.get(0);
            });
    eventually(
        "it waits", () -> !reading.isEmpty() && reading.get(0).state() == RequestState.EXECUTE);
    TimeUnit.MILLISECONDS.sleep(50);
    assertTrue(reading.get(0).cancel());
    failsAsCancelled(result);
    setup.await(file::close);
  }

  @EverySetup
  void racingWithExecution_eitherHappensWhole(Setup setup) {
    for (int i = 0; i < 300; i++) {
      Path path = directory.resolve("racing" + i);
      AioRequest<Void> request = setup.aio().mkdir(path.toString(), 0755);
      boolean cancelled = request.cancel();
      Future<Void> outcome = request.transform(done -> Future.succeededFuture());
      Setup.await(outcome);
      assertEquals(cancelled, request.failed());
      assertTrue(cancelled || Files.exists(path));
    }
  }
}
