package io.github.vertxaio.impl.op;

import io.github.vertxaio.AioException;

/**
 * An operation on an open file.
 *
 * @param <T> the type of the result
 */
abstract class FileOperation<T> extends Operation<T> {
  /** The file. */
  final OpenFile file;

  FileOperation(Kind kind, OpenFile file) {
    super(kind);
    this.file = file;
  }

  final int fd() {
    return file.descriptor().fd();
  }

  @Override
  public AioException acquire() {
    return file.acquire() ? null : OpenFile.closed(name(), file.path());
  }

  @Override
  public void release() {
    file.release();
  }

  @Override
  public AioException failure(int errno) {
    return new AioException(name(), errno, file.path());
  }
}
