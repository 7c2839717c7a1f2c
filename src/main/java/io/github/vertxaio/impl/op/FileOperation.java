package io.github.vertxaio.impl.op;

import io.github.vertxaio.AioException;
import io.github.vertxaio.Errno;

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
    return file.descriptor().acquire()
        ? null
        : AioException.refused(name(), Errno.EBADF, "closed file", file.path());
  }

  @Override
  public void release() {
    file.descriptor().release();
  }

  @Override
  public AioException failure(int errno) {
    return new AioException(name(), errno, file.path());
  }
}
