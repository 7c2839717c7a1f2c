package io.github.vertxaio.impl.op;

import io.github.vertxaio.impl.sys.AttributeCalls;
import io.github.vertxaio.impl.sys.Scratch;

/** Sets owner and group of an open file. */
public final class Fchown extends VoidFileOperation {
  private final int uid;
  private final int gid;

  /** An fchown; −1 leaves one as it is. */
  public Fchown(OpenFile file, int uid, int gid) {
    super(Kind.FCHOWN, file);
    this.uid = uid;
    this.gid = gid;
  }

  @Override
  public long call(Scratch scratch) {
    return AttributeCalls.fchown(fd(), uid, gid);
  }
}
