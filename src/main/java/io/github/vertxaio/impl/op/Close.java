package io.github.vertxaio.impl.op;

import io.github.vertxaio.AioException;
import io.github.vertxaio.impl.sys.FileCalls;
import io.github.vertxaio.impl.sys.Scratch;
import io.github.vertxaio.impl.sys.Sqe;

/** Closes a descriptor that was retired: nothing else uses its number any more. */
public final class Close extends Operation<Void> {
  private final int fd;
  private final String path;

  /** A close of a descriptor that was opened with this path. */
  public Close(int fd, String path) {
    super(Kind.CLOSE);
    this.fd = fd;
    this.path = path;
  }

  @Override
  public long call(Scratch scratch) {
    return FileCalls.close(fd);
  }

  @Override
  public void prepare(Sqe sqe, Scratch scratch) {
    sqe.close(fd);
  }

  @Override
  public Void result(long value, Scratch scratch) {
    return null;
  }

  @Override
  public AioException failure(int errno) {
    return new AioException(name(), errno, path);
  }
}
