package io.github.vertxaio.impl.op;

import io.github.vertxaio.Errno;
import io.github.vertxaio.Linux;
import io.github.vertxaio.Stat;
import io.github.vertxaio.impl.sys.FileCalls;
import io.github.vertxaio.impl.sys.PathCalls;
import io.github.vertxaio.impl.sys.Scratch;
import io.github.vertxaio.impl.sys.StatReader;

/**
 * Moves a file: by rename, or to another file system by a {@link MovedCopy} beside the target that
 * takes its place when it is safe. Only then the source is removed.
 */
public final class MoveFile extends TwoPathWork {
  private static final int OPEN = Linux.O_RDONLY | Linux.O_NOFOLLOW | Linux.O_NONBLOCK;

  private boolean tried;
  private Stat source;
  private int in = -1;
  private MovedCopy copy;

  /** A move. The kernel refuses "." as a source, so a working directory goes by its path. */
  public MoveFile(PathArgument path, PathArgument target) {
    super(Kind.MOVE, path.isBaseItself() ? path.byPathOfBase(Kind.MOVE) : path, target);
  }

  @Override
  long step(Scratch scratch) {
    if (!tried) {
      tried = true;
      long result =
          PathCalls.renameat2(
              scratch, path.dirfd(), path.bytes(), target.dirfd(), target.bytes(), 0);
      return result == -Errno.EXDEV ? MORE : result;
    }
    if (source == null) {
      long result = examine(scratch);
      return result < 0 ? result : MORE;
    }
    if (copy == null) {
      copy = new MovedCopy(target);
      long result = copy.begin(scratch, path, source, in);
      refusal = copy.refusal();
      return result < 0 ? result : MORE;
    }
    long result = copy.step(scratch);
    return result == DONE ? removeSource(scratch) : result;
  }

  private long examine(Scratch scratch) {
    int nofollow = Linux.AT_SYMLINK_NOFOLLOW;
    long result = PathCalls.statx(scratch, path.dirfd(), path.bytes(), nofollow);
    if (result < 0) {
      return result;
    }
    Stat stat = StatReader.read(scratch);
    if (stat.isRegularFile()) {
      long fd = PathCalls.openat(scratch, path.dirfd(), path.bytes(), OPEN, 0);
      if (fd < 0) {
        return fd;
      }
      in = (int) fd;
      result = FileCalls.fstat(scratch, in);
      stat = result < 0 ? stat : StatReader.read(scratch);
    }
    if (!stat.isRegularFile() && !stat.isSymbolicLink()) {
      refusal = "only files and symbolic links are moved to another file system";
      return -Errno.EXDEV;
    }
    source = stat;
    return result;
  }

  /** Not what somebody else has put in its place meanwhile. */
  private long removeSource(Scratch scratch) {
    int nofollow = Linux.AT_SYMLINK_NOFOLLOW;
    long result = PathCalls.statx(scratch, path.dirfd(), path.bytes(), nofollow);
    if (result == 0 && !CopyFile.isSame(StatReader.read(scratch), source)) {
      refusal = "the source was replaced; the target is complete";
      return -Errno.ESTALE;
    }
    return result < 0 ? result : PathCalls.unlinkat(scratch, path.dirfd(), path.bytes(), 0);
  }

  @Override
  long end(Scratch scratch, boolean whole) {
    if (in >= 0) {
      FileCalls.close(in);
    }
    if (copy != null) {
      copy.end(scratch);
    }
    return 0;
  }
}
