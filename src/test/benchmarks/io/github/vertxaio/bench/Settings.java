package io.github.vertxaio.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a run does.
 *
 * @param work the directory for test data and logs
 * @param sources the directory of the peers' sources
 * @param tree what treescan scans
 * @param launcher the treescan program of the examples
 * @param rounds of each contestant and depth
 * @param millis of each round
 * @param retries how often a round is repeated when others keep the machine busy
 * @param peers parts of the names of the contestants that take part; empty for all
 */
public record Settings(
    Path work,
    Path sources,
    Path tree,
    Path launcher,
    int rounds,
    long millis,
    int retries,
    Set<String> peers) {

  /** How long the first, uncounted round of a contestant at its first depth is. */
  private static final long FIRST_WARM_UP = 3000;

  /**
   * How long an uncounted round is.
   *
   * @param first whether it is the first of a contestant, when a JVM has all to compile
   */
  long warmUpMillis(boolean first) {
    return first ? Math.min(FIRST_WARM_UP, 6 * millis) : millis;
  }

  /** Whether a contestant takes part. */
  boolean includes(String contestant) {
    return peers.isEmpty() || peers.stream().anyMatch(contestant::contains);
  }

  /** The directory of the test data. */
  Path data() {
    return work.resolve("data");
  }

  /** For the report. */
  Map<String, String> describe() {
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put("rounds", rounds + " of " + millis / 1000.0 + " s");
    choices.put("repetitions when disturbed", "up to " + retries);
    choices.put("tree", tree.toString());
    return choices;
  }
}
