package io.github.vertxaio.differential;

import io.github.vertxaio.testing.Commands;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** What a sequence left behind, as {@code find} and {@code md5sum} see it. */
final class Tree {
  private static final String EARLY = "@1000000000";

  /** Type, mode, owner, group and number of links. */
  private static final String ATTRIBUTES = "%P %y %m %U %G %n";

  private Tree() {}

  /**
   * Everything below a directory. For each name: its attributes, size (of directories it depends on
   * their history), where a link leads; the time of its last change to the nanosecond, if it was
   * set; the digest of its contents.
   */
  static Set<String> of(Path top) {
    String root = top.toString();
    Set<String> lines = new TreeSet<>();
    add(lines, "find", root, "-mindepth", "1", "-type", "d", "-printf", ATTRIBUTES + "\\0");
    add(lines, "find", root, "-not", "-type", "d", "-printf", ATTRIBUTES + " %s %l\\0");
    add(
        lines,
        "find",
        root,
        "-mindepth",
        "1",
        "-not",
        "-newermt",
        EARLY,
        "-printf",
        "%P at %T@\\0");
    for (byte[] sum :
        Commands.nulSeparated("find", root, "-type", "f", "-exec", "md5sum", "-z", "{}", "+")) {
      lines.add(text(sum).replace(Words.escaped(root) + "/", ""));
    }
    return lines;
  }

  private static void add(Set<String> lines, String... find) {
    for (byte[] line : Commands.nulSeparated(find)) {
      lines.add(text(line));
    }
  }

  private static String text(byte[] bytes) {
    return Words.escaped(bytes).replace("%20", " ");
  }
}
