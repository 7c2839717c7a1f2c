package io.github.vertxaio.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The committed facts of an ABI against those of the headers at hand.
 *
 * @param differing facts whose values differ, which is always wrong
 * @param onlyRecorded facts that only the recorded headers know
 * @param onlyHere facts that only the headers at hand know
 * @param sameHeaders whether both are the same header set, so that the names must be the same too
 */
record FactsComparison(
    List<String> differing, List<String> onlyRecorded, List<String> onlyHere, boolean sameHeaders) {

  static FactsComparison of(Facts recorded, Facts here) {
    Map<String, String> old = recorded.flat();
    Map<String, String> now = here.flat();
    List<String> differing = new ArrayList<>();
    List<String> onlyRecorded = new ArrayList<>();
    old.forEach(
        (name, value) -> {
          if (!now.containsKey(name)) {
            onlyRecorded.add(name);
          } else if (!now.get(name).equals(value)) {
            differing.add(name + ": recorded " + value + ", headers say " + now.get(name));
          }
        });
    List<String> onlyHere = now.keySet().stream().filter(name -> !old.containsKey(name)).toList();
    return new FactsComparison(
        differing, onlyRecorded, onlyHere, recorded.headers().equals(here.headers()));
  }

  /** Tells whether the recorded facts are right: newer or older headers may know other names. */
  boolean agrees() {
    return differing.isEmpty() && (!sameHeaders || (onlyRecorded.isEmpty() && onlyHere.isEmpty()));
  }

  /** Returns what differs, for people. */
  String report() {
    return "values that differ: "
        + differing
        + "; only recorded: "
        + onlyRecorded
        + "; only in these headers: "
        + onlyHere;
  }
}
