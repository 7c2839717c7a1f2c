package io.github.vertxaio.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One kind of work and who does it.
 *
 * @param id for the command line and file names
 * @param title for people
 * @param unit of its figures
 * @param depths at which it is done
 * @param contestants by name; those of this library begin with {@value #OURS}
 * @param goals of this library
 */
public record Row(
    String id,
    String title,
    Unit unit,
    List<Integer> depths,
    Map<String, Contestant.Factory> contestants,
    List<Goal> goals) {

  /** How the names of this library's contestants begin. */
  public static final String OURS = "vertx-aio ";

  /** An empty row to add contestants and goals to. */
  static Row of(String id, String title, Unit unit, Integer... depths) {
    return new Row(id, title, unit, List.of(depths), new LinkedHashMap<>(), new ArrayList<>());
  }

  Row with(String name, Contestant.Factory contestant) {
    contestants.put(name, contestant);
    return this;
  }

  Row goal(Goal goal) {
    goals.add(goal);
    return this;
  }
}
