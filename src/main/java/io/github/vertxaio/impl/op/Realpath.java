package io.github.vertxaio.impl.op;

import io.github.vertxaio.Errno;
import io.github.vertxaio.Linux;
import io.github.vertxaio.PathBytes;
import io.github.vertxaio.Stat;
import io.github.vertxaio.impl.sys.FileCalls;
import io.github.vertxaio.impl.sys.LinkCalls;
import io.github.vertxaio.impl.sys.PathCalls;
import io.github.vertxaio.impl.sys.Scratch;
import io.github.vertxaio.impl.sys.StatReader;

/** Finds the canonical path of a file. */
public final class Realpath extends PathOperation<String> {
  private byte[] canonical;

  /** A realpath. */
  public Realpath(PathArgument path) {
    super(Kind.REALPATH, path);
  }

  /** The kernel resolves the path as it opens it, and tells what came of it. */
  @Override
  public long call(Scratch scratch) {
    long fd = PathCalls.openat(scratch, path.dirfd(), path.bytes(), Linux.O_PATH, 0);
    if (fd < 0) {
      return fd;
    }
    try {
      long length = LinkCalls.canonicalPath(scratch, (int) fd);
      if (length < 0) {
        return length;
      }
      canonical = LinkCalls.target(scratch, length);
      return leadsTo((int) fd, scratch);
    } finally {
      FileCalls.close((int) fd);
    }
  }

  /**
   * What was removed, or is not below our root, has a name there that means another file or none.
   */
  private long leadsTo(int fd, Scratch scratch) {
    long result = FileCalls.fstat(scratch, fd);
    if (result < 0) {
      return result;
    }
    Stat opened = StatReader.read(scratch);
    result = PathCalls.statx(scratch, Linux.AT_FDCWD, canonical, Linux.AT_SYMLINK_NOFOLLOW);
    if (result < 0) {
      return result;
    }
    Stat named = StatReader.read(scratch);
    return opened.dev() == named.dev() && opened.ino() == named.ino() ? 0 : -Errno.ENOENT;
  }

  @Override
  public String result(long value, Scratch scratch) {
    return PathBytes.decode(canonical);
  }
}
