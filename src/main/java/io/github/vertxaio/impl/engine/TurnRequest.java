package io.github.vertxaio.impl.engine;

import io.github.vertxaio.impl.op.Operation;
import io.vertx.core.Context;
import java.util.function.Consumer;

/**
 * A request that takes its turn among others.
 *
 * @param <T> the type of the result
 */
final class TurnRequest<T> extends Request<T> {
  private final Turns turns;

  TurnRequest(
      Context context,
      RequestEngine engine,
      Completions completions,
      Operation<T> operation,
      int priority,
      Turns turns) {
    super(context, engine, completions, operation, priority);
    this.turns = turns;
  }

  @Override
  void forEachBehind(Consumer<Request<?>> action) {
    turns.forEachWaiting(action);
  }

  @Override
  void released() {
    turns.over(this);
  }
}
