package io.github.vertxaio.impl.op;

import io.github.vertxaio.AioException;

/** Work on two paths that has no result but that it is done. */
abstract class TwoPathWork extends SequentialWork<Void> {
  final PathArgument path;
  final PathArgument target;

  /** More about why it failed than the errno, or {@code null}. */
  String refusal;

  TwoPathWork(Kind kind, PathArgument path, PathArgument target) {
    super(kind);
    this.path = path;
    this.target = target;
  }

  @Override
  public final AioException acquire() {
    return TwoPathOperation.acquire(kind(), path, target);
  }

  @Override
  public final void release() {
    path.release();
    target.release();
  }

  @Override
  final AioException failure(int errno) {
    return TwoPathOperation.failure(kind(), errno, refusal, path, target);
  }

  @Override
  public final Void result() {
    return null;
  }
}
