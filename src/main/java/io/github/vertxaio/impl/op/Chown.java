package io.github.vertxaio.impl.op;

import io.github.vertxaio.Linux;
import io.github.vertxaio.impl.sys.AttributeCalls;
import io.github.vertxaio.impl.sys.Scratch;

/** Sets owner and group of a path: chown and lchown. */
public final class Chown extends VoidPathOperation {
  private final boolean follow;
  private final int uid;
  private final int gid;

  /**
   * A chown; −1 leaves one as it is.
   *
   * @param follow whether a symbolic link is followed
   */
  public Chown(PathArgument path, boolean follow, int uid, int gid) {
    super(follow ? Kind.CHOWN : Kind.LCHOWN, path);
    this.follow = follow;
    this.uid = uid;
    this.gid = gid;
  }

  @Override
  public long call(Scratch scratch) {
    int flags = follow ? 0 : Linux.AT_SYMLINK_NOFOLLOW;
    return AttributeCalls.fchownat(scratch, path.dirfd(), path.bytes(), uid, gid, flags);
  }
}
