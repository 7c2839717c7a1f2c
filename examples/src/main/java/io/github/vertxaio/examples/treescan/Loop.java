package io.github.vertxaio.examples.treescan;

import io.github.vertxaio.examples.treescan.Options.LoopTransport;
import io.vertx.core.Vertx;
import io.vertx.core.VertxBuilder;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.transport.Transport;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A Vert.x with one event loop, and nothing started that a scan does not use. */
final class Loop {
  private static final String NO_DNS = "vertx.disableDnsResolver";

  /** The library's; kept, for a logger that nobody keeps forgets its level. */
  private static final Logger LOG = Logger.getLogger("io.github.vertxaio");

  private Loop() {}

  /**
   * Starts one.
   *
   * @throws IllegalStateException when the transport does not work here
   */
  static Vertx start(LoopTransport transport) {
    System.setProperty(NO_DNS, "true");
    // Standard error is for what could not be read, not for what the library says of itself.
    LOG.setLevel(Level.WARNING);
    FileSystemOptions files =
        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
    VertxOptions options =
        new VertxOptions()
            .setEventLoopPoolSize(1)
            .setWorkerPoolSize(1)
            .setInternalBlockingPoolSize(1)
            .setFileSystemOptions(files);
    VertxBuilder builder = Vertx.builder().with(options);
    if (transport != LoopTransport.NIO) {
      builder.withTransport(available(transport));
    }
    return builder.build();
  }

  private static Transport available(LoopTransport wanted) {
    Transport transport = wanted == LoopTransport.EPOLL ? Transport.EPOLL : Transport.IO_URING;
    if (transport == null || !transport.available()) {
      Throwable cause = transport == null ? null : transport.unavailabilityCause();
      throw new IllegalStateException(
          "the transport " + wanted + " does not work here" + (cause == null ? "" : ": " + cause));
    }
    return transport;
  }
}
