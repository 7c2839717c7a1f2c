package io.github.vertxaio.impl.op;

import io.github.vertxaio.impl.sys.FileCalls;
import io.github.vertxaio.impl.sys.Scratch;

/** Moves the position of a file. */
public final class Seek extends FileOperation<Long> {
  private final long offset;
  private final int whence;

  /** A seek. */
  public Seek(OpenFile file, long offset, int whence) {
    super(Kind.SEEK, file);
    this.offset = offset;
    this.whence = whence;
  }

  @Override
  public long call(Scratch scratch) {
    return FileCalls.lseek(fd(), offset, whence);
  }

  @Override
  public Long result(long position, Scratch scratch) {
    return position;
  }
}
