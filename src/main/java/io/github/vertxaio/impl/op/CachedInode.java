package io.github.vertxaio.impl.op;

import io.github.vertxaio.Linux;
import io.github.vertxaio.impl.sys.FileCalls;
import io.github.vertxaio.impl.sys.PathCalls;
import io.github.vertxaio.impl.sys.Scratch;
import io.github.vertxaio.impl.sys.StatReader;

/**
 * An inode that is in memory, on a local file system: an event loop can ask for its attributes
 * without waiting for a device or a server. Each method leaves the attributes in the scratch
 * memory.
 */
final class CachedInode {
  /** What makes opening a file read more of it than its inode. */
  private static final int SLOW_ATTRIBUTES = Linux.STATX_ATTR_ENCRYPTED | Linux.STATX_ATTR_VERITY;

  private CachedInode() {}

  /**
   * Finds where a path leads, if the directory cache has all of it.
   *
   * @param flags of open, beside O_PATH
   * @return a descriptor to be closed, good for little else, or {@link Operation#AGAIN}
   */
  static long find(Scratch scratch, PathArgument path, int flags, LocalDevices locals) {
    if (!locals.known()) {
      return Operation.AGAIN;
    }
    long fd = PathCalls.openatCached(scratch, path.dirfd(), path.bytes(), Linux.O_PATH | flags);
    if (fd < 0) {
      // Whatever the reason, the full call finds it out; descriptors may have run out only here.
      return Operation.AGAIN;
    }
    if (!isLocal(scratch, (int) fd, locals)) {
      FileCalls.close((int) fd);
      return Operation.AGAIN;
    }
    return fd;
  }

  /** Whether an open file is on a local file system; others may have stale attributes. */
  static boolean isLocal(Scratch scratch, int fd, LocalDevices locals) {
    return locals.known()
        && FileCalls.fstatCached(scratch, fd) == 0
        && locals.contains(StatReader.device(scratch));
  }

  /**
   * Whether the attributes are those of a regular file that can be opened and closed without
   * waiting. Pipes wait for their other end and devices do as they please; a file without a name
   * left is removed when it is closed.
   */
  static boolean isPlainFile(Scratch scratch) {
    return (StatReader.mode(scratch) & Linux.S_IFMT) == Linux.S_IFREG
        && StatReader.links(scratch) > 0
        && (StatReader.attributes(scratch) & SLOW_ATTRIBUTES) == 0;
  }
}
