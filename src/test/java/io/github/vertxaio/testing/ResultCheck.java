package io.github.vertxaio.testing;

import io.github.vertxaio.AioRequest;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import java.util.function.Supplier;

/** Sees to it that a request completes later, on the context and thread that made it. */
final class ResultCheck<T> {
  private final Promise<T> checked = Promise.promise();
  private final ContextInternal context;
  private Thread thread;
  private boolean submitting;

  ResultCheck(ContextInternal context) {
    this.context = context;
  }

  /** Makes the request; on the context. */
  void submit(Supplier<? extends Future<T>> request) {
    thread = Thread.currentThread();
    Future<T> future;
    try {
      future = request.get();
    } catch (Throwable e) {
      checked.fail(e);
      return;
    }
    submitting = future instanceof AioRequest;
    future.onComplete(result -> completed(result.succeeded(), result.result(), result.cause()));
    submitting = false;
  }

  private void completed(boolean succeeded, T result, Throwable failure) {
    String wrong = wrong();
    if (wrong != null) {
      checked.fail(new AssertionError(wrong, failure));
    } else if (succeeded) {
      checked.complete(result);
    } else {
      checked.fail(failure);
    }
  }

  private String wrong() {
    if (Thread.currentThread() != thread) {
      return "completed on " + Thread.currentThread() + " instead of " + thread;
    }
    if (Vertx.currentContext() != context) {
      return "completed on " + Vertx.currentContext() + " instead of " + context;
    }
    return submitting ? "completed inside the call that made the request" : null;
  }

  Future<T> future() {
    return checked.future();
  }
}
