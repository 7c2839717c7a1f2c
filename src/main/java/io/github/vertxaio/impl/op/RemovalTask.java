package io.github.vertxaio.impl.op;

import io.github.vertxaio.Errno;
import io.github.vertxaio.Linux;
import io.github.vertxaio.impl.sys.DirectoryChunk;
import io.github.vertxaio.impl.sys.DirectoryIdentity;
import io.github.vertxaio.impl.sys.FileCalls;
import io.github.vertxaio.impl.sys.PathCalls;
import io.github.vertxaio.impl.sys.Scratch;

/**
 * Removes a directory and all that is in it, going down and up by descriptors alone: a directory is
 * opened by its name in its parent, without following a link; everything is removed by its name in
 * an open directory. So whoever replaces a directory by a link gets that link removed.
 *
 * <p>Used by one thread at a time.
 */
final class RemovalTask {
  /** How often a directory is read again because there was something in it after all. */
  private static final int MAX_SCANS = 10;

  /** How often names are tried again that were a directory at one call and not at the next. */
  private static final int MAX_CHANGES = 10_000;

  /** The directory that lent it the one to be removed; {@code null} for the top of the tree. */
  final TreeDirectory lender;

  private final RemoveTree tree;
  private final int base;
  private final byte[] name;
  private final DescentStack open = new DescentStack();
  private boolean entered;
  private boolean failed;
  private int changes;

  /**
   * A task.
   *
   * @param base holds the directory to be removed; a descriptor that becomes the task's own
   */
  RemovalTask(RemoveTree tree, TreeDirectory lender, int base, byte[] name) {
    this.tree = tree;
    this.lender = lender;
    this.base = base;
    this.name = name;
  }

  /** Whether something is left. */
  boolean hasFailed() {
    return failed;
  }

  /** Whether there is nothing more to do. */
  boolean isOver() {
    return entered && open.isEmpty();
  }

  /**
   * Does a little.
   *
   * @return false when it is over, or waits for other tasks
   */
  boolean step(Scratch scratch) {
    if (!entered) {
      entered = true;
      enter(scratch, lender, base, name);
      return !isOver();
    }
    TreeDirectory directory = top();
    if (!directory.scanned) {
      scan(scratch, directory);
      return true;
    }
    byte[] next = directory.subdirectories.poll();
    if (next != null) {
      if (directory.subdirectories.isEmpty() || !tree.lend(directory, next)) {
        enter(scratch, directory, directory.fd(), next);
      }
      return true;
    }
    if (tree.hasLent(directory)) {
      return false;
    }
    leave(scratch, directory);
    return !isOver();
  }

  /** The directory that it is at. */
  TreeDirectory top() {
    return open.top();
  }

  private void scan(Scratch scratch, TreeDirectory directory) {
    DirectoryChunk chunk = new DirectoryChunk(scratch);
    long count = chunk.read(directory.fd());
    if (count <= 0) {
      directory.scanned = true;
      directory.scans++;
      // ENOENT: it has been removed by somebody else.
      if (count < 0 && count != -Errno.ENOENT) {
        fail(directory.parent, directory.name, count);
        directory.failed = true;
      }
      return;
    }
    while (chunk.next()) {
      long result = chunk.type() == Linux.DT_DIR ? -Errno.EISDIR : chunk.unlink(directory.fd());
      if (result == -Errno.EISDIR) {
        directory.subdirectories.add(chunk.name());
      } else if (result < 0 && result != -Errno.ENOENT) {
        fail(directory, chunk.name(), result);
      }
    }
  }

  /** Opens a directory by its name in another, or removes what has that name and is none. */
  private void enter(Scratch scratch, TreeDirectory parent, int dirfd, byte[] next) {
    do {
      long fd = PathCalls.openat(scratch, dirfd, next, DescentStack.OPEN, 0);
      if (fd >= 0) {
        push(scratch, parent, next, (int) fd);
        return;
      }
      if (parent == null) {
        // The top of the tree has to be there, and to be a directory.
        fail(null, next, fd);
        return;
      }
      boolean isOther = fd == -Errno.ENOTDIR || fd == -Errno.ELOOP;
      // One that may not be read can be removed if it is empty.
      int flags = isOther ? 0 : Linux.AT_REMOVEDIR;
      long removed = fd == -Errno.ENOENT ? 0 : PathCalls.unlinkat(scratch, dirfd, next, flags);
      if (removed == 0 || removed == -Errno.ENOENT) {
        return;
      }
      if (removed != (isOther ? -Errno.EISDIR : -Errno.ENOTDIR)) {
        fail(parent, next, isOther ? removed : fd);
        return;
      }
    } while (changes++ < MAX_CHANGES);
    fail(parent, next, -Errno.EBUSY);
  }

  private void push(Scratch scratch, TreeDirectory parent, byte[] next, int fd) {
    long result = FileCalls.fstat(scratch, fd);
    DirectoryIdentity identity = result < 0 ? null : DirectoryIdentity.read(scratch);
    if (result == 0 && !tree.isInside(identity)) {
      result = -Errno.EXDEV;
    }
    if (result < 0) {
      FileCalls.close(fd);
      fail(parent, next, result);
      return;
    }
    open.push(new TreeDirectory(parent, next, fd, identity));
  }

  /** Removes a directory that should be empty by now, and goes up. */
  private void leave(Scratch scratch, TreeDirectory directory) {
    TreeDirectory above = open.aboveTop();
    if (!open.openAboveTop(scratch)) {
      dropToOpen(above);
      return;
    }
    int dirfd = above == null ? base : above.fd();
    long result =
        directory.failed
            ? 0
            : PathCalls.unlinkat(scratch, dirfd, directory.name, Linux.AT_REMOVEDIR);
    boolean notEmpty = result == -Errno.ENOTEMPTY || result == -Errno.EEXIST;
    if (notEmpty && directory.scans < MAX_SCANS) {
      FileCalls.lseek(directory.fd(), 0, Linux.SEEK_SET);
      directory.scanned = false;
      return;
    }
    pop(directory);
    if (result == -Errno.ENOTDIR && changes++ < MAX_CHANGES) {
      enter(scratch, directory.parent, dirfd, directory.name);
    } else if (result < 0 && result != -Errno.ENOENT) {
      fail(directory.parent, directory.name, result);
    }
  }

  /** Gives up a directory that cannot be found any more, and what was to be done in it. */
  private void dropToOpen(TreeDirectory lost) {
    fail(lost.parent, lost.name, -Errno.ESTALE);
    do {
      top().failed = true;
      pop(top());
    } while (!open.isEmpty() && !top().isOpen());
  }

  private void pop(TreeDirectory directory) {
    open.pop();
    if (directory.failed) {
      markFailed(open.isEmpty() ? null : top());
    }
  }

  private void markFailed(TreeDirectory directory) {
    if (directory == null || directory == lender) {
      failed = true;
    } else {
      directory.failed = true;
    }
  }

  private void fail(TreeDirectory directory, byte[] entry, long result) {
    tree.failures().add(directory, entry, (int) -result);
    markFailed(directory);
  }

  /** Closes what is open. */
  void close() {
    open.close();
    FileCalls.close(base);
  }
}
