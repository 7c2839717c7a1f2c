package io.github.vertxaio.impl.op;

import io.github.vertxaio.AioException;

/**
 * An operation on one path.
 *
 * @param <T> the type of the result
 */
abstract class PathOperation<T> extends Operation<T> {
  /** The path and where it starts. */
  final PathArgument path;

  PathOperation(Kind kind, PathArgument path) {
    super(kind);
    this.path = path;
  }

  @Override
  public AioException acquire() {
    return path.acquire(kind());
  }

  @Override
  public void release() {
    path.release();
  }

  @Override
  public AioException failure(int errno) {
    return new AioException(name(), errno, path.text());
  }
}
