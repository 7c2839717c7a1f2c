package io.github.vertxaio.impl.op;

import io.github.vertxaio.Errno;
import io.github.vertxaio.Linux;
import io.github.vertxaio.Stat;
import io.github.vertxaio.impl.sys.FileCalls;
import io.github.vertxaio.impl.sys.PathCalls;
import io.github.vertxaio.impl.sys.Scratch;
import io.github.vertxaio.impl.sys.SpaceCalls;
import io.github.vertxaio.impl.sys.StatReader;

/** Copies a file: contents, times, owner, permissions. */
public final class CopyFile extends TwoPathWork {
  /** What a target may be used for before it is whole: its owner may write it, nobody read it. */
  static final int UNFINISHED = Linux.S_IWUSR;

  private static final int WRITE = Linux.O_WRONLY | Linux.O_NOCTTY;
  private static final int CREATE = WRITE | Linux.O_CREAT | Linux.O_EXCL;

  private int in = -1;
  private int out = -1;
  private Stat source;
  private Stat made;
  private boolean ours;
  private ContentsCopy contents;

  /** A copy. */
  public CopyFile(PathArgument path, PathArgument target) {
    super(Kind.COPY, path, target);
  }

  @Override
  long step(Scratch scratch) {
    if (contents == null) {
      long result = open(scratch);
      return result < 0 ? result : MORE;
    }
    long result = contents.step(scratch);
    if (result == DONE && ours) {
      CopiedAttributes.set(scratch, out, source);
    }
    return result;
  }

  private long open(Scratch scratch) {
    long fd = PathCalls.openat(scratch, path.dirfd(), path.bytes(), Linux.O_RDONLY, 0);
    if (fd < 0) {
      return fd;
    }
    in = (int) fd;
    long result = FileCalls.fstat(scratch, in);
    if (result < 0) {
      return result;
    }
    source = StatReader.read(scratch);
    if (source.isDirectory()) {
      return -Errno.EISDIR;
    }
    result = openTarget(scratch);
    if (result == 0) {
      contents = new ContentsCopy(in, source, out, made.isRegularFile());
    }
    return result;
  }

  /** An existing target is emptied only after it has turned out not to be the source. */
  private long openTarget(Scratch scratch) {
    long fd = PathCalls.openat(scratch, target.dirfd(), target.bytes(), CREATE, UNFINISHED);
    boolean created = fd >= 0;
    if (fd == -Errno.EEXIST) {
      fd = PathCalls.openat(scratch, target.dirfd(), target.bytes(), WRITE, 0);
    }
    if (fd < 0) {
      return fd;
    }
    out = (int) fd;
    long result = FileCalls.fstat(scratch, out);
    if (result < 0) {
      return result;
    }
    made = StatReader.read(scratch);
    if (isSame(made, source)) {
      refusal = "source and target are the same file";
      return -Errno.EINVAL;
    }
    result = created || !made.isRegularFile() ? 0 : SpaceCalls.ftruncate(out, 0);
    ours = result == 0 && made.isRegularFile();
    return result;
  }

  /** Whether both are of the same file. */
  static boolean isSame(Stat one, Stat other) {
    return one.dev() == other.dev() && one.ino() == other.ino();
  }

  @Override
  long end(Scratch scratch, boolean whole) {
    if (in >= 0) {
      FileCalls.close(in);
    }
    if (out < 0) {
      return 0;
    }
    if (!whole && ours) {
      // What was there has other names, perhaps, and those are not to have half a copy either.
      SpaceCalls.ftruncate(out, 0);
    }
    long closed = FileCalls.close(out);
    if ((!whole || closed < 0) && ours) {
      removeTarget(scratch);
    }
    return closed;
  }

  /** The name may be a link to what we have written, or that of something else by now. */
  private void removeTarget(Scratch scratch) {
    int flags = Linux.AT_SYMLINK_NOFOLLOW;
    if (PathCalls.statx(scratch, target.dirfd(), target.bytes(), flags) == 0
        && isSame(StatReader.read(scratch), made)) {
      PathCalls.unlinkat(scratch, target.dirfd(), target.bytes(), 0);
    }
  }
}
