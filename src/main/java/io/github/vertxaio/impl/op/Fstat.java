package io.github.vertxaio.impl.op;

import io.github.vertxaio.Stat;
import io.github.vertxaio.impl.sys.FileCalls;
import io.github.vertxaio.impl.sys.Scratch;
import io.github.vertxaio.impl.sys.Sqe;
import io.github.vertxaio.impl.sys.StatReader;

/** Reads the attributes of an open file. */
public final class Fstat extends FileOperation<Stat> {
  private final LocalDevices locals;

  /** An fstat. */
  public Fstat(OpenFile file, LocalDevices locals) {
    super(Kind.FSTAT, file);
    this.locals = locals;
  }

  @Override
  public long call(Scratch scratch) {
    return FileCalls.fstat(scratch, fd());
  }

  @Override
  public long callNow(Scratch scratch) {
    return CachedInode.isLocal(scratch, fd(), locals) ? 0 : AGAIN;
  }

  @Override
  public void prepare(Sqe sqe, Scratch scratch) {
    sqe.fstat(scratch, fd());
  }

  @Override
  public Stat result(long value, Scratch scratch) {
    return StatReader.read(scratch);
  }
}
