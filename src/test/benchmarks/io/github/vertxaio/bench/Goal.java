package io.github.vertxaio.bench;

import java.util.List;

/**
 * What this library is to reach: a ratio to a peer in the same run, or a figure of its own.
 *
 * @param ours parts of names: each contestant of ours that has them all is to reach it
 * @param peers the peer's name begins so; of several, the best counts; empty for a figure of its
 *     own
 * @param depths at which it holds
 * @param factor our figure divided by the peer's, or our figure: at least, where higher is better,
 *     otherwise at most
 */
public record Goal(List<String> ours, String peers, List<Integer> depths, double factor) {

  /** A goal without a peer. */
  static Goal absolute(List<String> ours, int depth, double figure) {
    return new Goal(ours, "", List.of(depth), figure);
  }

  boolean isAbsolute() {
    return peers.isEmpty();
  }

  /** Whether it is one for this cell. */
  boolean isFor(Cell cell) {
    return cell.isOurs()
        && depths.contains(cell.depth())
        && ours.stream().allMatch(cell.contestant()::contains);
  }
}
