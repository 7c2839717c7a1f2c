package io.github.vertxaio.impl.op;

import io.github.vertxaio.impl.sys.PathCalls;
import io.github.vertxaio.impl.sys.Scratch;
import io.github.vertxaio.impl.sys.Sqe;

/** Makes a directory. */
public final class Mkdir extends VoidPathOperation {
  private final int mode;

  /** A mkdir. */
  public Mkdir(PathArgument path, int mode) {
    super(Kind.MKDIR, path);
    this.mode = mode;
  }

  @Override
  public long call(Scratch scratch) {
    return PathCalls.mkdirat(scratch, path.dirfd(), path.bytes(), mode);
  }

  @Override
  public void prepare(Sqe sqe, Scratch scratch) {
    sqe.mkdirat(scratch, path.dirfd(), path.bytes(), mode);
  }
}
