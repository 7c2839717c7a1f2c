package io.github.vertxaio.impl.op;

import io.github.vertxaio.impl.sys.LinkCalls;
import io.github.vertxaio.impl.sys.Scratch;
import io.github.vertxaio.impl.sys.Sqe;

/** Gives a file a second name. */
public final class Link extends TwoPathOperation {
  /** A link. */
  public Link(PathArgument source, PathArgument target) {
    super(Kind.LINK, source, target);
  }

  @Override
  public long call(Scratch scratch) {
    return LinkCalls.linkat(scratch, path.dirfd(), path.bytes(), target.dirfd(), target.bytes());
  }

  @Override
  public void prepare(Sqe sqe, Scratch scratch) {
    sqe.linkat(scratch, path.dirfd(), path.bytes(), target.dirfd(), target.bytes());
  }
}
