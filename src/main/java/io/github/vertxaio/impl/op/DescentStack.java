package io.github.vertxaio.impl.op;

import io.github.vertxaio.Linux;
import io.github.vertxaio.impl.sys.DirectoryIdentity;
import io.github.vertxaio.impl.sys.FileCalls;
import io.github.vertxaio.impl.sys.PathCalls;
import io.github.vertxaio.impl.sys.Scratch;
import java.util.ArrayList;
import java.util.List;

/**
 * The directories from where a descent began down to where it is. Only the deepest are kept open.
 * The others are reached again from below, by {@code ..}, and believed only if they are what they
 * were: somebody may have moved what is in between.
 */
final class DescentStack {
  /** How a directory is opened, by its name in another one. */
  static final int OPEN = Linux.O_RDONLY | Linux.O_DIRECTORY | Linux.O_NOFOLLOW;

  /** How many directories are kept open. */
  private static final int WINDOW = 8;

  private static final byte[] UP = {'.', '.'};

  private final List<TreeDirectory> directories = new ArrayList<>();

  boolean isEmpty() {
    return directories.isEmpty();
  }

  /** The deepest one. */
  TreeDirectory top() {
    return directories.get(directories.size() - 1);
  }

  /** The one that holds the deepest, {@code null} when that is where the descent began. */
  TreeDirectory aboveTop() {
    return directories.size() == 1 ? null : directories.get(directories.size() - 2);
  }

  void push(TreeDirectory directory) {
    directories.add(directory);
    if (directories.size() > WINDOW) {
      directories.get(directories.size() - 1 - WINDOW).close();
    }
  }

  /** Takes the deepest one away and closes it. */
  void pop() {
    top().close();
    directories.remove(directories.size() - 1);
  }

  /** Opens the one above the deepest; false when what is there now is another one. */
  boolean openAboveTop(Scratch scratch) {
    TreeDirectory above = aboveTop();
    if (above == null || above.isOpen()) {
      return true;
    }
    long fd = PathCalls.openat(scratch, top().fd(), UP, OPEN, 0);
    if (fd < 0) {
      return false;
    }
    if (FileCalls.fstat(scratch, (int) fd) < 0
        || !DirectoryIdentity.read(scratch).equals(above.identity)) {
      FileCalls.close((int) fd);
      return false;
    }
    above.reopened((int) fd);
    return true;
  }

  void close() {
    directories.forEach(TreeDirectory::close);
    directories.clear();
  }
}
