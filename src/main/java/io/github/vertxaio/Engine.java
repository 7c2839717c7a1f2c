package io.github.vertxaio;

/** Where requests may be executed. */
public enum Engine {
  /**
   * The best place for each request: at once where the answer is in memory and the call cannot
   * block, on the io_uring of the event loop where there is one and it helps, otherwise on a worker
   * thread.
   */
  AUTO,
  /** Always a worker thread. */
  POOL,
  /**
   * Always the io_uring of the context's event loop, for the operations that the kernel offers
   * there; a worker thread for all others, and for every request where the loop has no ring.
   */
  RING
}
