package io.github.vertxaio.differential;

import io.github.vertxaio.AioException;
import io.github.vertxaio.PathRequests;
import io.github.vertxaio.ScanResult;
import io.github.vertxaio.Stat;
import io.github.vertxaio.StatVfs;
import io.github.vertxaio.testing.Setup;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes the requests of a sequence with this library, and answers as {@code io-aio.pl} does. */
final class OurRequests {
  private static final long EARLY_SECONDS = 1_000_000_000;

  private final Setup setup;
  private final PathRequests aio;
  private final String top;
  private final String prefix;
  private final OurFiles files;

  /**
   * Requests in a directory.
   *
   * @param top its absolute path
   * @param aio where paths start
   * @param prefix what comes before the names: a slash at the end of the directory, or nothing when
   *     paths start there
   */
  OurRequests(Setup setup, String top, PathRequests aio, String prefix) {
    this.setup = setup;
    this.top = top;
    this.aio = aio;
    this.prefix = prefix;
    files = new OurFiles(setup);
  }

  /** Executes a line: gives the errno negated, or what the request brought. */
  String answer(String line) {
    String[] words = line.split(" ");
    try {
      if (words[0].equals("open")) {
        String path = prefix + Words.unescaped(words[2]);
        int mode = Integer.parseInt(words[4], 8);
        int flags = Integer.parseInt(words[3]);
        return files.open(words[1], () -> aio.open(path, flags, mode));
      }
      return OurFiles.VERBS.contains(words[0]) ? files.answer(words) : onPath(words);
    } catch (AioException e) {
      return String.valueOf(-e.errno());
    }
  }

  void close() {
    files.close();
  }

  private String onPath(String[] words) {
    String path = prefix + Words.unescaped(words[1]);
    return switch (words[0]) {
      case "stat" -> done(aio -> aio.stat(path), OurRequests::described);
      case "lstat" -> done(aio -> aio.lstat(path), OurRequests::described);
      case "seconds" -> done(aio -> aio.stat(path), OurRequests::seconds);
      case "readlink" -> done(aio -> aio.readlink(path), Words::escaped);
      case "readdir" -> done(aio -> aio.readdir(path), OurRequests::names);
      case "load", "slurp", "copy", "truncate", "statvfs", "realpath", "scandir", "rmtree" ->
          unlessAvoided(words, path);
      default -> change(words, path);
    };
  }

  private String change(String[] words, String path) {
    return switch (words[0]) {
      case "utime" -> done(aio -> aio.utime(path, 1, 0, number(words[2]), nanos(words[3])));
      case "chown" -> done(aio -> aio.chown(path, number(words[2]), number(words[3])));
      case "chmod" -> done(aio -> aio.chmod(path, octal(words[2])));
      case "mkdir" -> done(aio -> aio.mkdir(path, octal(words[2])));
      case "mknod" -> done(aio -> aio.mknod(path, octal(words[2]), 0));
      case "rmdir" -> done(aio -> aio.rmdir(path));
      case "unlink" -> done(aio -> aio.unlink(path));
      default -> betweenPaths(words, path, prefix + Words.unescaped(words[2]));
    };
  }

  private String betweenPaths(String[] words, String path, String other) {
    return switch (words[0]) {
      case "link" -> done(aio -> aio.link(path, other));
      case "symlink" -> done(aio -> aio.symlink(Words.unescaped(words[1]), other));
      case "rename" -> done(aio -> aio.rename(path, other));
      case "rename2" -> done(aio -> aio.rename(path, other, number(words[3])));
      case "move" -> done(aio -> aio.move(path, other));
      default -> throw new AssertionError("unknown operation " + words[0]);
    };
  }

  /** Makes a request only where both are meant to answer the same. */
  private String unlessAvoided(String[] words, String path) {
    String other = words.length > 2 ? prefix + Words.unescaped(words[2]) : null;
    Avoided avoided =
        switch (words[0]) {
          case "load" -> Avoided.read(setup, aio, path);
          case "slurp" -> Avoided.slurp(setup, aio, path, number(words[2]), number(words[3]));
          case "copy" -> Avoided.copy(setup, aio, path, other);
          case "truncate", "statvfs" -> Avoided.special(setup, aio, path);
          case "realpath", "scandir" -> Avoided.canonical(setup, aio, path);
          default -> Avoided.rmtree(setup, aio, path);
        };
    if (avoided != null) {
      return avoided.name();
    }
    return switch (words[0]) {
      case "load" -> done(aio -> aio.load(path), Words::contents);
      case "slurp" ->
          done(aio -> aio.slurp(path, number(words[2]), number(words[3])), Words::contents);
      case "copy" -> done(aio -> aio.copy(path, other));
      case "statvfs" -> done(aio -> aio.statvfs(path), OurRequests::described);
      case "truncate" -> done(aio -> aio.truncate(path, number(words[2])));
      case "realpath" -> done(aio -> aio.realpath(path), this::belowTop);
      case "scandir" -> done(aio -> aio.scandir(path, 0), OurRequests::described);
      default -> done(aio -> aio.rmtree(path));
    };
  }

  private String done(Function<PathRequests, Future<Void>> request) {
    return done(request, nothing -> "0");
  }

  private <T> String done(Function<PathRequests, Future<T>> request, Function<T, String> format) {
    return format.apply(setup.await(() -> request.apply(aio)));
  }

  private static int number(String word) {
    return Integer.parseInt(word);
  }

  private static int octal(String word) {
    return Integer.parseInt(word, 8);
  }

  private static int nanos(String word) {
    return number(word) * (1_000_000_000 / 512);
  }

  static String described(Stat file) {
    String time =
        file.mtimeSeconds() < EARLY_SECONDS
            ? String.format("%d.%09d", file.mtimeSeconds(), file.mtimeNanos())
            : "-";
    return String.format(
        "%o %d %d %d %s %s",
        file.mode(),
        file.nlink(),
        file.uid(),
        file.gid(),
        file.isDirectory() ? "-" : file.size(),
        time);
  }

  private static String seconds(Stat file) {
    return file.mtimeSeconds() < EARLY_SECONDS ? String.valueOf(file.mtimeSeconds()) : "-";
  }

  private static String described(StatVfs fs) {
    return fs.bsize() + " " + fs.frsize() + " " + fs.namemax() + " " + fs.flag();
  }

  private static String described(ScanResult scan) {
    return names(scan.dirs()) + " | " + names(scan.nondirs());
  }

  private static String names(List<String> names) {
    return names.stream()
        .sorted(Words::byBytes)
        .map(Words::escaped)
        .collect(Collectors.joining(" "));
  }

  private String belowTop(String path) {
    return path.startsWith(top) ? Words.escaped(path.substring(top.length())) : "outside";
  }
}
