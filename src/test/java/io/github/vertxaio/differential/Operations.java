package io.github.vertxaio.differential;

import io.github.vertxaio.Linux;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A random sequence of operations, the same for the same seed: one line each, of a verb and its
 * words, which both drivers execute. Few names and small files make them meet often.
 */
final class Operations {
  /** Where every sequence starts, so that it has something to work on. */
  private static final String[] START = {
    "mkdir d 755",
    "mkdir d/e 755",
    "mkdir e 700",
    "open 0 a " + (Linux.O_RDWR | Linux.O_CREAT) + " 644",
    "open 1 d/a " + (Linux.O_RDWR | Linux.O_CREAT) + " 600",
    "open 2 %ff%c3 " + (Linux.O_WRONLY | Linux.O_CREAT | Linux.O_APPEND) + " 644",
    "write 0 - 4097 1",
    "write 1 4096 4096 2",
    "write 2 - 100 3",
    "symlink d/a c"
  };

  private static final String[] NAMES = {"a", "b", "c", "d", "e", "%ff%c3", "d/a", "d/b", "d/e"};

  /** Bytes that are not UTF-8, a space, a trailing slash; names below files and links. */
  private static final String[] ODD_NAMES = {
    "x%20y",
    "gr%c3%bcn",
    "d/%80",
    "e/a",
    "e/d",
    "d/e/a",
    "d/e/b",
    "e/d/c",
    "a/b",
    "c/a",
    "d/",
    "c/",
    "d/../a",
    "d/./b",
    "missing/a"
  };

  private static final String[] TARGETS = {
    "a", "b", "d", "e", "d/a", "../a", "%ff%c3", "missing", "c", "e/d"
  };

  /** Always with the rights that are needed to look at the tree, and to remove it. */
  private static final String[] MODES = {
    "700", "700", "755", "755", "777", "711", "4755", "2770", "1777"
  };

  private static final int[] ACCESS = {Linux.O_RDONLY, Linux.O_WRONLY, Linux.O_RDWR, Linux.O_RDWR};

  private static final int[] OPTIONAL_FLAGS = {
    Linux.O_CREAT,
    Linux.O_CREAT,
    Linux.O_EXCL,
    Linux.O_TRUNC,
    Linux.O_APPEND,
    Linux.O_DIRECTORY,
    Linux.O_NOFOLLOW,
    Linux.O_NOATIME,
    Linux.O_PATH
  };

  private static final int[] FALLOCATE = {
    0,
    0,
    Linux.FALLOC_FL_KEEP_SIZE,
    Linux.FALLOC_FL_PUNCH_HOLE | Linux.FALLOC_FL_KEEP_SIZE,
    Linux.FALLOC_FL_PUNCH_HOLE,
    Linux.FALLOC_FL_ZERO_RANGE,
    Linux.FALLOC_FL_COLLAPSE_RANGE,
    Linux.FALLOC_FL_INSERT_RANGE
  };

  private static final int[] SIZES = {0, 1, 2, 100, 4095, 4096, 4097, 8192, 20_000, 65_536};

  /** Not SEEK_DATA and SEEK_HOLE: a copy has the holes of its source only when it is ours. */
  private static final int[] WHENCE = {Linux.SEEK_SET, Linux.SEEK_CUR, Linux.SEEK_END, 5, -1};

  private static final int SLOTS = 3;

  private final Random random;
  private final List<String> lines = new ArrayList<>();

  private Operations(long seed) {
    random = new Random(seed);
  }

  /** The sequence of a seed. */
  static List<String> of(long seed, int count) {
    Operations operations = new Operations(seed);
    operations.lines.addAll(List.of(START));
    while (operations.lines.size() < count) {
      operations.next();
    }
    return operations.lines;
  }

  private void next() {
    switch (random.nextInt(6)) {
      case 0 -> open();
      case 1, 2 -> onFile();
      case 3 -> change();
      case 4 -> make();
      default -> ask();
    }
  }

  private void open() {
    // Without O_NONBLOCK a pipe would wait for its other end.
    int flags = pick(ACCESS) | Linux.O_NONBLOCK;
    flags |= random.nextInt(4) > 0 ? Linux.O_CREAT : 0;
    for (int n = Math.max(0, random.nextInt(5) - 2); n > 0; n--) {
      flags |= pick(OPTIONAL_FLAGS);
    }
    add("open", slot(), name(), flags, pick(MODES));
  }

  private void onFile() {
    switch (random.nextInt(20)) {
      case 0 -> add("close", slot());
      case 1 -> add("seek", slot(), pick(SIZES), pick(WHENCE));
      case 2 -> add("seek", slot(), -pick(SIZES), random.nextInt(3));
      case 3, 4, 5, 6, 7 -> add("read", slot(), offset(), pick(SIZES));
      case 8, 9, 10, 11, 12 -> add("write", slot(), offset(), pick(SIZES), random.nextInt(256));
      case 13, 14 -> add("ftruncate", slot(), pick(SIZES));
      case 15, 16, 17 -> add("allocate", slot(), pick(FALLOCATE), pick(SIZES), pick(SIZES));
      default -> add("fstat", slot());
    }
  }

  private void change() {
    switch (random.nextInt(10)) {
      case 0, 1 -> add("rename", name(), name());
      case 2 -> add("rename2", name(), name(), random.nextInt(9));
      case 3 -> add("move", name(), name());
      case 4 -> add("unlink", name());
      case 5 -> add(random.nextBoolean() ? "rmdir" : "unlink", name());
      case 6 -> add("truncate", name(), pick(SIZES));
      case 7 -> add("chmod", name(), pick(MODES));
      case 8 -> add("chown", name(), random.nextInt(3) - 1, random.nextInt(3) - 1);
      default -> utime(name());
    }
  }

  private void make() {
    switch (random.nextInt(12)) {
      case 0, 1, 2 -> add("mkdir", name(), pick(MODES));
      case 3, 4 -> add("symlink", pick(TARGETS), name());
      case 5 -> add("link", name(), name());
      case 6 -> add("mknod", name(), pick("10700", "10777", "100755", "140700", "170700"));
      case 7, 8, 9, 10 -> copy(name(), name());
      default -> {
        String tree = name();
        add("rmtree", tree.endsWith("/") ? "d" : tree);
      }
    }
  }

  private void ask() {
    switch (random.nextInt(10)) {
      case 0 -> add("stat", name());
      case 1 -> add("lstat", name());
      case 2 -> add("readlink", name());
      case 3, 4 -> add("realpath", name());
      case 5 -> add("readdir", name());
      case 6 -> add("scandir", name());
      case 7 -> add("load", name());
      case 8 -> add("slurp", name(), random.nextInt(3) == 0 ? -pick(SIZES) : pick(SIZES), size());
      default -> add("statvfs", name());
    }
  }

  /** IO::AIO copies whole seconds, so the target gets a time of its own when they were seen. */
  private void copy(String source, String target) {
    add("copy", source, target);
    add("seconds", target);
    utime(target);
  }

  /** A time early enough to know it from now, in parts of a second that a double can hold. */
  private void utime(String name) {
    add("utime", name, random.nextInt(1_000_000), random.nextInt(512));
  }

  private int slot() {
    return random.nextInt(SLOTS);
  }

  private String name() {
    return pick(random.nextInt(4) > 0 ? NAMES : ODD_NAMES);
  }

  private int size() {
    return pick(SIZES);
  }

  private String offset() {
    return random.nextBoolean() ? "-" : String.valueOf(size());
  }

  private int pick(int[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private void add(Object... words) {
    StringBuilder line = new StringBuilder();
    for (Object word : words) {
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
  }
}
