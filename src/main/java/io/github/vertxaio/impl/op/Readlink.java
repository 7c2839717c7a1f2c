package io.github.vertxaio.impl.op;

import io.github.vertxaio.PathBytes;
import io.github.vertxaio.impl.sys.LinkCalls;
import io.github.vertxaio.impl.sys.Scratch;

/** Reads a symbolic link. */
public final class Readlink extends PathOperation<String> {
  /** A readlink. */
  public Readlink(PathArgument path) {
    super(Kind.READLINK, path);
  }

  @Override
  public long call(Scratch scratch) {
    return LinkCalls.readlinkat(scratch, path.dirfd(), path.bytes());
  }

  @Override
  public String result(long length, Scratch scratch) {
    return PathBytes.decode(LinkCalls.target(scratch, length));
  }
}
