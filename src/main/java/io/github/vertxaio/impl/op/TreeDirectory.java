package io.github.vertxaio.impl.op;

import io.github.vertxaio.PathBytes;
import io.github.vertxaio.impl.sys.DirectoryIdentity;
import io.github.vertxaio.impl.sys.FileCalls;
import java.util.ArrayDeque;
import java.util.Deque;

/** A directory of a tree that is being removed, between the first look into it and its end. */
final class TreeDirectory {
  /** The one that holds it, {@code null} for the top of the tree. */
  final TreeDirectory parent;

  /** Its name there. */
  final byte[] name;

  /** What it was when it was opened. */
  final DirectoryIdentity identity;

  /** The names of directories in it that are still to be removed. */
  final Deque<byte[]> subdirectories = new ArrayDeque<>();

  /** Whether its entries have been read to the end. */
  boolean scanned;

  /** How often they have been. */
  int scans;

  /** Whether something in it could not be removed, so that it cannot be either. */
  boolean failed;

  /** How many of its directories other tasks are at; guarded by the tree. */
  int lent;

  /** The task that waits for those, or {@code null}; guarded by the tree. */
  RemovalTask waiting;

  private int fd;

  TreeDirectory(TreeDirectory parent, byte[] name, int fd, DirectoryIdentity identity) {
    this.parent = parent;
    this.name = name;
    this.fd = fd;
    this.identity = identity;
  }

  int fd() {
    return fd;
  }

  boolean isOpen() {
    return fd >= 0;
  }

  void reopened(int newFd) {
    fd = newFd;
  }

  void close() {
    if (fd >= 0) {
      FileCalls.close(fd);
      fd = -1;
    }
  }

  /** The path of something in a directory, for messages: it is never used to get there. */
  static String path(String top, TreeDirectory directory, byte[] name) {
    Deque<String> names = new ArrayDeque<>();
    if (directory != null) {
      names.push(PathBytes.decode(name));
    }
    for (TreeDirectory d = directory; d != null && d.parent != null; d = d.parent) {
      names.push(PathBytes.decode(d.name));
    }
    names.push(top);
    return String.join("/", names);
  }
}
