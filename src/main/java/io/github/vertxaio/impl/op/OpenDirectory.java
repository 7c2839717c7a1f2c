package io.github.vertxaio.impl.op;

import io.github.vertxaio.Errno;
import io.github.vertxaio.Linux;
import io.github.vertxaio.PathBytes;
import io.github.vertxaio.WorkingDirectory;
import io.github.vertxaio.impl.sys.Descriptor;
import io.github.vertxaio.impl.sys.FileCalls;
import io.github.vertxaio.impl.sys.LinkCalls;
import io.github.vertxaio.impl.sys.PathCalls;
import io.github.vertxaio.impl.sys.Scratch;
import java.util.function.Function;

/** Opens a directory to start paths from, and finds its canonical path. */
public final class OpenDirectory extends PathOperation<WorkingDirectory> {
  private static final int FLAGS = Linux.O_PATH | Linux.O_DIRECTORY;

  private final Function<PathArgument.Base, WorkingDirectory> view;
  private String canonical;

  /**
   * An open.
   *
   * @param view makes what the user gets of the directory
   */
  public OpenDirectory(PathArgument path, Function<PathArgument.Base, WorkingDirectory> view) {
    super(Kind.WD, path);
    this.view = view;
  }

  @Override
  public long call(Scratch scratch) {
    long fd = PathCalls.openat(scratch, path.dirfd(), path.bytes(), FLAGS, 0);
    if (fd < 0) {
      return fd;
    }
    long length = LinkCalls.canonicalPath(scratch, (int) fd);
    if (length >= 0) {
      canonical = PathBytes.decode(LinkCalls.target(scratch, length));
    } else if (length == -Errno.ENAMETOOLONG) {
      canonical = path.joined();
    } else {
      FileCalls.close((int) fd);
      return length;
    }
    return fd;
  }

  @Override
  public WorkingDirectory result(long fd, Scratch scratch) {
    return view.apply(new PathArgument.Base(new Descriptor((int) fd, true), canonical));
  }

  @Override
  public void discard(WorkingDirectory directory) {
    directory.close();
  }
}
