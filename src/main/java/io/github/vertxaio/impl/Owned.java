package io.github.vertxaio.impl;

import io.github.vertxaio.AioRequest;
import io.github.vertxaio.impl.engine.FollowingRequest;
import io.github.vertxaio.impl.engine.RequestEngine;
import io.github.vertxaio.impl.op.Close;
import io.github.vertxaio.impl.op.Munmap;
import io.github.vertxaio.impl.op.Operation;
import io.github.vertxaio.impl.sys.Descriptor;
import io.github.vertxaio.impl.sys.FileCalls;
import io.github.vertxaio.impl.sys.Mapping;
import io.github.vertxaio.impl.sys.Uses;
import io.github.vertxaio.impl.vertx.Log;
import io.vertx.core.Future;
import java.lang.ref.Cleaner;

/**
 * The end of something that users hold: once, however often they ask; and by the Cleaner, with a
 * word in the log, when they lose it without asking.
 */
final class Owned {
  private static final Cleaner CLEANER = Cleaner.create();

  private final RequestEngine engine;
  private final Operation<Void> end;
  private final Lost lost;
  private Cleaner.Cleanable cleanable;
  private Future<Void> closing;

  private Owned(RequestEngine engine, Operation<Void> end, Lost lost) {
    this.engine = engine;
    this.end = end;
    this.lost = lost;
  }

  /** A descriptor that was opened with this path. */
  static Owned descriptor(RequestEngine engine, Descriptor descriptor, String path) {
    Runnable close = () -> FileCalls.close(descriptor.fd());
    String report = "a descriptor was lost without being closed: " + path;
    Close end = new Close(descriptor, path, engine.locals());
    return new Owned(engine, end, new Lost(descriptor, close, report));
  }

  /** Memory that was mapped. */
  static Owned mapping(RequestEngine engine, Mapping mapping) {
    String report = "a mapped region was lost without being closed: " + mapping.describe();
    return new Owned(engine, new Munmap(mapping), new Lost(mapping, mapping::unmap, report));
  }

  /** Watches the object that stands for what is owned; every view of it keeps that alive. */
  void watch(Object owner) {
    cleanable = CLEANER.register(owner, lost);
  }

  /** Ends it when nothing uses it any more. */
  synchronized AioRequest<Void> close(int priority) {
    if (closing != null) {
      return FollowingRequest.of(engine, closing);
    }
    AioRequest<Void> request = engine.close(lost.uses, end, priority);
    closing = request;
    // It is retired, so this does not end it a second time.
    cleanable.clean();
    return request;
  }

  private record Lost(Uses uses, Runnable end, String report) implements Runnable {
    @Override
    public void run() {
      if (uses.retire(end)) {
        Log.warn(report, null);
      }
    }
  }
}
