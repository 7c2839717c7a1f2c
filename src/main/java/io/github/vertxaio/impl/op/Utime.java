package io.github.vertxaio.impl.op;

import io.github.vertxaio.impl.sys.AttributeCalls;
import io.github.vertxaio.impl.sys.FileTimes;
import io.github.vertxaio.impl.sys.Scratch;

/** Sets the times of a path. */
public final class Utime extends VoidPathOperation {
  private final FileTimes times;

  /** A utimensat. */
  public Utime(PathArgument path, FileTimes times) {
    super(Kind.UTIMENSAT, path);
    this.times = times;
  }

  @Override
  public long call(Scratch scratch) {
    return AttributeCalls.utimensat(scratch, path.dirfd(), path.bytes(), times, 0);
  }
}
