package io.github.vertxaio.impl.op;

import io.github.vertxaio.StatVfs;
import io.github.vertxaio.impl.sys.Scratch;
import io.github.vertxaio.impl.sys.StatVfsCalls;

/** Asks for the file system of a path. */
public final class Statvfs extends PathOperation<StatVfs> {

  /** A statvfs. */
  public Statvfs(PathArgument path) {
    super(Kind.STATVFS, path);
  }

  @Override
  public long call(Scratch scratch) {
    return StatVfsCalls.statvfs(scratch, path.dirfd(), path.bytes());
  }

  @Override
  public StatVfs result(long value, Scratch scratch) {
    return StatVfsCalls.read(scratch);
  }
}
