package io.github.vertxaio.testing;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.transport.Transport;
import java.util.EnumMap;
import java.util.Map;
import org.opentest4j.TestAbortedException;

/** A transport of Vert.x, and the one Vertx with it that all tests share: making one is slow. */
public enum Loops {
  NIO(Transport.NIO),
  EPOLL(Transport.EPOLL),
  IO_URING(Transport.IO_URING);

  private static final Map<Loops, Vertx> SHARED = new EnumMap<>(Loops.class);

  private final Transport transport;

  Loops(Transport transport) {
    this.transport = transport;
  }

  /** The transport, {@code null} when its classes are not there. */
  public Transport transport() {
    return transport;
  }

  /** Skips the running test, with the reason, where the transport does not work. */
  public void assumeAvailable() {
    if (transport == null) {
      throw new TestAbortedException(this + ": the classes of the transport are missing");
    }
    if (!transport.available()) {
      throw new TestAbortedException(
          this + " is not available here: " + transport.unavailabilityCause());
    }
  }

  /** The shared one, which is not to be closed by a test. */
  public Vertx vertx() {
    assumeAvailable();
    synchronized (SHARED) {
      return SHARED.computeIfAbsent(this, Loops::open);
    }
  }

  /** A new one that the caller closes. */
  public Vertx open() {
    assumeAvailable();
    return Vertx.builder()
        .with(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(4))
        .withTransport(transport)
        .build();
  }

  /** Forgets the shared one, without waiting for anything. */
  void abandonShared() {
    synchronized (SHARED) {
      SHARED.remove(this);
    }
  }

  /** Closes those that are shared; the next use makes new ones. */
  public static void closeShared() {
    synchronized (SHARED) {
      SHARED.values().forEach(vertx -> Setup.await(vertx.close()));
      SHARED.clear();
    }
  }
}
