package io.github.vertxaio.impl.op;

import io.github.vertxaio.impl.sys.AttributeCalls;
import io.github.vertxaio.impl.sys.Scratch;

/** Sets the permissions of a path. */
public final class Chmod extends VoidPathOperation {
  private final int mode;

  /** A chmod. */
  public Chmod(PathArgument path, int mode) {
    super(Kind.CHMOD, path);
    this.mode = mode;
  }

  @Override
  public long call(Scratch scratch) {
    return AttributeCalls.fchmodat(scratch, path.dirfd(), path.bytes(), mode);
  }
}
