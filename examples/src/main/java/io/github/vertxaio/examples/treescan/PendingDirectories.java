package io.github.vertxaio.examples.treescan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * The directories that are still to be read, deepest first. Paths are made when they are asked for:
 * a directory with a million subdirectories costs no time here, and no more memory than its names.
 */
final class PendingDirectories {
  private record Siblings(String prefix, Iterator<String> names) {}

  private final Deque<Siblings> stack = new ArrayDeque<>();

  /** Adds the subdirectories of a directory, whose path ends with a slash. */
  void add(String prefix, List<String> names) {
    if (!names.isEmpty()) {
      stack.push(new Siblings(prefix, names.iterator()));
    }
  }

  /** Takes the next path, with a slash behind it; {@code null} when there is none. */
  String poll() {
    Siblings siblings = stack.peek();
    if (siblings == null) {
      return null;
    }
    String path = siblings.prefix + siblings.names.next() + '/';
    if (!siblings.names.hasNext()) {
      stack.pop();
    }
    return path;
  }

  boolean isEmpty() {
    return stack.isEmpty();
  }
}
