package io.github.vertxaio.bench;

import java.io.IOException;

/** Something that does the work of a row and is compared with others that do the same. */
public interface Contestant extends AutoCloseable {

  /** Makes a contestant, at the start of its row. */
  interface Factory {
    /**
     * Starts it.
     *
     * @throws MissingException when this machine does not have what it needs
     */
    Contestant start() throws IOException, MissingException;
  }

  /**
   * Works for a round.
   *
   * @param depth how many requests are kept in flight
   * @param millis for how long; one whose work has an end ignores it
   */
  Sample run(int depth, long millis) throws IOException;

  /** CPU time that it has used so far; the difference between two calls is what counts. */
  default long cpuNanos() throws IOException {
    return CpuTime.ofChildren();
  }

  @Override
  default void close() {}

  /** This machine cannot run it. */
  final class MissingException extends Exception {
    private static final long serialVersionUID = 1;

    /** With what is missing and, where there is one, the package that brings it. */
    public MissingException(String message) {
      super(message);
    }
  }
}
