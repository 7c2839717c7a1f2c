package io.github.vertxaio.impl;

import io.github.vertxaio.AioRequest;
import io.github.vertxaio.impl.engine.RequestEngine;
import io.github.vertxaio.impl.op.Kind;
import io.github.vertxaio.impl.op.Operation;
import io.github.vertxaio.impl.op.PathArgument;
import io.github.vertxaio.impl.op.PathArgument.Base;

/** What requests on paths are made with: an engine, a priority, and a directory to start from. */
abstract class PathView {
  /** Where requests go. */
  final RequestEngine engine;

  /** The priority of requests. */
  final int priority;

  /** Where relative paths start; {@code null} for a directory that could not be opened. */
  final Base base;

  PathView(RequestEngine engine, int priority, Base base) {
    this.engine = engine;
    this.priority = priority;
    this.base = base;
  }

  final PathArgument path(Kind kind, String path) {
    return PathArgument.of(kind, path, base);
  }

  final <T> AioRequest<T> submit(Operation<T> operation) {
    return engine.submit(operation, priority);
  }
}
