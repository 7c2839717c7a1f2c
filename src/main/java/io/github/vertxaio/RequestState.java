package io.github.vertxaio;

/** Where a request is in its life. The states are passed in the order in which they stand here. */
public enum RequestState {
  /** Queued: nothing of it has been executed. */
  READY,
  /** A worker thread, the ring or the calling event loop is executing it. */
  EXECUTE,
  /** Executed; the outcome waits for the context that made the request. */
  PENDING,
  /** The outcome is being handed to handlers and listeners. */
  RESULT,
  /** Over: it holds no descriptor, no memory and no place in a group. */
  DONE
}
