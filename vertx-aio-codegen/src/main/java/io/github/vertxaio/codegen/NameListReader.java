package io.github.vertxaio.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vertxaio.codegen.NameList.Field;
import io.github.vertxaio.codegen.NameList.Section;
import io.github.vertxaio.codegen.NameList.Struct;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the list from its JSON files, and refuses one that would surprise later. */
final class NameListReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  private NameListReader(Path folder) {
    this.folder = folder;
  }

  static NameList read(Path folder) {
    return new NameListReader(folder).read();
  }

  private NameList read() {
    JsonNode errno = parse("errno.json");
    JsonNode syscalls = parse("syscalls.json");
    Map<String, String> aliases = new LinkedHashMap<>();
    errno.path("aliases").properties().forEach(e -> aliases.put(e.getKey(), e.getValue().asText()));
    return new NameList(
        sections(),
        strings(errno.path("headers")),
        unique("errno.json", words(errno.path("errnos"))),
        aliases,
        strings(syscalls.path("headers")),
        unique("syscalls.json", words(syscalls.path("syscalls"))),
        structs(),
        new LinkedHashSet<>(unique("ioaio.json", words(parse("ioaio.json").path("names")))));
  }

  private List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    for (JsonNode node : parse("constants.json").path("sections")) {
      Map<String, String> constants = new LinkedHashMap<>();
      for (String word : words(node.path("constants"))) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        seen.add(name);
        constants.put(name, equals < 0 ? word : word.substring(equals + 1));
      }
      sections.add(
          new Section(
              node.path("about").asText(),
              strings(node.path("headers")),
              node.path("radix").asInt(10),
              Optional.ofNullable(node.get("only")).map(only -> Target.of(only.asText())),
              constants));
    }
    unique("constants.json", seen);
    return sections;
  }

  private List<Struct> structs() {
    List<Struct> structs = new ArrayList<>();
    for (JsonNode node : parse("structs.json").path("structs")) {
      String name = node.path("name").asText();
      List<Field> fields = new ArrayList<>();
      for (String word : unique("structs.json", words(node.path("fields")))) {
        boolean flexible = word.endsWith("[]");
        fields.add(new Field(word.replace("[]", ""), flexible));
      }
      structs.add(
          new Struct(
              name,
              node.path("java").asText(camelCase(name)),
              node.path("type").asText("struct " + name),
              node.path("define").asText(""),
              strings(node.path("headers")),
              fields));
    }
    unique("structs.json", structs.stream().map(Struct::javaName).toList());
    return structs;
  }

  /** Turns {@code io_uring_sqe} into {@code IoUringSqe}. */
  private static String camelCase(String name) {
    StringBuilder camel = new StringBuilder();
    for (String part : name.split("_")) {
      if (!part.isEmpty()) {
        camel.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
      }
    }
    return camel.toString();
  }

  private static List<String> unique(String file, List<String> names) {
    Set<String> seen = new LinkedHashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new CodegenException(file + " names " + name + " twice: remove one");
      }
    }
    return names;
  }

  /** Returns the words of all strings of an array: the files hold several names to a line. */
  private static List<String> words(JsonNode array) {
    List<String> words = new ArrayList<>();
    strings(array).forEach(line -> words.addAll(List.of(line.trim().split("\\s+"))));
    return words;
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(node -> strings.add(node.asText()));
    return strings;
  }

  private JsonNode parse(String file) {
    try {
      return JSON.readTree(folder.resolve(file).toFile());
    } catch (IOException e) {
      throw new CodegenException("cannot read the list " + file + ": " + e.getMessage(), e);
    }
  }
}
