package io.github.vertxaio.differential;

import io.github.vertxaio.AioException;
import io.github.vertxaio.Errno;
import io.github.vertxaio.Linux;
import io.github.vertxaio.PathRequests;
import io.github.vertxaio.Stat;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Future;
import java.util.function.Supplier;

/**
 * Where both are meant to differ. A request that would come to this is not made; each driver finds
 * that out by itself in its own tree and answers with the name, so that it is compared too. The
 * decisions are in {@code docs/adr/0006-differences-from-io-aio.md}.
 *
 * <p>What the sequences do not contain at all, for the same reason: utime with one undefined time;
 * files of {@code /proc}; copies whose nanoseconds are looked at (IO::AIO copies whole seconds);
 * rmtree of a path that ends in a slash, {@code .} or {@code ..}; negative sizes, which are refused
 * when the call is made; a second close; copy and move between file systems.
 */
enum Avoided {
  /** Whole-file requests wait for the other end of a pipe, in both. */
  PIPE,
  /** ENOMEM there, nothing to read here. */
  SLURP_BEYOND_END,
  /** ENOMEM there, depending on the file system; EISDIR here, as of read. */
  SLURP_OF_DIRECTORY,
  /**
   * truncate and statvfs of a pipe or socket: it is opened there, which fails with ENXIO; here it
   * is EINVAL and the file system, as of the calls.
   */
  OPENED_SPECIAL,
  /**
   * realpath and scandir of a path with a slash or {@code ..} behind what is no directory: it is
   * shortened as a string there; ENOTDIR here, as of stat.
   */
  CANONICAL_THROUGH_FILE,
  /** The file that the link should lead to is made there; ENOENT here. */
  COPY_TO_DANGLING_LINK,
  /** The target is lost there; EISDIR here, with the target as it was. */
  COPY_OF_DIRECTORY,
  /** The set-ID bits are set and then taken off by chown there; they are kept here. */
  COPY_OF_SET_ID,
  /** The file is emptied there; EINVAL here. */
  COPY_ONTO_ITSELF,
  /** What is behind the link is removed there; ENOTDIR here. */
  RMTREE_OF_LINK;

  static Avoided read(Setup setup, PathRequests aio, String path) {
    return isPipe(stat(setup, () -> aio.stat(path))) ? PIPE : null;
  }

  static Avoided slurp(Setup setup, PathRequests aio, String path, long offset, long length) {
    Stat file = stat(setup, () -> aio.stat(path));
    if (isPipe(file)) {
      return PIPE;
    }
    if (file != null && file.isDirectory()) {
      return SLURP_OF_DIRECTORY;
    }
    boolean regular = file != null && file.isRegularFile();
    return regular && length == 0 && offset > file.size() ? SLURP_BEYOND_END : null;
  }

  static Avoided copy(Setup setup, PathRequests aio, String source, String target) {
    Stat from = stat(setup, () -> aio.stat(source));
    Stat to = stat(setup, () -> aio.stat(target));
    if (to == null && isLink(stat(setup, () -> aio.lstat(target)))) {
      return COPY_TO_DANGLING_LINK;
    }
    if (from == null) {
      return null;
    }
    if (isPipe(from) || isPipe(to)) {
      return PIPE;
    }
    if (from.isDirectory()) {
      return COPY_OF_DIRECTORY;
    }
    if ((from.mode() & (Linux.S_ISUID | Linux.S_ISGID)) != 0) {
      return COPY_OF_SET_ID;
    }
    boolean same = to != null && from.dev() == to.dev() && from.ino() == to.ino();
    return same ? COPY_ONTO_ITSELF : null;
  }

  static Avoided rmtree(Setup setup, PathRequests aio, String path) {
    return isLink(stat(setup, () -> aio.lstat(path))) ? RMTREE_OF_LINK : null;
  }

  static Avoided special(Setup setup, PathRequests aio, String path) {
    Stat file = stat(setup, () -> aio.stat(path));
    boolean special = file != null && !file.isRegularFile() && !file.isDirectory();
    return special ? OPENED_SPECIAL : null;
  }

  static Avoided canonical(Setup setup, PathRequests aio, String path) {
    if (!path.endsWith("/") && !path.contains("/../")) {
      return null;
    }
    try {
      setup.await(() -> aio.stat(path));
    } catch (AioException e) {
      return e.errno() == Errno.ENOTDIR ? CANONICAL_THROUGH_FILE : null;
    }
    return null;
  }

  private static boolean isPipe(Stat file) {
    return file != null && file.type() == Linux.S_IFIFO;
  }

  private static boolean isLink(Stat file) {
    return file != null && file.isSymbolicLink();
  }

  private static Stat stat(Setup setup, Supplier<Future<Stat>> request) {
    try {
      return setup.await(request);
    } catch (AioException e) {
      return null;
    }
  }
}
