package io.github.vertxaio.impl.op;

import io.github.vertxaio.AioException;
import io.github.vertxaio.impl.sys.CacheCalls;
import io.github.vertxaio.impl.sys.Scratch;

/** Writes all file systems back to their devices. */
public final class SyncAll extends Operation<Void> {
  /** It has no arguments, so one is enough. */
  public static final SyncAll SYNC = new SyncAll();

  private SyncAll() {
    super(Kind.SYNC);
  }

  @Override
  public long call(Scratch scratch) {
    return CacheCalls.sync();
  }

  @Override
  public Void result(long value, Scratch scratch) {
    return null;
  }

  @Override
  public AioException failure(int errno) {
    return new AioException(name(), errno);
  }
}
