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

  @TempDir Path dir;

  @EverySetup
  void randomSequences_bringAndLeaveWhatTheyDoWithTheOriginal(Setup setup) throws IOException {
    IoAio.assume();
    // Other sequences for each setup, unless one is asked for.
    int place = setup.loops().ordinal() * 3 + setup.engine().ordinal();
    long first = Long.getLong(PROPERTY + "seed", 1 + place * COUNT);
    try (IoAio original = IoAio.start(dir)) {
      for (long seed : LongStream.range(first, first + COUNT).toArray()) {
        compare(setup, original, seed);
      }
    }
  }

  private void compare(Setup setup, IoAio original, long seed) throws IOException {
    List<String> sequence = Operations.of(seed, LENGTH);
    // A level of their own above the trees: a moved link may lead there.
    Path theirs = Files.createDirectories(dir.resolve("s" + seed + "/theirs"));
    Path ours = Files.createDirectories(dir.resolve("s" + seed + "/ours"));
    Path theirTop = Files.createDirectory(theirs.resolve("top")).toRealPath();
    Path ourTop = Files.createDirectory(ours.resolve("top")).toRealPath();
    List<String> expected = original.answers(theirTop, sequence);
    OurRequests requests = requests(setup, ourTop, seed);
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
    compareTrees(seed, Tree.of(theirs), Tree.of(ours));
  }

  /** Every other sequence goes by paths that start in a working directory. */
  private static OurRequests requests(Setup setup, Path top, long seed) {
    PathRequests aio = seed % 2 == 0 ? setup.aio() : setup.aio().at(setup.wd(top));
    String prefix = seed % 2 == 0 ? top + "/" : "";
    return new OurRequests(setup, top.toString(), aio, prefix);
  }

  private static void compareTrees(long seed, Set<String> theirs, Set<String> ours) {
    if (!theirs.equals(ours)) {
      Set<String> missing = new TreeSet<>(theirs);
      missing.removeAll(ours);
      Set<String> added = new TreeSet<>(ours);
      added.removeAll(theirs);
      fail(
          String.format(
              "seed %d: the trees differ%n  IO::AIO: %s%n  here:    %s%n%s",
              seed, missing, added, repetition(seed)));
    }
  }

  private static String report(
      long seed, List<String> sequence, int index, String theirs, String ours) {
    return String.format(
        "seed %d, operation %d: %s%n  IO::AIO: %s%n  here:    %s%n%s%nall until then:%n  %s",
        seed,
        index,
        sequence.get(index),
        theirs,
        ours,
        repetition(seed),
        String.join(System.lineSeparator() + "  ", sequence.subList(0, index + 1)));
  }

  private static String repetition(long seed) {
    return String.format(
        "repeat with: ./mvnw test -pl src -Dtest=DifferentialTest -D%sseed=%d -D%scount=1"
            + " -D%slength=%d",
        PROPERTY, seed, PROPERTY, PROPERTY, LENGTH);
  }
}
