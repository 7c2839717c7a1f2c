package io.github.vertxaio.examples.treescan;

/**
 * Loads what the library needs to call the kernel, on a thread of its own, while the rest of the
 * program starts. The first request would do it too, but that comes last.
 */
final class NativeStart implements Runnable {
  /** Whose initialization is what takes long. */
  static final String BINDINGS = "io.github.vertxaio.impl.sys.LibC";

  private NativeStart() {}

  /** Begins, and does not wait. */
  static void begin() {
    Thread thread = new Thread(new NativeStart(), "native-start");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run() {
    try {
      Class.forName(BINDINGS);
    } catch (ClassNotFoundException | LinkageError e) {
      // The first request meets it again, and fails with it.
    }
  }
}
