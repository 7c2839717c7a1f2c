package io.github.vertxaio.impl.op;

import io.github.vertxaio.Linux;
import io.github.vertxaio.Stat;
import io.github.vertxaio.impl.sys.AttributeCalls;
import io.github.vertxaio.impl.sys.FileTimes;
import io.github.vertxaio.impl.sys.Scratch;

/**
 * What a copy gets of its source beside the contents, as far as we are allowed to. The owner comes
 * before the permissions: the other way round, whoever owned the file until then would have them.
 */
final class CopiedAttributes {
  private CopiedAttributes() {}

  static FileTimes times(Stat source) {
    return new FileTimes(
        source.atimeSeconds(), source.atimeNanos(), source.mtimeSeconds(), source.mtimeNanos());
  }

  /**
   * Sets owner and group, or the group alone.
   *
   * @return the permissions that the copy may have: to set the ID of another owner is not one
   */
  static int own(int fd, Stat source) {
    int mode = source.permissions();
    if (AttributeCalls.fchown(fd, source.uid(), source.gid()) == 0) {
      return mode;
    }
    if (AttributeCalls.fchown(fd, -1, source.gid()) == 0) {
      return mode & ~Linux.S_ISUID;
    }
    return mode & ~(Linux.S_ISUID | Linux.S_ISGID);
  }

  static void set(Scratch scratch, int fd, Stat source) {
    AttributeCalls.futimens(scratch, fd, times(source));
    AttributeCalls.fchmod(fd, own(fd, source));
  }
}
