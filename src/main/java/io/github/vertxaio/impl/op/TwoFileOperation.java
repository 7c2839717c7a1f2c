package io.github.vertxaio.impl.op;

import io.github.vertxaio.AioException;

/**
 * An operation on an open file that names a second one.
 *
 * @param <T> the type of the result
 */
abstract class TwoFileOperation<T> extends FileOperation<T> {
  private final OpenFile other;

  TwoFileOperation(Kind kind, OpenFile file, OpenFile other) {
    super(kind, file);
    this.other = other;
  }

  final int otherFd() {
    return other.descriptor().fd();
  }

  @Override
  public final AioException acquire() {
    AioException refusal = super.acquire();
    if (refusal == null && !other.acquire()) {
      super.release();
      refusal = OpenFile.closed(name(), paths());
    }
    return refusal;
  }

  @Override
  public final void release() {
    super.release();
    other.release();
  }

  private String[] paths() {
    return new String[] {file.path(), other.path()};
  }

  @Override
  public final AioException failure(int errno) {
    return new AioException(name(), errno, paths());
  }
}
