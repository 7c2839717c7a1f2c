package io.github.vertxaio.impl.op;

import io.github.vertxaio.impl.sys.CacheCalls;
import io.github.vertxaio.impl.sys.Scratch;

/** Reads a range into the page cache. */
public final class Readahead extends VoidFileOperation {
  private final long offset;
  private final long length;

  /** A readahead. */
  public Readahead(OpenFile file, long offset, long length) {
    super(Kind.READAHEAD, file);
    this.offset = offset;
    this.length = length;
  }

  @Override
  public long call(Scratch scratch) {
    return CacheCalls.readahead(fd(), offset, length);
  }
}
