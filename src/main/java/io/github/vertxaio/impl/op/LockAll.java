package io.github.vertxaio.impl.op;

import io.github.vertxaio.AioException;
import io.github.vertxaio.impl.sys.MemoryCalls;
import io.github.vertxaio.impl.sys.Scratch;

/** Keeps all memory of the process from being paged out, or lets it go again. */
public final class LockAll extends Operation<Void> {
  private final int flags;

  private LockAll(Kind kind, int flags) {
    super(kind);
    this.flags = flags;
  }

  /** An mlockall. */
  public static LockAll lock(int flags) {
    return new LockAll(Kind.MLOCKALL, flags);
  }

  /** A munlockall. */
  public static LockAll unlock() {
    return new LockAll(Kind.MUNLOCKALL, 0);
  }

  @Override
  public long call(Scratch scratch) {
    return kind() == Kind.MLOCKALL ? MemoryCalls.mlockall(flags) : MemoryCalls.munlockall();
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
