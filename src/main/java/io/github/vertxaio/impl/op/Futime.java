package io.github.vertxaio.impl.op;

import io.github.vertxaio.impl.sys.AttributeCalls;
import io.github.vertxaio.impl.sys.FileTimes;
import io.github.vertxaio.impl.sys.Scratch;

/** Sets the times of an open file. */
public final class Futime extends VoidFileOperation {
  private final FileTimes times;

  /** A futimens. */
  public Futime(OpenFile file, FileTimes times) {
    super(Kind.FUTIMENS, file);
    this.times = times;
  }

  @Override
  public long call(Scratch scratch) {
    return AttributeCalls.futimens(scratch, fd(), times);
  }
}
