package io.github.vertxaio.impl.engine;

import io.github.vertxaio.Errno;
import io.github.vertxaio.impl.op.Kind;
import io.github.vertxaio.impl.sys.RingProbe;
import io.github.vertxaio.impl.sys.Scratch;
import io.github.vertxaio.impl.sys.Sqe;
import io.github.vertxaio.impl.vertx.Log;
import io.github.vertxaio.impl.vertx.LoopRing;
import io.github.vertxaio.impl.vertx.Ring;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * The requests on the ring of one event loop. A bounded number is with the kernel, each in a slot
 * with scratch memory of its own; the others wait here by priority. Everything but the entry points
 * runs on the loop.
 *
 * <p>Before the first request goes out, a nop has to come back: some sandboxes let a ring be made
 * and refuse its use. What the ring cannot do after all goes on to the pool.
 */
final class RingPlace implements Place, Ring.Listener {
  private enum State {
    PROBING,
    OPEN,
    CLOSED
  }

  private final EventLoop loop;
  private final Place fallback;
  private final RingStatus status;
  private final Lanes waiting = new Lanes();
  private final RingSlots slots;
  private final Sqe sqe = new Sqe();
  private final BitSet refusedOpcodes = new BitSet();
  private final RingProbe probe;
  private Ring ring;
  private volatile State state = State.PROBING;

  RingPlace(EventLoop loop, int depth, Place fallback, RingStatus status) {
    this.loop = loop;
    this.fallback = fallback;
    this.status = status;
    this.slots = new RingSlots(depth);
    this.probe = status.probe();
  }

  /** Starts using the loop's ring; on the loop. */
  void open() {
    LoopRing.open(loop, this);
  }

  /** Whether requests go out at once. */
  boolean isOpen() {
    return state == State.OPEN;
  }

  /** Whether requests will go out, now or when the ring has proved itself. */
  boolean isUsable() {
    return state != State.CLOSED;
  }

  /** Whether the kernel has this kind of operation on its rings. */
  boolean has(Kind kind) {
    return probe.supports(kind.opcode()) && !refusedOpcodes.get(kind.opcode());
  }

  int nready() {
    return waiting.size();
  }

  @Override
  public void opened(Ring opened) {
    ring = opened;
    sqe.nop();
    if (ring.submit(sqe, slots.probeTag()) == Ring.REFUSED) {
      failed(new IllegalStateException("the event loop is ending"));
    }
  }

  @Override
  public void failed(Throwable cause) {
    close("the event loop's ring cannot be used: " + cause);
  }

  private void close(String reason) {
    state = State.CLOSED;
    status.unusable(reason);
    for (Request<?> r = waiting.poll(); r != null; r = waiting.poll()) {
      r.submitTo(fallback);
    }
  }

  @Override
  public void submit(Request<?> request) {
    if (loop.inEventLoop()) {
      enqueue(request);
    } else if (!onLoop(() -> enqueue(request))) {
      request.submitTo(fallback);
    }
  }

  /** Runs a task on the loop; false when that has ended, and nothing is on its ring any more. */
  private boolean onLoop(Runnable task) {
    try {
      loop.execute(task);
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  private void enqueue(Request<?> request) {
    if (state == State.CLOSED) {
      request.submitTo(fallback);
      return;
    }
    waiting.add(request);
    sendWaiting();
  }

  private void sendWaiting() {
    while (state == State.OPEN && slots.hasFree() && waiting.size() > 0) {
      send(waiting.poll());
    }
  }

  private void send(Request<?> request) {
    if (!request.claim()) {
      request.abandon(null);
      return;
    }
    int slot = slots.take(request);
    try {
      request.operation().prepare(sqe, slots.scratch(slot));
    } catch (RuntimeException | OutOfMemoryError failure) {
      slots.free(slot);
      request.abandon(failure);
      return;
    }
    long id = ring.submit(sqe, slot);
    if (id == Ring.REFUSED) {
      slots.free(slot);
      executeElsewhere(request);
    } else {
      slots.sent(slot, id);
    }
  }

  @Override
  public void completed(int tag, int result) {
    if (tag == slots.probeTag()) {
      probed(result);
      return;
    }
    Request<?> request = slots.request(tag);
    if (isNotAnAnswer(request, result)) {
      slots.free(tag);
      executeElsewhere(request);
    } else {
      Scratch scratch = slots.scratch(tag);
      request.finish(isInterruptedClose(request, result) ? 0 : result, scratch);
      slots.free(tag);
    }
    sendWaiting();
  }

  private void probed(int result) {
    if (result < 0) {
      close("the kernel refuses to use the ring: " + Errno.message(-result));
    } else if (state == State.PROBING) {
      state = State.OPEN;
      status.used();
      sendWaiting();
    }
  }

  /** Results that say something of the ring and nothing of the call. */
  private boolean isNotAnAnswer(Request<?> request, int result) {
    if (result == -Errno.EOPNOTSUPP) {
      refusedOpcodes.set(request.operation().kind().opcode());
      return true;
    }
    return result == -Errno.EAGAIN
        || result == -Errno.EINTR && !isInterruptedClose(request, result)
        || result == -Errno.ECANCELED && !request.isCancelled();
  }

  /** Linux has closed it by then: a second close could hit a number that is in use again. */
  private static boolean isInterruptedClose(Request<?> request, int result) {
    return result == -Errno.EINTR && request.operation().kind() == Kind.CLOSE;
  }

  private void executeElsewhere(Request<?> request) {
    if (request.unclaim()) {
      request.submitTo(fallback);
    } else {
      request.abandon(null);
    }
  }

  @Override
  public boolean withdraw(Request<?> request) {
    if (!loop.inEventLoop()) {
      // The queue is the loop's: sendWaiting finds the request cancelled, or this task does.
      onLoop(() -> withdrawOnLoop(request));
      return false;
    }
    return waiting.remove(request);
  }

  private void withdrawOnLoop(Request<?> request) {
    if (waiting.remove(request)) {
      request.abandon(null);
    }
  }

  @Override
  public void interrupt(Request<?> request) {
    if (!loop.inEventLoop()) {
      onLoop(() -> interrupt(request));
    } else if (state == State.OPEN && slots.holds(request)) {
      ring.cancel(slots.id(request.slot));
    }
  }

  /**
   * Hands out all requests, queued and with the kernel, on the loop.
   *
   * @param then what is to be done after that, on whatever thread
   */
  void disownAll(Consumer<Request<?>> action, Runnable then) {
    Runnable task =
        () -> {
          List<Request<?>> all = new ArrayList<>();
          waiting.forEach(all::add);
          slots.forEach(all::add);
          all.forEach(action);
          then.run();
        };
    if (loop.inEventLoop()) {
      task.run();
    } else if (!onLoop(task)) {
      then.run();
    }
  }

  /** Leaves the ring; nothing is outstanding. */
  void close() {
    if (state != State.CLOSED) {
      close("closed");
      ring.leave();
    }
  }

  @Override
  public void closing() {
    slots.forEachSent(id -> ring.cancel(id));
    close("the event loop has ended");
  }

  @Override
  public void closed() {
    // Memory that the kernel may still write to is not freed: only now is there none.
    if (state != State.CLOSED) {
      Log.warn("the ring of an event loop was taken away", null);
      close("the ring was taken away");
    }
    slots.close();
  }
}
