package io.github.vertxaio.impl.op;

import io.github.vertxaio.AioException;
import io.github.vertxaio.Errno;
import io.github.vertxaio.Linux;
import io.github.vertxaio.impl.sys.ControlCalls;
import io.github.vertxaio.impl.sys.Descriptor;
import io.github.vertxaio.impl.sys.FileCalls;

/** What operations know of an open file: its descriptor, its path, and what it turned out to do. */
public final class OpenFile {
  private final Descriptor descriptor;
  private final String path;
  private final boolean lent;
  private volatile boolean readsInline = true;
  private volatile Boolean offsets;

  /**
   * A file that was just opened.
   *
   * @param readOnly whether it was opened for reading alone
   */
  public OpenFile(int fd, String path, boolean readOnly) {
    this(new Descriptor(fd, readOnly), path, false);
  }

  private OpenFile(Descriptor descriptor, String path, boolean lent) {
    this.descriptor = descriptor;
    this.path = path;
    this.lent = lent;
  }

  /**
   * Holds it for a request made of others, which may use it until {@link #release} even when it is
   * closed meanwhile.
   *
   * @return what those others use; {@code null} when it is closed
   */
  public OpenFile lend() {
    if (!acquire()) {
      return null;
    }
    OpenFile borrowed = new OpenFile(descriptor, path, true);
    borrowed.readsInline = readsInline;
    borrowed.offsets = offsets;
    return borrowed;
  }

  /** Begins a use; false when it is closed. */
  public boolean acquire() {
    if (!lent) {
      return descriptor.acquire();
    }
    descriptor.acquireAgain();
    return true;
  }

  /** Ends a use. */
  public void release() {
    descriptor.release();
  }

  /** Why a call on a closed file is refused. */
  public static AioException closed(String call, String... paths) {
    return AioException.refused(call, Errno.EBADF, "closed file", paths);
  }

  /** The descriptor, which this file owns. */
  public Descriptor descriptor() {
    return descriptor;
  }

  /** The path it was opened with. */
  public String path() {
    return path;
  }

  /** Whether a read with RWF_NOWAIT never waits: true until something else is known. */
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

  /** Looks at new flags. With O_DIRECT a read waits for the device, RWF_NOWAIT or not. */
  void flagsChange(int flags) {
    if ((flags & Linux.O_DIRECT) != 0) {
      cannotReadInline();
    }
  }

  /** Remembers that the file system refuses RWF_NOWAIT, or waits for its device all the same. */
  void cannotReadInline() {
    readsInline = false;
  }
}
