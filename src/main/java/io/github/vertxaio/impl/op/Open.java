package io.github.vertxaio.impl.op;

import io.github.vertxaio.AioFile;
import io.github.vertxaio.Linux;
import io.github.vertxaio.impl.sys.PathCalls;
import io.github.vertxaio.impl.sys.Scratch;
import io.github.vertxaio.impl.sys.Sqe;
import java.util.function.Function;

/** Opens a file. */
public final class Open extends PathOperation<AioFile> {
  private final int flags;
  private final int mode;
  private final Function<OpenFile, AioFile> view;

  /**
   * An open.
   *
   * @param view makes what the user gets of the open file
   */
  public Open(PathArgument path, int flags, int mode, Function<OpenFile, AioFile> view) {
    super(Kind.OPEN, path);
    this.flags = flags;
    this.mode = mode;
    this.view = view;
  }

  @Override
  public long call(Scratch scratch) {
    return PathCalls.openat(scratch, path.dirfd(), path.bytes(), flags, mode);
  }

  @Override
  public boolean prefersRing() {
    // What creates or truncates goes to a kernel thread anyway.
    return super.prefersRing()
        && (flags & (Linux.O_CREAT | Linux.O_TRUNC | Linux.O_TMPFILE & ~Linux.O_DIRECTORY)) == 0;
  }

  @Override
  public void prepare(Sqe sqe, Scratch scratch) {
    sqe.openat(scratch, path.dirfd(), path.bytes(), flags, mode);
  }

  @Override
  public AioFile result(long fd, Scratch scratch) {
    return view.apply(new OpenFile((int) fd, path.text()));
  }

  @Override
  public void discard(AioFile file) {
    file.close();
  }
}
