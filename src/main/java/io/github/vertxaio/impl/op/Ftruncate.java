package io.github.vertxaio.impl.op;

import io.github.vertxaio.impl.sys.Scratch;
import io.github.vertxaio.impl.sys.SpaceCalls;

/** Sets the size of an open file. */
public final class Ftruncate extends VoidFileOperation {
  private final long size;

  /** An ftruncate. */
  public Ftruncate(OpenFile file, long size) {
    super(Kind.FTRUNCATE, file);
    this.size = size;
  }

  @Override
  public long call(Scratch scratch) {
    return SpaceCalls.ftruncate(fd(), size);
  }
}
