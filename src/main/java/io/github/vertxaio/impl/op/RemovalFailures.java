package io.github.vertxaio.impl.op;

import io.github.vertxaio.AioException;
import java.util.ArrayList;
import java.util.List;

/** What of a tree could not be removed. */
final class RemovalFailures {
  /** More than anybody reads; there may be as many as the tree has entries. */
  private static final int MAX = 100;

  private final Kind kind;
  private final String top;
  private final List<AioException> first = new ArrayList<>();
  private long count;

  /**
   * None yet.
   *
   * @param top the path of the tree
   */
  RemovalFailures(Kind kind, String top) {
    this.kind = kind;
    this.top = top;
  }

  /** Notes a name in a directory; without a directory the top of the tree. */
  synchronized void add(TreeDirectory directory, byte[] name, int errno) {
    count++;
    if (first.size() < MAX) {
      first.add(new AioException(kind.call(), errno, TreeDirectory.path(top, directory, name)));
    }
  }

  /** All of them as one, {@code null} when there are none. */
  synchronized AioException asOne() {
    if (count == 0) {
      return null;
    }
    AioException only = first.get(0);
    return count == 1 && only.paths().contains(top)
        ? only
        : AioException.ofParts(kind.call(), first, count, top);
  }
}
