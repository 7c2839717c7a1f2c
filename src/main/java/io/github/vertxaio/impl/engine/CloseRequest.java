package io.github.vertxaio.impl.engine;

import io.github.vertxaio.impl.op.Operation;
import io.vertx.core.Context;

/**
 * A request that is not cancelled: a descriptor that is given up must be closed, and what was left
 * half done must be cleaned up.
 */
final class CloseRequest extends Request<Void> {
  CloseRequest(
      Context context,
      RequestEngine engine,
      Completions completions,
      Operation<Void> operation,
      int priority) {
    super(context, engine, completions, operation, priority);
  }

  @Override
  public boolean cancel() {
    return false;
  }
}
