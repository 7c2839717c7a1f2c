package io.github.vertxaio.impl.op;

import io.github.vertxaio.AioException;
import io.github.vertxaio.impl.sys.Scratch;
import java.util.concurrent.locks.LockSupport;

/** Keeps a worker asleep. */
public final class Busy extends Operation<Void> {
  private final long nanos;

  /** A sleep of this many nanoseconds. */
  public Busy(long nanos) {
    super(Kind.BUSY);
    this.nanos = nanos;
  }

  @Override
  public long call(Scratch scratch) {
    long end = System.nanoTime() + nanos;
    for (long rest = nanos; rest > 0; rest = end - System.nanoTime()) {
      LockSupport.parkNanos(this, rest);
    }
    return 0;
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
