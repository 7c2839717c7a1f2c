package io.github.vertxaio.impl.engine;

/** Where requests wait and execute. */
interface Place {
  /** Takes a request in READY; from any thread. */
  void submit(Request<?> request);

  /**
   * Takes a cancelled request out of the queue; from any thread.
   *
   * @return false when it is not in the queue: the place has it in hand, finds it cancelled and
   *     abandons it
   */
  boolean withdraw(Request<?> request);

  /** Ends a cancelled request that executes, if that can be done; from any thread. */
  void interrupt(Request<?> request);
}
