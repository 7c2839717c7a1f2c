package io.github.vertxaio.impl.op;

import io.github.vertxaio.StatVfs;
import io.github.vertxaio.impl.sys.Scratch;
import io.github.vertxaio.impl.sys.StatVfsCalls;

/** Asks for the file system of an open file. */
public final class Fstatvfs extends FileOperation<StatVfs> {

  /** An fstatvfs. */
  public Fstatvfs(OpenFile file) {
    super(Kind.FSTATVFS, file);
  }

  @Override
  public long call(Scratch scratch) {
    return StatVfsCalls.fstatvfs(scratch, fd());
  }

  @Override
  public StatVfs result(long value, Scratch scratch) {
    return StatVfsCalls.read(scratch);
  }
}
