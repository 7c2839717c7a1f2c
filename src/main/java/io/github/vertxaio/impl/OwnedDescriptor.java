package io.github.vertxaio.impl;

import io.github.vertxaio.AioRequest;
import io.github.vertxaio.impl.engine.FollowingRequest;
import io.github.vertxaio.impl.engine.RequestEngine;
import io.github.vertxaio.impl.sys.Descriptor;
import io.github.vertxaio.impl.sys.FileCalls;
import io.github.vertxaio.impl.vertx.Log;
import io.vertx.core.Future;
import java.lang.ref.Cleaner;

/**
 * The closing of a descriptor that users hold: once, however often they ask; and by the Cleaner,
 * with a word in the log, when they lose it without asking.
 */
final class OwnedDescriptor {
  private static final Cleaner CLEANER = Cleaner.create();

  private final RequestEngine engine;
  private final Descriptor descriptor;
  private final String path;
  private Cleaner.Cleanable cleanable;
  private Future<Void> closing;

  OwnedDescriptor(RequestEngine engine, Descriptor descriptor, String path) {
    this.engine = engine;
    this.descriptor = descriptor;
    this.path = path;
  }

  /** Watches the object that stands for the descriptor; every view of it keeps that alive. */
  void watch(Object owner) {
    cleanable = CLEANER.register(owner, new Lost(descriptor, path));
  }

  /** Closes the descriptor when nothing uses it any more. */
  synchronized AioRequest<Void> close(int priority) {
    if (closing != null) {
      return FollowingRequest.of(engine, closing);
    }
    AioRequest<Void> request = engine.close(descriptor, path, priority);
    closing = request;
    // It is retired, so this does not close it a second time.
    cleanable.clean();
    return request;
  }

  private record Lost(Descriptor descriptor, String path) implements Runnable {
    @Override
    public void run() {
      if (descriptor.retire(() -> FileCalls.close(descriptor.fd()))) {
        Log.warn("a descriptor was lost without being closed: " + path, null);
      }
    }
  }
}
