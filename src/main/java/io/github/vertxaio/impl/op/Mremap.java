package io.github.vertxaio.impl.op;

import io.github.vertxaio.AioException;
import io.github.vertxaio.impl.sys.Mapping;
import io.github.vertxaio.impl.sys.Scratch;

/** Makes a mapping longer or shorter, and moves it where it does not fit any more. */
public final class Mremap extends Operation<Boolean> {
  private final Mapping mapping;
  private final long length;
  private final int flags;

  /** An mremap. */
  public Mremap(Mapping mapping, long length, int flags) {
    super(Kind.MREMAP);
    this.mapping = mapping;
    this.length = length;
    this.flags = flags;
  }

  @Override
  public AioException acquire() {
    return mapping.acquireExclusive() ? null : mapping.refusal(name());
  }

  @Override
  public void releaseMemory() {
    mapping.finishedExclusive();
  }

  @Override
  public void release() {
    mapping.release();
  }

  @Override
  public long call(Scratch scratch) {
    return mapping.remap(length, flags);
  }

  @Override
  public Boolean result(long moved, Scratch scratch) {
    return moved != 0;
  }

  @Override
  public AioException failure(int errno) {
    return new AioException(name(), errno, mapping.paths());
  }
}
