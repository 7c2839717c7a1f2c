package io.github.vertxaio.impl.op;

import io.github.vertxaio.impl.sys.PathCalls;
import io.github.vertxaio.impl.sys.Scratch;
import io.github.vertxaio.impl.sys.Sqe;

/** Gives a file another name. */
public final class Rename extends TwoPathOperation {
  private final int flags;

  /**
   * A rename. The kernel refuses "." as a source, so a working directory goes by its path.
   *
   * @param flags RENAME_NOREPLACE, RENAME_EXCHANGE, RENAME_WHITEOUT or 0
   */
  public Rename(PathArgument source, PathArgument target, int flags) {
    super(Kind.RENAME, source.isBaseItself() ? source.byPathOfBase(Kind.RENAME) : source, target);
    this.flags = flags;
  }

  @Override
  public long call(Scratch scratch) {
    return PathCalls.renameat2(
        scratch, path.dirfd(), path.bytes(), target.dirfd(), target.bytes(), flags);
  }

  @Override
  public void prepare(Sqe sqe, Scratch scratch) {
    sqe.renameat(scratch, path.dirfd(), path.bytes(), target.dirfd(), target.bytes(), flags);
  }
}
