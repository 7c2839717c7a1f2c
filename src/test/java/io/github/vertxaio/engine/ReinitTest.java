package io.github.vertxaio.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.AioFile;
import io.github.vertxaio.AioGroup;
import io.github.vertxaio.AioRequest;
import io.github.vertxaio.Linux;
import io.github.vertxaio.RequestState;
import io.github.vertxaio.testing.Commands;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.OpenDescriptors;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** reinit: every future fails, nothing is lost or leaked, and the engine goes on. */
class ReinitTest extends EngineTest {
  @TempDir Path directory;
  private Path fifo;

  @BeforeEach
  void makeFifo() {
    fifo = directory.resolve("fifo");
    Commands.bytes("mkfifo", fifo.toString());
  }

  private static void wasAbandoned(Future<?> request) {
    assertThrows(CancellationException.class, () -> Setup.await(request));
  }

  /** Opens a FIFO with nobody at its other end, and waits until that occupies a worker. */
  private AioRequest<AioFile> stuck() {
    AioRequest<AioFile> opening = aio.open(fifo.toString(), Linux.O_RDONLY);
    eventually("it waits for a writer", () -> opening.state() == RequestState.EXECUTE);
    return opening;
  }

  /** Lets everybody who waits for a writer of the FIFO go on. */
  private void unstick() throws Exception {
    Files.newOutputStream(fifo).close();
  }

  @Test
  void queued_areNeverExecuted() {
    aio.limits().maxParallel(0);
    List<AioRequest<Void>> queued = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      queued.add(aio.priority(i % 9 - 4).mkdir(directory.resolve("made" + i).toString(), 0755));
    }
    Setup.await(aio.reinit());
    queued.forEach(request -> assertTrue(request.isComplete()));
    queued.forEach(ReinitTest::wasAbandoned);
    aio.limits().minParallel(1);
    Setup.await(aio.flush());
    assertEquals(List.of("fifo"), Commands.lines("ls", directory.toString()));
  }

  @Test
  void executing_failsBeforeTheKernelReturns_andNewThreadsGoOn() throws Exception {
    aio.limits().maxParallel(1);
    AioRequest<AioFile> opening = stuck();
    AioRequest<Void> behind = aio.nop();
    Setup.await(aio.reinit());
    wasAbandoned(opening);
    wasAbandoned(behind);
    assertEquals(RequestState.EXECUTE, opening.state());
    assertEquals(0, aio.nreqs());
    Setup.await(aio.flush());
    Setup.await(aio.nop());
    assertEquals(1, aio.nthreads());
    unstick();
    eventually("the call is over", () -> opening.state() == RequestState.DONE);
    eventually("what it opened is closed", () -> OpenDescriptors.now().numberOf(fifo) < 0);
    assertEquals(0, aio.nreqs());
  }

  @Test
  void close_waitsForWhatExecutes() throws Exception {
    AioRequest<AioFile> opening = stuck();
    Setup.await(aio.reinit());
    Future<Void> closing = aio.close();
    assertFalse(closing.isComplete());
    unstick();
    Setup.await(closing);
    assertEquals(RequestState.DONE, opening.state());
  }

  @Test
  void groups_failWithTheirMembers() throws Exception {
    AioGroup<String>[] groups = newGroups();
    onLoop(
        () -> {
          groups[0] = aio.group();
          groups[1] = aio.group();
          groups[2] = aio.group();
          groups[0].add(groups[1]);
          groups[1].add(aio.open(fifo.toString(), Linux.O_RDONLY));
          groups[1].feed(group -> group.add(aio.nop())).limit(1);
          groups[2].limit(0).feed(group -> group.add(aio.nop())).limit(0);
        });
    eventually("it occupies a worker", () -> aio.nthreads() > 0 && aio.nready() == 0);
    Setup.await(aio.reinit());
    for (AioGroup<String> group : groups) {
      wasAbandoned(group);
    }
    Setup.await(aio.flush());
    unstick();
  }

  @SuppressWarnings("unchecked")
  private static AioGroup<String>[] newGroups() {
    return (AioGroup<String>[]) new AioGroup<?>[3];
  }

  @Test
  void longRequest_failsAtOnce_andCleansUpLater() throws Exception {
    Path target = directory.resolve("target");
    AioRequest<Void> copying = aio.copy(fifo.toString(), target.toString());
    try (OutputStream writer = Files.newOutputStream(fifo)) {
      writer.write(new byte[1000]);
      eventually("it has begun", () -> Files.exists(target));
      Setup.await(aio.reinit());
      wasAbandoned(copying);
      // Ends the reads that it waits in, and not the file.
      eventually(
          "it has cleaned up",
          () -> {
            feed(writer);
            return !Files.exists(target);
          });
    }
    Setup.await(aio.flush());
    assertTrue(OpenDescriptors.now().numberOf(fifo) < 0, "all is closed");
  }

  private static void feed(OutputStream writer) {
    try {
      writer.write(0);
    } catch (IOException closed) {
      // The reader has gone.
    }
  }

  @EverySetup
  void readsAtThePosition_failInTheirOrder_andTheFileStaysUsable(Setup setup) throws Exception {
    AioFile pipe = setup.open(fifo, Linux.O_RDWR);
    List<AioRequest<Buffer>> reads = new ArrayList<>();
    List<Integer> order = new ArrayList<>();
    Future<?> made =
        setup.onContext(
            () -> {
              for (int i = 0; i < 3; i++) {
                int number = i;
                reads.add(pipe.read(10));
                reads.get(i).onComplete(failed -> order.add(number));
              }
              return setup.aio().stat("/");
            });
    Setup.await(made);
    eventually("the first waits", () -> reads.get(0).state() == RequestState.EXECUTE);
    Setup.await(setup.aio().reinit());
    reads.forEach(ReinitTest::wasAbandoned);
    assertEquals(3, Setup.await(setup.onContext(() -> Future.succeededFuture(order.size()))));
    // Feeds the read that still waits where nothing could end it.
    Files.write(fifo, new byte[1]);
    eventually("it is over", () -> reads.get(0).state() == RequestState.DONE);
    Files.write(fifo, "text".getBytes());
    String read = setup.await(() -> pipe.read(10)).toString();
    assertEquals("text", read.substring(read.length() - 4));
  }

  @EverySetup
  void underLoad_everyFutureCompletes(Setup setup) {
    for (int round = 0; round < 20; round++) {
      List<Future<?>> all = new ArrayList<>();
      Future<Void> reinit =
          setup.onContext(
              () -> {
                for (int i = 0; i < 300; i++) {
                  all.add(setup.aio().stat("/etc/hostname"));
                  all.add(setup.aio().scandir("/etc", 0));
                  all.add(setup.aio().load("/proc/version"));
                  all.add(setup.aio().open("/dev/null", Linux.O_RDONLY).compose(AioFile::close));
                }
                return setup.aio().reinit();
              });
      Setup.await(reinit);
      for (Future<?> one : all) {
        Setup.await(one.otherwiseEmpty());
      }
      Setup.await(setup.aio().flush());
    }
  }
}
