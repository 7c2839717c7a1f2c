package io.github.vertxaio.impl.op;

import io.github.vertxaio.impl.sys.Scratch;
import io.github.vertxaio.impl.sys.SpaceCalls;

/** Sets the size of a path. */
public final class Truncate extends VoidPathOperation {
  private final long size;

  /** A truncate. */
  public Truncate(PathArgument path, long size) {
    super(Kind.TRUNCATE, path);
    this.size = size;
  }

  @Override
  public long call(Scratch scratch) {
    return SpaceCalls.truncate(scratch, path.dirfd(), path.bytes(), size);
  }
}
