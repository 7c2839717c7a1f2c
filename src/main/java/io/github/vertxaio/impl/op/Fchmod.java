package io.github.vertxaio.impl.op;

import io.github.vertxaio.impl.sys.AttributeCalls;
import io.github.vertxaio.impl.sys.Scratch;

/** Sets the permissions of an open file. */
public final class Fchmod extends VoidFileOperation {
  private final int mode;

  /** An fchmod. */
  public Fchmod(OpenFile file, int mode) {
    super(Kind.FCHMOD, file);
    this.mode = mode;
  }

  @Override
  public long call(Scratch scratch) {
    return AttributeCalls.fchmod(fd(), mode);
  }
}
