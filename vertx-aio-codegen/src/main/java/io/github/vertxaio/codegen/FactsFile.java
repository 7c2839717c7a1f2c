package io.github.vertxaio.codegen;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vertxaio.codegen.Facts.Layout;
import io.github.vertxaio.codegen.Facts.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The committed form of {@link Facts}: JSON, one fact per line, sorted, so that a diff reads well.
 */
final class FactsFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FactsFile() {}

  static Facts read(Path file) {
    JsonNode root = parse(file);
    Map<String, Layout> structs = new TreeMap<>();
    root.path("structs")
        .properties()
        .forEach(
            e -> {
              Map<String, Span> fields =
                  map(
                      e.getValue().path("fields"),
                      pair -> new Span(pair.path(0).asLong(), pair.path(1).asLong()));
              structs.put(e.getKey(), new Layout(e.getValue().path("size").asLong(), fields));
            });
    return new Facts(
        root.path("abi").asText(),
        map(root.path("headers"), JsonNode::asText),
        map(root.path("constants"), JsonNode::asLong),
        map(root.path("errnos"), JsonNode::asLong),
        map(root.path("syscalls"), JsonNode::asLong),
        structs);
  }

  static void write(Path file, Facts facts) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("abi", facts.abi());
    ObjectNode headers = root.putObject("headers");
    new TreeMap<>(facts.headers()).forEach(headers::put);
    numbers(root.putObject("constants"), facts.constants());
    numbers(root.putObject("errnos"), facts.errnos());
    numbers(root.putObject("syscalls"), facts.syscalls());
    ObjectNode structs = root.putObject("structs");
    new TreeMap<>(facts.structs())
        .forEach((name, layout) -> layout(structs.putObject(name), layout));
    writeJson(file, root);
  }

  /** Reads a flat file of strings, such as the messages of the errnos. */
  static Map<String, String> readStrings(Path file) {
    return map(parse(file), JsonNode::asText);
  }

  static void writeStrings(Path file, Map<String, String> strings) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(strings).forEach(root::put);
    writeJson(file, root);
  }

  private static void numbers(ObjectNode node, Map<String, Long> values) {
    new TreeMap<>(values).forEach(node::put);
  }

  private static void layout(ObjectNode node, Layout layout) {
    node.put("size", layout.size());
    ObjectNode fields = node.putObject("fields");
    layout.fields().entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<String, Span>>comparingLong(e -> e.getValue().offset())
                .thenComparing(Map.Entry::getKey))
        .forEach(
            e -> fields.putArray(e.getKey()).add(e.getValue().offset()).add(e.getValue().size()));
  }

  private static <T> Map<String, T> map(JsonNode node, Function<JsonNode, T> value) {
    Map<String, T> map = new LinkedHashMap<>();
    node.properties().forEach(e -> map.put(e.getKey(), value.apply(e.getValue())));
    return map;
  }

  private static JsonNode parse(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new CodegenException("cannot read the facts in " + file + ": " + e.getMessage(), e);
    }
  }

  private static void writeJson(Path file, JsonNode root) {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER));
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, JSON.writer(printer).writeValueAsString(root) + "\n");
    } catch (IOException e) {
      throw new CodegenException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }
}
