package io.github.vertxaio.codegen;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that is wanted from the C headers: names only, no values.
 *
 * @param sections the constants, in the order in which they are emitted
 * @param errnoHeaders the headers that define the errnos
 * @param errnos the names of the errnos
 * @param errnoAliases from a second name of an errno to the name that messages use
 * @param syscallHeaders the headers that define the syscall numbers
 * @param syscalls the syscalls, without the prefix of their macro
 * @param structs the structs
 * @param ioAioNames the constants of IO::AIO, which keep their name even where Linux lacks them
 */
public record NameList(
    List<Section> sections,
    List<String> errnoHeaders,
    List<String> errnos,
    Map<String, String> errnoAliases,
    List<String> syscallHeaders,
    List<String> syscalls,
    List<Struct> structs,
    Set<String> ioAioNames) {

  /**
   * Constants that belong to one call or header.
   *
   * @param about what each of them is, as a noun phrase without a full stop
   * @param headers the headers that define them; none if they are numbered here
   * @param radix 8, 10 or 16: how people write them
   * @param only the one ABI that has them; nothing if all have
   * @param constants from the name to the C expression that yields the value
   */
  public record Section(
      String about,
      List<String> headers,
      int radix,
      Optional<Target> only,
      Map<String, String> constants) {}

  /**
   * A struct of which size and offsets are wanted.
   *
   * @param name its name in C, which is also its key in the facts
   * @param javaName the name of the class that is emitted for it
   * @param type how C code spells the type
   * @param definition C code that defines the type where no header does; empty otherwise
   * @param headers the headers that define it
   * @param fields its fields
   */
  public record Struct(
      String name,
      String javaName,
      String type,
      String definition,
      List<String> headers,
      List<Field> fields) {}

  /**
   * A field of a struct.
   *
   * @param path how C code reaches it from the struct: {@code stx_atime.tv_sec}
   * @param flexible whether it is an array without a length at the end, which has no size
   */
  public record Field(String path, boolean flexible) {
    /** Returns the identifier that the headers must contain for this field to exist. */
    public String lastIdentifier() {
      return path.substring(path.lastIndexOf('.') + 1);
    }

    /** Returns the name of the constant that holds the offset. */
    public String javaName() {
      return path.replace('.', '_').toUpperCase(Locale.ROOT);
    }
  }

  /** Returns every constant of every section, from its name to its C expression. */
  public Map<String, String> allConstants() {
    Map<String, String> all = new LinkedHashMap<>();
    sections.forEach(section -> all.putAll(section.constants()));
    return all;
  }

  /** Returns the name that messages use for an errno. */
  public String canonicalErrno(String name) {
    return errnoAliases.getOrDefault(name, name);
  }

  /** Returns the errnos that are no second name of another one. */
  public List<String> canonicalErrnos() {
    return errnos.stream()
        .filter(name -> !errnoAliases.containsKey(name))
        .collect(Collectors.toUnmodifiableList());
  }
}
