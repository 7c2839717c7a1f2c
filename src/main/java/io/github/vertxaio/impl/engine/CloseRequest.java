package io.github.vertxaio.impl.engine;

import io.github.vertxaio.impl.op.Close;
import io.vertx.core.Context;

/** The one request that is not cancelled: a descriptor that is given up must be closed. */
final class CloseRequest extends Request<Void> {
  CloseRequest(
      Context context,
      RequestEngine engine,
      Completions completions,
      Close operation,
      int priority) {
    super(context, engine, completions, operation, priority);
  }

  @Override
  public boolean cancel() {
    return false;
  }
}
