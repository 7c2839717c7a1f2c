package io.github.vertxaio.impl.op;

import io.github.vertxaio.Linux;
import io.github.vertxaio.Stat;
import io.github.vertxaio.impl.sys.FileCalls;
import io.github.vertxaio.impl.sys.PathCalls;
import io.github.vertxaio.impl.sys.Scratch;
import io.github.vertxaio.impl.sys.Sqe;
import io.github.vertxaio.impl.sys.StatReader;

/** Reads the attributes of a path: stat and lstat. */
public final class StatPath extends PathOperation<Stat> {
  private final boolean follow;
  private final LocalDevices locals;

  /**
   * A stat.
   *
   * @param follow whether a symbolic link is followed
   */
  public StatPath(PathArgument path, boolean follow, LocalDevices locals) {
    super(follow ? Kind.STAT : Kind.LSTAT, path);
    this.follow = follow;
    this.locals = locals;
  }

  private int flags() {
    return follow ? 0 : Linux.AT_SYMLINK_NOFOLLOW;
  }

  @Override
  public long call(Scratch scratch) {
    return PathCalls.statx(scratch, path.dirfd(), path.bytes(), flags());
  }

  /**
   * The path is opened if the directory cache has all of it, and the attributes are read from the
   * inode in memory: neither waits. Only local file systems are believed, for others may be stale.
   */
  @Override
  public long callNow(Scratch scratch) {
    long fd = CachedInode.find(scratch, path, follow ? 0 : Linux.O_NOFOLLOW, locals);
    if (fd < 0) {
      return AGAIN;
    }
    FileCalls.close((int) fd);
    return 0;
  }

  /** Three calls instead of one. */
  @Override
  public boolean prefersInline() {
    return false;
  }

  @Override
  public void prepare(Sqe sqe, Scratch scratch) {
    sqe.statx(scratch, path.dirfd(), path.bytes(), flags());
  }

  @Override
  public Stat result(long value, Scratch scratch) {
    return StatReader.read(scratch);
  }
}
