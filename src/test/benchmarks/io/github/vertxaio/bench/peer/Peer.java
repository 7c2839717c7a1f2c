package io.github.vertxaio.bench.peer;

import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** One way to do file I/O on the JVM. */
interface Peer {
  /**
   * Makes a slot for a kind of work.
   *
   * @throws Exception when the files cannot be opened
   * @throws IllegalArgumentException when it cannot do that work
   */
  Supplier<Slot> slots(String work) throws Exception;

  /** Runs what makes the first requests: on the event loop, where the peer has one. */
  Executor starter();

  /** The thread that gets the results, or −1 when it is not one thread. */
  long loopThread();
}
