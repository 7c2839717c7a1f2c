package io.github.vertxaio.impl.vertx;

import io.github.vertxaio.impl.sys.Sqe;

/** A ring of the kernel, used from one thread; completions go to a {@link Listener}. */
public interface Ring {
  /** What {@link #submit} returns when the ring takes nothing any more. */
  long REFUSED = 0;

  /**
   * Puts an entry on the ring.
   *
   * @param tag comes back with the completion, 0 to 32766
   * @return what {@link #cancel} needs, or {@link #REFUSED}
   */
  long submit(Sqe sqe, int tag);

  /** Asks the kernel to end an entry, whose completion comes in any case. */
  void cancel(long id);

  /** Leaves the ring when what is on it is complete. */
  void leave();

  /** Receives what a ring has to say, on its thread. */
  interface Listener {
    /** The ring takes entries now. */
    void opened(Ring ring);

    /** The ring cannot be used. */
    void failed(Throwable cause);

    /** An entry is complete: the result of the call, or its errno negated. */
    void completed(int tag, int result);

    /** The loop ends: what is on the ring should be cancelled. */
    void closing();

    /** No completion will come any more. */
    void closed();
  }
}
