package io.github.vertxaio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of {@code docs/guide}, as far as it can be wrong: its listings, links and anchors.
 *
 * @param file where it is
 * @param listings what stands between lines of dashes
 * @param prose the other lines, in which the attribute {@code docs} is replaced
 */
record GuidePage(Path file, List<Listing> listings, List<String> prose) {
  static final Path DIRECTORY = Path.of(System.getProperty("vertxaio.test.root"), "docs/guide");

  private static final String FENCE = "----";
  private static final Pattern SNIPPET = Pattern.compile("// snippet: (\\w+#\\w+)");
  private static final Pattern LANGUAGE = Pattern.compile("\\[source,(\\w+)\\]");
  private static final Pattern ATTRIBUTE = Pattern.compile(":docs: (.+)");
  private static final Pattern LINK = Pattern.compile("(?:xref|link):([^\\[\\s]+)\\[");
  private static final Pattern ANCHOR = Pattern.compile("\\[#([\\w-]+)\\]");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /**
   * One listing.
   *
   * @param where page and line, for messages
   * @param language of a source block, otherwise empty
   * @param snippet what the comment above it names, otherwise empty
   * @param text its lines
   */
  record Listing(String where, String language, String snippet, String text) {}

  static List<GuidePage> readAll() throws IOException {
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      List<GuidePage> pages = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".adoc")).sorted().toList()) {
        pages.add(parse(file, Files.readAllLines(file)));
      }
      return pages;
    }
  }

  static GuidePage parse(Path file, List<String> lines) {
    List<Listing> listings = new ArrayList<>();
    List<String> prose = new ArrayList<>();
    String docs = "{docs}";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Matcher attribute = ATTRIBUTE.matcher(line);
      if (attribute.matches()) {
        docs = attribute.group(1);
      }
      if (!line.equals(FENCE)) {
        prose.add(line.replace("{docs}", docs));
        continue;
      }
      int end = i + 1 + lines.subList(i + 1, lines.size()).indexOf(FENCE);
      if (end == i) {
        throw new AssertionError(file.getFileName() + ":" + (i + 1) + " the listing has no end");
      }
      String language = i < 1 ? "" : first(LANGUAGE, lines.get(i - 1));
      String snippet = i < 2 ? "" : first(SNIPPET, lines.get(i - 2));
      String where = file.getFileName() + ":" + (i + 1);
      String text = String.join("\n", lines.subList(i + 1, end));
      listings.add(new Listing(where, language, snippet, text));
      i = end;
    }
    return new GuidePage(file, listings, prose);
  }

  private static String first(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    return matcher.matches() ? matcher.group(1) : "";
  }

  private Stream<String> all(Pattern pattern) {
    return prose.stream().flatMap(line -> pattern.matcher(line).results()).map(m -> m.group(1));
  }

  /** Targets of its links that are no addresses of other hosts. */
  List<String> links() {
    return all(LINK).filter(target -> !target.contains("://")).toList();
  }

  Set<String> anchors() {
    return all(ANCHOR).collect(Collectors.toSet());
  }

  Stream<String> code() {
    return all(CODE);
  }

  String name() {
    return file.getFileName().toString();
  }
}
