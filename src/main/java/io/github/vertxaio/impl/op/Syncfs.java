package io.github.vertxaio.impl.op;

import io.github.vertxaio.impl.sys.CacheCalls;
import io.github.vertxaio.impl.sys.Scratch;

/** Writes the file system of an open file back to its device. */
public final class Syncfs extends VoidFileOperation {
  /** A syncfs. */
  public Syncfs(OpenFile file) {
    super(Kind.SYNCFS, file);
  }

  @Override
  public long call(Scratch scratch) {
    return CacheCalls.syncfs(fd());
  }
}
