package io.github.vertxaio.impl.engine;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Disowns requests that are somewhere in an engine, with those that they are a part of, and waits
 * until all of their futures have failed.
 */
final class Disowning implements Consumer<Request<?>> {
  private final Set<AbstractRequest<?>> all = ConcurrentHashMap.newKeySet();
  private final AtomicInteger open = new AtomicInteger(1);
  private final Promise<Void> promise = Promise.promise();

  /** Disowns a request, and first what would go on in its place. */
  @Override
  public void accept(Request<?> request) {
    request.forEachBehind(this::disownWithOwners);
    disownWithOwners(request);
  }

  /** Disowns a request and those that it is a part of. */
  void disownWithOwners(AbstractRequest<?> request) {
    Deque<AbstractRequest<?>> owners = new ArrayDeque<>();
    for (AbstractRequest<?> r = request; r != null; r = ownerOf(r)) {
      owners.push(r);
    }
    // A group would make new parts, or finish as if nothing had been the matter.
    owners.forEach(this::disown);
  }

  private static AbstractRequest<?> ownerOf(AbstractRequest<?> request) {
    return request.group() instanceof AbstractRequest<?> owner ? owner : null;
  }

  private void disown(AbstractRequest<?> request) {
    if (all.add(request)) {
      request.disown();
      if (request.isCancelled()) {
        begin();
        request.onComplete(failed -> end());
      }
    }
  }

  /** Something is to come that may hand out more. */
  void begin() {
    open.incrementAndGet();
  }

  /** It has come. */
  void end() {
    if (open.decrementAndGet() == 0) {
      promise.complete();
    }
  }

  /** Completed, on no particular thread, when all futures have failed. */
  Future<Void> over() {
    end();
    return promise.future();
  }
}
