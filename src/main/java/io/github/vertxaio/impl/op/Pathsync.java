package io.github.vertxaio.impl.op;

import io.github.vertxaio.Errno;
import io.github.vertxaio.Linux;
import io.github.vertxaio.impl.sys.FileCalls;
import io.github.vertxaio.impl.sys.PathCalls;
import io.github.vertxaio.impl.sys.Scratch;

/** Brings a file or directory to its device: open, fsync, close. */
public final class Pathsync extends VoidPathOperation {
  /** A pipe is not to wait for its other end, only to say that it cannot be synced. */
  private static final int FLAGS = Linux.O_NONBLOCK | Linux.O_NOCTTY;

  /** A pathsync. */
  public Pathsync(PathArgument path) {
    super(Kind.PATHSYNC, path);
  }

  @Override
  public long call(Scratch scratch) {
    long fd = open(scratch, Linux.O_RDONLY);
    if (fd == -Errno.EACCES) {
      fd = open(scratch, Linux.O_WRONLY);
    }
    if (fd < 0) {
      return fd == -Errno.EISDIR ? -Errno.EACCES : fd;
    }
    long result = FileCalls.fsync((int) fd);
    FileCalls.close((int) fd);
    return result;
  }

  private long open(Scratch scratch, int access) {
    return PathCalls.openat(scratch, path.dirfd(), path.bytes(), access | FLAGS, 0);
  }
}
