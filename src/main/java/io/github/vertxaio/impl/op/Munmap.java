package io.github.vertxaio.impl.op;

import io.github.vertxaio.AioException;
import io.github.vertxaio.impl.sys.Mapping;
import io.github.vertxaio.impl.sys.Scratch;

/** Unmaps a mapping that was retired: no request uses it any more. */
public final class Munmap extends Operation<Void> {
  private final Mapping mapping;

  /** A munmap. */
  public Munmap(Mapping mapping) {
    super(Kind.MUNMAP);
    this.mapping = mapping;
  }

  @Override
  public long call(Scratch scratch) {
    return mapping.unmap();
  }

  @Override
  public Void result(long value, Scratch scratch) {
    return null;
  }

  @Override
  public AioException failure(int errno) {
    return new AioException(name(), errno, mapping.paths());
  }
}
