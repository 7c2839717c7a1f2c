package io.github.vertxaio.codegen;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/**
 * All that the emitter knows: the list and what is committed about it. It needs no C compiler.
 *
 * @param list the names
 * @param facts what the headers of each ABI say
 * @param messages from the name of an errno to its message
 */
public record Inputs(NameList list, Map<Target, Facts> facts, Map<String, String> messages) {

  /**
   * Looks a value up on each ABI.
   *
   * @param value how to find it in the facts of one ABI; null if it is not there
   * @return the values of the ABIs that have it
   */
  Map<Target, Long> lookUp(Function<Facts, Long> value) {
    Map<Target, Long> found = new EnumMap<>(Target.class);
    facts.forEach(
        (target, all) -> {
          Long one = value.apply(all);
          if (one != null) {
            found.put(target, one);
          }
        });
    return found;
  }
}
