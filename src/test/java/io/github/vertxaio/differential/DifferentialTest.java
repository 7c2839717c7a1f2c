package io.github.vertxaio.differential;

import static org.junit.jupiter.api.Assertions.fail;

import io.github.vertxaio.PathRequests;
import io.github.vertxaio.testing.EverySetup;
import io.github.vertxaio.testing.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;

/**
 * The original is the oracle: random sequences of requests, made by IO::AIO and by this library in
 * directories of their own, have to bring the same results and errnos and leave the same trees.
 * {@link Avoided} has the differences that are meant.
 *
 * <p>The system properties {@code vertxaio.differential.seed}, {@code .count} and {@code .length}
 * choose the first seed, how many seeds each setup gets, and how many operations a sequence has.
 */
class DifferentialTest {
  private static final String PROPERTY = "vertxaio.differential.";
  private static final long COUNT = Long.getLong(PROPERTY + "count", 12);
  private static final int LENGTH = Integer.getInteger(PROPERTY + "length", 120);

  private static final String NEXT_LINE = System.lineSeparator() + "    ";

  @TempDir Path dir;

  @EverySetup
  void randomSequences_bringAndLeaveWhatTheyDoWithTheOriginal(Setup setup) throws IOException {
    IoAio.assume();
    // Other sequences for each setup, unless one is asked for.
    int place = setup.loops().ordinal() * 3 + setup.engine().ordinal();
    long first = Long.getLong(PROPERTY + "seed", 1 + place * COUNT);
    Path theirs = Files.createDirectory(dir.resolve("theirs")).toRealPath();
    Path ours = Files.createDirectory(dir.resolve("ours")).toRealPath();
    try (IoAio original = IoAio.start(dir)) {
      for (long seed : LongStream.range(first, first + COUNT).toArray()) {
        // A level of its own above each tree: a moved link may lead there.
        String name = "seed" + seed + "/top";
        Path theirTop = Files.createDirectories(theirs.resolve(name));
        Path ourTop = Files.createDirectories(ours.resolve(name));
        List<String> sequence = Operations.of(seed, LENGTH);
        compare(
            seed, sequence, original.answers(theirTop, sequence), requests(setup, ourTop, seed));
      }
    }
    compareTrees(Tree.of(theirs), Tree.of(ours));
  }

  private static void compare(
      long seed, List<String> sequence, List<String> expected, OurRequests requests) {
    try {
      for (int i = 0; i < sequence.size(); i++) {
        String answer = requests.answer(sequence.get(i));
        if (!answer.equals(expected.get(i))) {
          fail(report(seed, sequence, i, expected.get(i), answer));
        }
      }
    } finally {
      requests.close();
    }
  }

  /** Every other sequence goes by paths that start in a working directory. */
  private static OurRequests requests(Setup setup, Path top, long seed) {
    PathRequests aio = seed % 2 == 0 ? setup.aio() : setup.aio().at(setup.wd(top));
    String prefix = seed % 2 == 0 ? top + "/" : "";
    return new OurRequests(setup, top.toString(), aio, prefix);
  }

  private static void compareTrees(Set<String> theirs, Set<String> ours) {
    if (!theirs.equals(ours)) {
      Set<String> missing = new TreeSet<>(theirs);
      missing.removeAll(ours);
      Set<String> added = new TreeSet<>(ours);
      added.removeAll(theirs);
      fail(
          String.format(
              "the trees differ%n  IO::AIO:%n    %s%n  here:%n    %s%n%s",
              String.join(NEXT_LINE, missing),
              String.join(NEXT_LINE, added),
              repetition("<the number behind \"seed\" above>")));
    }
  }

  private static String report(
      long seed, List<String> sequence, int index, String theirs, String ours) {
    return String.format(
        "seed %d, operation %d: %s%n  IO::AIO: %s%n  here:    %s%n%s%nall until then:%n    %s",
        seed,
        index,
        sequence.get(index),
        theirs,
        ours,
        repetition(String.valueOf(seed)),
        String.join(NEXT_LINE, sequence.subList(0, index + 1)));
  }

  private static String repetition(String seed) {
    String[] options = {"seed=" + seed, "count=1", "length=" + LENGTH};
    return "repeat with: ./mvnw test -pl src -Dtest=DifferentialTest -D"
        + PROPERTY
        + String.join(" -D" + PROPERTY, options);
  }
}
