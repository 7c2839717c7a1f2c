package io.github.vertxaio.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the headers of one ABI say. A name that they lack is not in the maps.
 *
 * @param abi the machine, as {@link Target#machine()} names it
 * @param headers which header set said so: {@code glibc} and {@code kernel} to their versions
 * @param constants from the name to the value
 * @param errnos from the name to the number
 * @param syscalls from the name to the number
 * @param structs from the C name to the layout
 */
public record Facts(
    String abi,
    Map<String, String> headers,
    Map<String, Long> constants,
    Map<String, Long> errnos,
    Map<String, Long> syscalls,
    Map<String, Layout> structs) {

  /**
   * Size and fields of a struct.
   *
   * @param size its size in bytes
   * @param fields from the path of a field to where it lies
   */
  public record Layout(long size, Map<String, Span> fields) {}

  /**
   * Where a field lies in its struct.
   *
   * @param offset its distance from the start in bytes
   * @param size its size in bytes; 0 for an array without a length
   */
  public record Span(long offset, long size) {}

  /**
   * Returns the names on the list that the headers lack: too new for them, or of another ABI.
   *
   * @param list the list with which they were probed
   */
  public List<String> missing(NameList list) {
    List<String> missing = new ArrayList<>(list.allConstants().keySet());
    missing.removeAll(constants.keySet());
    list.syscalls().stream()
        .filter(name -> !syscalls.containsKey(name))
        .forEach(name -> missing.add("SYS_" + name));
    for (NameList.Struct struct : list.structs()) {
      Layout layout = structs.get(struct.name());
      if (layout == null) {
        missing.add("struct " + struct.name());
      } else {
        struct.fields().stream()
            .filter(field -> !layout.fields().containsKey(field.path()))
            .forEach(field -> missing.add("struct " + struct.name() + " " + field.path()));
      }
    }
    return missing;
  }

  /** Returns all facts as one flat map, for comparing two header sets name by name. */
  public Map<String, String> flat() {
    Map<String, String> flat = new TreeMap<>();
    constants.forEach((name, value) -> flat.put(name, value.toString()));
    errnos.forEach((name, value) -> flat.put(name, value.toString()));
    syscalls.forEach((name, value) -> flat.put("SYS_" + name, value.toString()));
    structs.forEach(
        (name, layout) -> {
          flat.put("struct " + name, layout.size() + " bytes");
          layout
              .fields()
              .forEach(
                  (path, span) ->
                      flat.put(
                          "struct " + name + " " + path,
                          span.size() + " bytes at " + span.offset()));
        });
    return flat;
  }
}
