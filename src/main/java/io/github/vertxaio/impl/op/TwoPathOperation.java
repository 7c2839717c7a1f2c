package io.github.vertxaio.impl.op;

import io.github.vertxaio.AioException;

/** An operation on two paths that has no result but its success. */
abstract class TwoPathOperation extends VoidPathOperation {
  /** The second path and where it starts. */
  final PathArgument target;

  TwoPathOperation(Kind kind, PathArgument source, PathArgument target) {
    super(kind, source);
    this.target = target;
  }

  @Override
  public final AioException acquire() {
    AioException refusal = path.acquire(kind());
    if (refusal != null) {
      return refusal;
    }
    refusal = target.acquire(kind());
    if (refusal != null) {
      path.release();
    }
    return refusal;
  }

  @Override
  public final void release() {
    path.release();
    target.release();
  }

  @Override
  public final AioException failure(int errno) {
    return new AioException(name(), errno, path.text(), target.text());
  }
}
