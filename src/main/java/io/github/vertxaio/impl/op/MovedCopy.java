package io.github.vertxaio.impl.op;

import io.github.vertxaio.Errno;
import io.github.vertxaio.Linux;
import io.github.vertxaio.Stat;
import io.github.vertxaio.impl.sys.AttributeCalls;
import io.github.vertxaio.impl.sys.FileCalls;
import io.github.vertxaio.impl.sys.FileTimes;
import io.github.vertxaio.impl.sys.LinkCalls;
import io.github.vertxaio.impl.sys.PathCalls;
import io.github.vertxaio.impl.sys.Scratch;
import io.github.vertxaio.impl.sys.StatReader;
import io.github.vertxaio.impl.sys.XattrCalls;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A copy of a file or symbolic link that is made under a name of its own in the directory of the
 * target, brought to the device, and only then takes the target's place: until then the target is
 * what it was, and afterwards it is whole, whatever happens.
 */
final class MovedCopy {
  private static final int CREATE =
      Linux.O_WRONLY | Linux.O_CREAT | Linux.O_EXCL | Linux.O_NOFOLLOW;
  private static final int NOFOLLOW = Linux.AT_SYMLINK_NOFOLLOW;

  private final PathArgument target;
  private final byte[] name;
  private final byte[] parent;
  private final byte[] temporary =
      String.format(".vertx-aio-%016x", ThreadLocalRandom.current().nextLong())
          .getBytes(StandardCharsets.US_ASCII);
  private int directory = -1;
  private int in;
  private int out = -1;
  private boolean made;
  private Stat source;
  private ContentsCopy contents;
  private String refusal;

  MovedCopy(PathArgument target) {
    this.target = target;
    ParentAndName split = ParentAndName.of(target.bytes());
    this.name = split.name();
    this.parent = split.parent();
  }

  /** More about why {@link #begin} failed, or {@code null}. */
  String refusal() {
    return refusal;
  }

  /**
   * Makes the copy, without its contents.
   *
   * @param in the open source, if it is a file
   */
  long begin(Scratch scratch, PathArgument path, Stat newSource, int newIn) {
    source = newSource;
    in = newIn;
    int open = Linux.O_RDONLY | Linux.O_DIRECTORY;
    long fd = PathCalls.openat(scratch, target.dirfd(), parent, open, 0);
    if (fd < 0) {
      return fd;
    }
    directory = (int) fd;
    long result = examineTarget(scratch);
    if (result < 0) {
      return result;
    }
    return source.isSymbolicLink() ? link(scratch, path) : file(scratch);
  }

  /** What rename says of a target, it says before anything is copied. */
  private long examineTarget(Scratch scratch) {
    if (target.bytes()[target.bytes().length - 1] == '/') {
      return -Errno.ENOTDIR;
    }
    long result = PathCalls.statx(scratch, directory, name, NOFOLLOW);
    if (result < 0) {
      return result == -Errno.ENOENT ? 0 : result;
    }
    Stat present = StatReader.read(scratch);
    if (CopyFile.isSame(present, source)) {
      // Two mounts of one file system. Perhaps it is one name, too, and then nothing would be left.
      refusal = "source and target are the same file";
      return -Errno.EINVAL;
    }
    return present.isDirectory() ? -Errno.EISDIR : 0;
  }

  private long link(Scratch scratch, PathArgument path) {
    long length = LinkCalls.readlinkat(scratch, path.dirfd(), path.bytes());
    if (length < 0) {
      return length;
    }
    byte[] text = LinkCalls.target(scratch, length);
    long result = LinkCalls.symlinkat(scratch, text, directory, temporary);
    made = result == 0;
    if (made) {
      FileTimes times = CopiedAttributes.times(source);
      AttributeCalls.fchownat(scratch, directory, temporary, source.uid(), source.gid(), NOFOLLOW);
      AttributeCalls.utimensat(scratch, directory, temporary, times, NOFOLLOW);
    }
    return result;
  }

  private long file(Scratch scratch) {
    long fd = PathCalls.openat(scratch, directory, temporary, CREATE, CopyFile.UNFINISHED);
    if (fd < 0) {
      return fd;
    }
    made = true;
    out = (int) fd;
    contents = new ContentsCopy(in, source, out, true);
    return 0;
  }

  /** As {@link SequentialWork#step}. */
  long step(Scratch scratch) {
    if (contents != null) {
      long result = contents.step(scratch);
      if (result != SequentialWork.DONE) {
        return result;
      }
      contents = null;
      result = finish(scratch);
      return result < 0 ? result : SequentialWork.MORE;
    }
    long result = FileCalls.fsync(directory);
    if (result == 0) {
      result = PathCalls.renameat2(scratch, directory, temporary, directory, name, 0);
    }
    if (result < 0) {
      return result;
    }
    made = false;
    return FileCalls.fsync(directory);
  }

  /**
   * Owner, extended attributes, permissions: each of them may take something off the ones before.
   */
  private long finish(Scratch scratch) {
    int mode = CopiedAttributes.own(out, source);
    long result = XattrCalls.copyAll(scratch, in, out);
    if (result < 0) {
      return result;
    }
    AttributeCalls.fchmod(out, mode);
    AttributeCalls.futimens(scratch, out, CopiedAttributes.times(source));
    result = FileCalls.fsync(out);
    long closed = FileCalls.close(out);
    out = -1;
    return result < 0 ? result : closed;
  }

  /** Removes the copy if it has not taken the target's place. */
  void end(Scratch scratch) {
    if (out >= 0) {
      FileCalls.close(out);
    }
    if (made) {
      PathCalls.unlinkat(scratch, directory, temporary, 0);
    }
    if (directory >= 0) {
      FileCalls.close(directory);
    }
  }
}
