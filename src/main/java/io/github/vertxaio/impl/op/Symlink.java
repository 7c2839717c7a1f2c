package io.github.vertxaio.impl.op;

import io.github.vertxaio.impl.sys.LinkCalls;
import io.github.vertxaio.impl.sys.Scratch;
import io.github.vertxaio.impl.sys.Sqe;

/** Makes a symbolic link. */
public final class Symlink extends TwoPathOperation {
  /**
   * A symlink.
   *
   * @param text what the link contains: nothing looks it up now, so it starts nowhere
   */
  public Symlink(String text, PathArgument link) {
    super(Kind.SYMLINK, PathArgument.of(Kind.SYMLINK, text, PathArgument.Base.CWD), link);
  }

  @Override
  public long call(Scratch scratch) {
    return LinkCalls.symlinkat(scratch, path.bytes(), target.dirfd(), target.bytes());
  }

  @Override
  public void prepare(Sqe sqe, Scratch scratch) {
    sqe.symlinkat(scratch, path.bytes(), target.dirfd(), target.bytes());
  }
}
