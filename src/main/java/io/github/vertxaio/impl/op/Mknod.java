package io.github.vertxaio.impl.op;

import io.github.vertxaio.impl.sys.LinkCalls;
import io.github.vertxaio.impl.sys.Scratch;

/** Makes a special file. */
public final class Mknod extends VoidPathOperation {
  private final int mode;
  private final long dev;

  /** A mknod. */
  public Mknod(PathArgument path, int mode, long dev) {
    super(Kind.MKNOD, path);
    this.mode = mode;
    this.dev = dev;
  }

  @Override
  public long call(Scratch scratch) {
    return LinkCalls.mknodat(scratch, path.dirfd(), path.bytes(), mode, dev);
  }
}
