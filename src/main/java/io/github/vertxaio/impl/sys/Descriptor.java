package io.github.vertxaio.impl.sys;

/**
 * An open file descriptor with one owner and a count of the calls that use it. The action of {@link
 * #retire} closes it, so no call meets a number that was used again.
 */
public final class Descriptor extends Uses {
  private final int fd;
  private final boolean readOnly;

  /**
   * Takes ownership of an open descriptor.
   *
   * @param readOnly whether nothing can be written through it, so that closing it finishes nothing
   */
  public Descriptor(int fd, boolean readOnly) {
    this.fd = fd;
    this.readOnly = readOnly;
  }

  /** The number; only between acquire and release, or in the action of {@link #retire}. */
  public int fd() {
    return fd;
  }

  /** Whether nothing can be written through it. */
  public boolean isReadOnly() {
    return readOnly;
  }
}
