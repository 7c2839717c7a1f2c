package io.github.vertxaio.impl.engine;

/** Brings executed requests to their context. */
public interface Completions {
  /** Takes an executed request; from any thread. Never delivers it inside this call. */
  void offer(AbstractRequest<?> request);
}
