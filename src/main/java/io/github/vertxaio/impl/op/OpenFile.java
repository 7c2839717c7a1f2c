package io.github.vertxaio.impl.op;

import io.github.vertxaio.Linux;
import io.github.vertxaio.impl.sys.ControlCalls;
import io.github.vertxaio.impl.sys.Descriptor;
import io.github.vertxaio.impl.sys.FileCalls;

/** What operations know of an open file: its descriptor, its path, and what it turned out to do. */
public final class OpenFile {
  private final Descriptor descriptor;
  private final String path;
  private volatile boolean readsInline = true;
  private volatile Boolean offsets;

  /**
   * A file that was just opened.
   *
   * @param readOnly whether it was opened for reading alone
   */
  public OpenFile(int fd, String path, boolean readOnly) {
    this.descriptor = new Descriptor(fd, readOnly);
    this.path = path;
  }

  /** The descriptor, which this file owns. */
  public Descriptor descriptor() {
    return descriptor;
  }

  /** The path it was opened with. */
  public String path() {
    return path;
  }

  /** Whether RWF_NOWAIT is worth a try: true until the file system refuses it. */
  boolean readsInline() {
    return readsInline;
  }

  /** Whether it has offsets: pipes, sockets and terminals do not. Only while it is held. */
  boolean hasOffsets() {
    Boolean known = offsets;
    if (known == null) {
      known = FileCalls.lseek(descriptor.fd(), 0, Linux.SEEK_CUR) >= 0;
      offsets = known;
    }
    return known;
  }

  /** Whether calls wait for a pipe or a device; asked anew, as fcntl may change it. */
  boolean waits() {
    return (ControlCalls.fcntl(descriptor.fd(), Linux.F_GETFL, 0) & Linux.O_NONBLOCK) == 0;
  }

  /** Remembers that the file system refuses RWF_NOWAIT. */
  void cannotReadInline() {
    readsInline = false;
  }
}
