package io.github.vertxaio.impl;

import io.github.vertxaio.Aio;
import io.github.vertxaio.AioOptions;
import io.github.vertxaio.impl.op.PathArgument;
import io.github.vertxaio.impl.sys.Abi;
import io.vertx.core.Vertx;
import java.util.Objects;

/** Makes the first view of an engine. */
public final class AioFactory {
  private AioFactory() {}

  /**
   * Takes part in the engine of a Vertx.
   *
   * @param options for the engine if it is made now; {@code null} for the defaults
   */
  public static Aio create(Vertx vertx, AioOptions options) {
    Objects.requireNonNull(vertx, "vertx");
    // Says clearly on which systems the library runs, where this is none of them.
    Abi.current();
    EngineLease lease = EngineLease.take(vertx, options == null ? new AioOptions() : options);
    return new AioImpl(lease, 0, PathArgument.Base.CWD);
  }
}
