package io.github.vertxaio.impl.op;

import io.github.vertxaio.AioFile;
import io.github.vertxaio.Linux;
import io.github.vertxaio.impl.sys.FileCalls;
import io.github.vertxaio.impl.sys.PathCalls;
import io.github.vertxaio.impl.sys.Scratch;
import io.github.vertxaio.impl.sys.Sqe;
import java.util.function.Function;

/** Opens a file. */
public final class Open extends PathOperation<AioFile> {
  /** What changes a file or opens something else. Of O_TMPFILE its own bit. */
  private static final int NOT_INLINE =
      Linux.O_CREAT | Linux.O_TMPFILE & ~Linux.O_DIRECTORY | Linux.O_PATH | Linux.O_DIRECTORY;

  private final int flags;
  private final int mode;
  private final LocalDevices locals;
  private final Function<OpenFile, AioFile> view;

  /**
   * An open.
   *
   * @param view makes what the user gets of the open file
   */
  public Open(
      PathArgument path,
      int flags,
      int mode,
      LocalDevices locals,
      Function<OpenFile, AioFile> view) {
    super(Kind.OPEN, path);
    this.flags = flags;
    this.mode = mode;
    this.locals = locals;
    this.view = view;
  }

  @Override
  public long call(Scratch scratch) {
    return PathCalls.openat(scratch, path.dirfd(), path.bytes(), flags, mode);
  }

  @Override
  public boolean hasInlineForm() {
    return isReadOnly() && (flags & NOT_INLINE) == 0;
  }

  /**
   * A regular file whose path is in the directory cache is opened for reading. To open by the path
   * at once would be a call less, but what a pipe or a device does then cannot be undone.
   */
  @Override
  public long callNow(Scratch scratch) {
    long place = CachedInode.find(scratch, path, flags & Linux.O_NOFOLLOW, locals);
    if (place < 0) {
      return AGAIN;
    }
    long fd = CachedInode.isPlainFile(scratch) ? reopen(scratch, (int) place) : AGAIN;
    FileCalls.close((int) place);
    // Whatever the reason, the full call finds it out.
    return fd < 0 ? AGAIN : fd;
  }

  private long reopen(Scratch scratch, int place) {
    return PathCalls.reopen(scratch, place, flags & ~Linux.O_NOFOLLOW);
  }

  @Override
  public boolean prefersInline() {
    return false;
  }

  @Override
  public void prepare(Sqe sqe, Scratch scratch) {
    sqe.openat(scratch, path.dirfd(), path.bytes(), flags, mode);
    // On the event loop the kernel would open a pipe without waiting for its other end.
    sqe.async();
  }

  @Override
  public AioFile result(long fd, Scratch scratch) {
    OpenFile file = new OpenFile((int) fd, path.text(), isReadOnly());
    file.flagsChange(flags);
    return view.apply(file);
  }

  private boolean isReadOnly() {
    return (flags & (Linux.O_ACCMODE | Linux.O_TRUNC)) == Linux.O_RDONLY;
  }

  @Override
  public void discard(AioFile file) {
    file.close();
  }
}
