package io.github.vertxaio.impl.op;

import io.github.vertxaio.Linux;
import io.github.vertxaio.impl.sys.PathCalls;
import io.github.vertxaio.impl.sys.Scratch;
import io.github.vertxaio.impl.sys.Sqe;

/** Removes a name: unlink and rmdir. */
public final class Unlink extends VoidPathOperation {
  private final boolean directory;

  private Unlink(PathArgument path, boolean directory) {
    super(directory ? Kind.RMDIR : Kind.UNLINK, path);
    this.directory = directory;
  }

  /** An unlink. */
  public static Unlink file(PathArgument path) {
    return new Unlink(path, false);
  }

  /** An rmdir. The kernel refuses "." as a name, so a working directory goes by its path. */
  public static Unlink directory(PathArgument path) {
    return new Unlink(path.isBaseItself() ? path.byPathOfBase(Kind.RMDIR) : path, true);
  }

  private int flags() {
    return directory ? Linux.AT_REMOVEDIR : 0;
  }

  @Override
  public long call(Scratch scratch) {
    return PathCalls.unlinkat(scratch, path.dirfd(), path.bytes(), flags());
  }

  @Override
  public void prepare(Sqe sqe, Scratch scratch) {
    sqe.unlinkat(scratch, path.dirfd(), path.bytes(), flags());
  }
}
