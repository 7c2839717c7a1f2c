package io.github.vertxaio.impl.engine;

import io.github.vertxaio.impl.vertx.Log;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.FutureListener;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The completion queue of one event loop. Any thread pushes; one task of the loop takes all that is
 * there, and only the push onto an empty queue schedules that task.
 *
 * <p>A <em>turn</em> is the time between two moments at which the loop looks after its sockets and
 * timers. Netty runs tasks that tasks have added before it does so; when the turn's share is used
 * up, the rest is therefore scheduled as a timer that is due, behind the loop's other work.
 */
final class LoopCompletions implements Completions {
  /** How long, by estimate, executions on the loop itself may take in one turn. */
  private static final int INLINE_MICROS = 500;

  /** What reading the clock for each request would cost is saved by looking every so often. */
  private static final int CLOCK_INTERVAL = 16;

  private final EventLoop loop;
  private final Limits limits;
  private final AtomicReference<AbstractRequest<?>> pushed = new AtomicReference<>();
  private final Runnable drain = this::drain;
  private final Runnable nextTurn = this::nextTurn;
  private final FutureListener<Object> turnBegun = this::turnBegun;

  private AbstractRequest<?> head;
  private AbstractRequest<?> tail;
  private int taken;
  private int round;
  private boolean draining;
  private boolean yielding;
  private int deliveredInTurn;
  private int spentInTurn;
  private long turnStart;

  LoopCompletions(EventLoop loop, Limits limits) {
    this.loop = loop;
    this.limits = limits;
  }

  @Override
  public void offer(AbstractRequest<?> request) {
    if (draining && loop.inEventLoop()) {
      // From a handler that this queue is delivering to: the loop below comes to it.
      append(request);
      return;
    }
    AbstractRequest<?> top;
    do {
      top = pushed.get();
      request.next = top;
      request.depth = top == null ? 1 : top.depth + 1;
    } while (!pushed.compareAndSet(top, request));
    if (top == null) {
      schedule();
    }
  }

  private void schedule() {
    try {
      loop.execute(drain);
    } catch (RejectedExecutionException e) {
      // The loop has ended; what the requests hold is given back all the same.
      for (AbstractRequest<?> r = reversed(pushed.getAndSet(null)); r != null; ) {
        AbstractRequest<?> next = r.next;
        r.deliver();
        r = next;
      }
    }
  }

  private void nextTurn() {
    yielding = false;
    deliveredInTurn = 0;
    spentInTurn = 0;
    drain();
  }

  private void drain() {
    if (yielding) {
      return;
    }
    if (deliveredInTurn == 0) {
      turnStart = System.nanoTime();
    }
    boolean over = isTurnOver();
    draining = true;
    for (AbstractRequest<?> r = over ? null : take(); r != null; r = over ? null : take()) {
      deliver(r);
      over = isTurnOver();
    }
    draining = false;
    if (over) {
      yieldTurn();
    }
  }

  private void deliver(AbstractRequest<?> request) {
    deliveredInTurn++;
    try {
      request.deliver();
    } catch (RuntimeException | Error e) {
      // Handlers do not get here; whatever it is, the others are not to wait for ever.
      Log.warn("the result of a request could not be delivered", e);
    }
  }

  private void yieldTurn() {
    yielding = true;
    loop.schedule(nextTurn, 0, TimeUnit.NANOSECONDS).addListener(turnBegun);
  }

  /** A loop that ends cancels its timers: what this one was to deliver is delivered now. */
  private void turnBegun(Future<?> timer) {
    if (timer.isCancelled()) {
      nextTurn();
    }
  }

  /** Nobody is kept waiting by a loop that ends: it has no next turn. */
  private boolean isTurnOver() {
    return isShareUsed() && !loop.isShuttingDown();
  }

  private boolean isShareUsed() {
    if (deliveredInTurn >= limits.maxPollReqs() || spentInTurn >= INLINE_MICROS) {
      return true;
    }
    long time = limits.maxPollTime();
    return time != 0
        && deliveredInTurn % CLOCK_INTERVAL == 0
        && System.nanoTime() - turnStart >= time;
  }

  private void append(AbstractRequest<?> request) {
    request.next = null;
    link(request, request, 1);
  }

  private void link(AbstractRequest<?> first, AbstractRequest<?> last, int count) {
    if (head == null) {
      head = first;
    } else {
      tail.next = first;
    }
    tail = last;
    taken += count;
  }

  /**
   * Takes the next one. What handlers append goes behind what others have pushed meanwhile, or a
   * few requests that are always answered at once would keep out all the rest.
   */
  private AbstractRequest<?> take() {
    if (round == 0) {
      AbstractRequest<?> all = pushed.get() == null ? null : pushed.getAndSet(null);
      if (all != null) {
        int count = all.depth;
        link(reversed(all), all, count);
      }
      round = taken;
      if (round == 0) {
        return null;
      }
    }
    AbstractRequest<?> request = head;
    head = request.next;
    if (head == null) {
      // A request that is delivered is not kept alive here.
      tail = null;
    }
    request.next = null;
    taken--;
    round--;
    return request;
  }

  private static AbstractRequest<?> reversed(AbstractRequest<?> stack) {
    AbstractRequest<?> queue = null;
    while (stack != null) {
      AbstractRequest<?> below = stack.next;
      stack.next = queue;
      queue = stack;
      stack = below;
    }
    return queue;
  }

  /** Whether this turn has room for an execution on the loop itself. */
  boolean allowsInline() {
    return spentInTurn < INLINE_MICROS;
  }

  /** Counts an execution on the loop itself. */
  void spend(int microseconds) {
    spentInTurn += microseconds;
  }

  /** How many requests it holds, about; from any thread. */
  int pending() {
    AbstractRequest<?> top = pushed.get();
    return taken + (top == null ? 0 : top.depth);
  }
}
