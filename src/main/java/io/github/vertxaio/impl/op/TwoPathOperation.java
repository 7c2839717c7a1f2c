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
    return acquire(kind(), path, target);
  }

  /** Takes hold of the directories of both paths, or of none. */
  static AioException acquire(Kind kind, PathArgument path, PathArgument target) {
    AioException refusal = path.acquire(kind);
    if (refusal != null) {
      return refusal;
    }
    refusal = target.acquire(kind);
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
    return failure(kind(), errno, null, path, target);
  }

  /** The failure of a call on two paths; with a detail if there is more to say than its errno. */
  static AioException failure(
      Kind kind, int errno, String detail, PathArgument path, PathArgument target) {
    return detail == null
        ? new AioException(kind.call(), errno, path.text(), target.text())
        : AioException.refused(kind.call(), errno, detail, path.text(), target.text());
  }
}
