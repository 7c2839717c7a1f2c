package io.github.vertxaio.impl;

import io.github.vertxaio.AioGroup;
import io.github.vertxaio.AioRequest;
import io.github.vertxaio.impl.engine.AbstractRequest;
import io.github.vertxaio.impl.engine.RequestEngine;
import io.github.vertxaio.impl.vertx.Contexts;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A request made of others.
 *
 * @param <T> the type of the result
 */
final class Group<T> extends AbstractRequest<T> implements AioGroup<T>, AbstractRequest.Membership {
  private static final int DEFAULT_LIMIT = 2;

  private final Context context;
  private final Set<AbstractRequest<?>> members = new HashSet<>();

  /** Held open for who made the group; a user's, until the context comes to other tasks. */
  private boolean held = true;

  private boolean closedToMembers;
  private boolean finished;
  private Handler<AioGroup<T>> feeder;
  private int limit;
  private boolean feeding;
  private boolean fed;
  private boolean added;
  private T result;
  private Throwable failure;
  private Runnable atEnd = () -> {};

  private Group(RequestEngine engine, Context context) {
    super(context, engine, engine.completions(context));
    this.context = context;
  }

  /** An empty group on the context of the caller. */
  static <T> Group<T> open(RequestEngine engine) {
    Group<T> group = begin(engine);
    Contexts.runLater(group.context, group::release);
    return group;
  }

  /**
   * A group on the context of the caller for a request made of several.
   *
   * @param beginning adds the first of them; without any the group finishes
   */
  static <T> Group<T> of(RequestEngine engine, Consumer<Group<T>> beginning) {
    Group<T> group = begin(engine);
    try {
      beginning.accept(group);
    } finally {
      // On another thread: behind the handlers of parts that are over by now, as those add others.
      group.onContext(group::release);
    }
    return group;
  }

  private static <T> Group<T> begin(RequestEngine engine) {
    Group<T> group = new Group<>(engine, engine.context());
    engine.outstanding().enter();
    group.claim();
    return group;
  }

  private void release() {
    synchronized (members) {
      held = false;
    }
    advance();
  }

  @Override
  public <R extends AioRequest<?>> R add(R request) {
    Objects.requireNonNull(request, "request");
    if (!(request instanceof AbstractRequest<?> member) || member.engine() != engine()) {
      throw new IllegalArgumentException("not a request of this engine: " + request);
    }
    if (member == this || contains(member)) {
      throw new IllegalArgumentException("a group cannot be inside itself");
    }
    synchronized (members) {
      if (closedToMembers || finished || isCancelled()) {
        throw new IllegalStateException("the group has finished or is cancelled");
      }
      member.join(this);
      members.add(member);
      added = true;
    }
    if (member.isDone()) {
      memberDone(member);
    }
    return request;
  }

  /**
   * Adds a part that was just made; cancels it when the request that it is a part of was cancelled
   * meanwhile, on another thread.
   */
  <R extends AioRequest<?>> R part(R request) {
    try {
      return add(request);
    } catch (IllegalStateException cancelled) {
      request.cancel();
      return request;
    }
  }

  /** Whether a request is a group that this one is in, at any depth. */
  private boolean contains(AbstractRequest<?> member) {
    for (Membership owner = group(); owner instanceof Group<?> outer; owner = outer.group()) {
      if (outer == member) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void memberDone(AbstractRequest<?> member) {
    synchronized (members) {
      if (!members.remove(member)) {
        return;
      }
    }
    onContext(this::advance);
  }

  @Override
  public void memberDisowned(AbstractRequest<?> member) {
    memberDone(member);
  }

  @Override
  protected void engineCloses() {
    feed(null);
  }

  private void onContext(Runnable task) {
    if (Contexts.executor(context).inThread()) {
      task.run();
    } else {
      Contexts.runLater(context, task);
    }
  }

  private void advanceLater() {
    Contexts.runLater(context, this::advance);
  }

  /** Feeds while there is room, and finishes when nothing is left. */
  private void advance() {
    while (true) {
      Handler<AioGroup<T>> next;
      synchronized (members) {
        if (finished || feeding) {
          return;
        }
        next = feeder != null && members.size() < limit ? feeder : null;
        if (next == null) {
          if (held || !members.isEmpty() || feeder != null) {
            return;
          }
          finished = true;
        } else {
          feeding = true;
          added = false;
        }
      }
      if (next == null) {
        if (fed) {
          engine().removeFeeding(this);
        }
        executed();
        return;
      }
      call(next);
    }
  }

  private void call(Handler<AioGroup<T>> next) {
    boolean[] returned = {false};
    Contexts.dispatch(
        context,
        this,
        group -> {
          next.handle(group);
          returned[0] = true;
        });
    synchronized (members) {
      feeding = false;
      // One that adds nothing has nothing more, and one that threw will do so again.
      if ((!added || !returned[0]) && feeder == next) {
        feeder = null;
      }
    }
  }

  @Override
  public AioGroup<T> result(T newResult) {
    synchronized (members) {
      result = newResult;
      failure = null;
    }
    return this;
  }

  @Override
  public AioGroup<T> fail(Throwable newFailure) {
    synchronized (members) {
      failure = newFailure == null ? new NullPointerException("failure") : newFailure;
    }
    return this;
  }

  @Override
  public AioGroup<T> feed(Handler<AioGroup<T>> newFeeder) {
    boolean accepted;
    synchronized (members) {
      feeder = finished || closedToMembers ? null : newFeeder;
      accepted = feeder != null;
      if (accepted && limit == 0) {
        limit = DEFAULT_LIMIT;
      }
      fed |= accepted;
    }
    if (accepted) {
      engine().addFeeding(this);
      if (engine().isClosed()) {
        engineCloses();
      }
    }
    advanceLater();
    return this;
  }

  @Override
  public AioGroup<T> limit(int newLimit) {
    synchronized (members) {
      limit = Arguments.notNegative(newLimit, "limit");
    }
    advanceLater();
    return this;
  }

  @Override
  public AioGroup<T> cancelSubs() {
    List<AbstractRequest<?>> all;
    synchronized (members) {
      closedToMembers = true;
      feeder = null;
      all = List.copyOf(members);
    }
    all.forEach(AbstractRequest::cancel);
    advanceLater();
    return this;
  }

  @Override
  protected void withdraw() {
    cancelSubs();
  }

  @Override
  protected void interrupt() {
    cancelSubs();
  }

  /** Adds what is to be done when nothing of it is left, before anybody is told. */
  void atEnd(Runnable action) {
    Runnable before = atEnd;
    atEnd =
        () -> {
          before.run();
          action.run();
        };
  }

  @Override
  protected void complete() {
    atEnd.run();
    if (failure != null) {
      tryFail(failure);
    } else {
      tryComplete(result);
    }
  }

  @Override
  protected void dropOutcome() {
    atEnd.run();
    result = null;
  }
}
