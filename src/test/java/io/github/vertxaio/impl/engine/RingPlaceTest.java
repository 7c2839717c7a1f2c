package io.github.vertxaio.impl.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.AioException;
import io.github.vertxaio.AioOptions;
import io.github.vertxaio.Engine;
import io.github.vertxaio.Errno;
import io.github.vertxaio.impl.op.Close;
import io.github.vertxaio.impl.op.Kind;
import io.github.vertxaio.impl.op.Nop;
import io.github.vertxaio.impl.op.Operation;
import io.github.vertxaio.impl.sys.Descriptor;
import io.github.vertxaio.impl.sys.RingProbe;
import io.github.vertxaio.impl.sys.Scratch;
import io.github.vertxaio.impl.vertx.Contexts;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A ring that fails in every way that a kernel can: each request ends once, and as it should. */
class RingPlaceTest {
  private static final int DEPTH = 8;

  private final Vertx vertx = Vertx.vertx();
  private final Context context = vertx.getOrCreateContext();
  private final RequestEngine engine =
      new RequestEngine(vertx, new AioOptions().setEngine(Engine.POOL));
  private final AtomicInteger elsewhere = new AtomicInteger();
  private final RingStatus status = new RingStatus();
  private final Scratch scratch = new Scratch(0);
  private RingPlace place;
  private FaultyRing ring;

  @BeforeEach
  void probe() {
    status.probed(RingProbe.ask());
  }

  @AfterEach
  void close() {
    Setup.await(engine.close());
    Setup.await(vertx.close());
    scratch.close();
  }

  /** Where requests go that the ring cannot serve. */
  private final class Elsewhere implements Place {
    @Override
    public void submit(Request<?> request) {
      elsewhere.incrementAndGet();
      if (request.claim()) {
        request.call(scratch);
      } else {
        request.abandon(null);
      }
    }

    @Override
    public boolean withdraw(Request<?> request) {
      return false;
    }

    @Override
    public void interrupt(Request<?> request) {}
  }

  private void open(long seed) {
    place = new RingPlace(Contexts.loop(context), DEPTH, new Elsewhere(), status);
    ring = new FaultyRing(Contexts.loop(context), place, new Random(seed));
    onLoop(() -> place.opened(ring));
    onLoop(() -> {});
    onLoop(() -> assertTrue(place.isOpen()));
  }

  private void onLoop(Runnable action) {
    Promise<Void> done = Promise.promise();
    context.runOnContext(
        ignored -> {
          try {
            action.run();
            done.complete();
          } catch (Throwable e) {
            done.fail(e);
          }
        });
    Setup.await(done.future());
  }

  private Request<Void> nop(int priority) {
    return submit(Nop.NOP, priority);
  }

  private <T> Request<T> submit(Operation<T> operation, int priority) {
    Request<T> request =
        new Request<>(context, engine, engine.completions(context), operation, priority);
    engine.outstanding().enter();
    request.submitTo(place);
    return request;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void whateverTheRingSays_eachRequestEndsOnce(long seed) {
    open(seed);
    Random random = new Random(seed);
    AtomicInteger ends = new AtomicInteger();
    List<Request<Void>> all = new ArrayList<>();
    Set<Request<Void>> cancelled = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      onLoop(
          () -> {
            Request<Void> request = nop(random.nextInt(9) - 4);
            request.onComplete(end -> ends.incrementAndGet());
            all.add(request);
          });
      Request<Void> any = all.get(random.nextInt(all.size()));
      if (random.nextInt(4) == 0 && any.cancel()) {
        cancelled.add(any);
      }
    }
    List<Future<?>> outcomes = new ArrayList<>();
    all.forEach(one -> outcomes.add(one.otherwiseEmpty()));
    Setup.await(Future.all(outcomes));
    for (Request<Void> one : all) {
      if (cancelled.contains(one)) {
        assertInstanceOf(CancellationException.class, one.cause());
      } else if (one.failed()) {
        int errno = assertInstanceOf(AioException.class, one.cause()).errno();
        assertEquals(Errno.EIO, errno, one.cause().toString());
      }
    }
    assertEquals(all.size(), ends.get());
    assertEquals(0, place.nready());
    assertEquals(0, engine.outstanding().count());
    assertTrue(elsewhere.get() > 0);
    assertFalse(place.has(Kind.NOP), "the refusal of an opcode is remembered");
    assertEverySlotIsFree();
  }

  private void assertEverySlotIsFree() {
    List<Request<Void>> last = new ArrayList<>();
    onLoop(
        () -> {
          ring.answers = false;
          ring.sent.clear();
          for (int i = 0; i < DEPTH + 3; i++) {
            last.add(nop(0));
          }
          assertEquals(DEPTH, ring.sent.size());
          assertEquals(DEPTH, new HashSet<>(ring.sent.values()).size());
          assertEquals(3, place.nready());
          List.copyOf(ring.sent.keySet()).forEach(id -> ring.answer(id, 0));
        });
    onLoop(() -> {});
    onLoop(() -> List.copyOf(ring.sent.keySet()).forEach(id -> ring.answer(id, 0)));
    last.forEach(Setup::await);
  }

  @Test
  void interruptedClose_isNotMadeAgain() {
    open(1);
    // No such descriptor is open, so that a close that is made all the same hits nothing.
    Descriptor closed = new Descriptor(Integer.MAX_VALUE, false);
    List<Request<Void>> closing = new ArrayList<>();
    onLoop(
        () -> {
          ring.answers = false;
          closing.add(submit(new Close(closed, "path", engine.locals()), 0));
          ring.sent.keySet().forEach(id -> ring.answer(id, -Errno.EINTR));
        });
    Setup.await(closing.get(0));
    assertEquals(0, elsewhere.get());
  }

  @Test
  void ringThatRefusesItsFirstEntry_isNotUsed() {
    place = new RingPlace(Contexts.loop(context), DEPTH, new Elsewhere(), status);
    ring = new FaultyRing(Contexts.loop(context), place, new Random(1));
    List<Request<Void>> early = new ArrayList<>();
    onLoop(
        () -> {
          early.add(nop(0));
          ring.answers = false;
          place.opened(ring);
          ring.sent.clear();
          place.completed(DEPTH, -Errno.EPERM);
          early.add(nop(0));
        });
    early.forEach(Setup::await);
    assertEquals(2, elsewhere.get());
    assertFalse(place.isUsable());
    assertFalse(status.isUsed());
    assertEquals(
        "not used: the kernel refuses to use the ring: Operation not permitted", status.text());
  }

  @Test
  void ringThatCannotBeOpened_isNotUsed() {
    place = new RingPlace(Contexts.loop(context), DEPTH, new Elsewhere(), status);
    onLoop(() -> place.failed(new IllegalStateException("no ring")));
    Request<Void> request = nop(0);
    Setup.await(request);
    assertEquals(1, elsewhere.get());
    assertTrue(status.text().endsWith("no ring"), status.text());
  }

  @Test
  void ringThatIsTakenAway_leavesNothingBehind() {
    open(1);
    List<Request<Void>> under = new ArrayList<>();
    onLoop(
        () -> {
          ring.answers = false;
          for (int i = 0; i < DEPTH + 3; i++) {
            under.add(nop(0));
          }
          place.closing();
          // What waits goes elsewhere; what the kernel has comes back, cancelled.
          assertEquals(3, elsewhere.get());
          List.copyOf(ring.sent.keySet()).forEach(id -> ring.answer(id, -Errno.ECANCELED));
        });
    under.forEach(Setup::await);
    assertEquals(DEPTH + 3, elsewhere.get());
    onLoop(place::closed);
    assertEquals(0, engine.outstanding().count());
  }
}
