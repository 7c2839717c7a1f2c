package io.github.vertxaio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The parts of the tests of the guide that its pages show, by {@code Class#region}. */
final class GuideSnippets {
  private static final Path DIRECTORY =
      Path.of(System.getProperty("vertxaio.test.root"), "src/test/java/io/github/vertxaio/guide");

  private static final Pattern TAG = Pattern.compile("\\s*// (tag|end)::(\\w+)\\[\\]");

  private GuideSnippets() {}

  static Map<String, String> readAll() throws IOException {
    Map<String, String> snippets = new TreeMap<>();
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        String type = file.getFileName().toString().replace(".java", "");
        parse(type, Files.readAllLines(file), snippets);
      }
    }
    return snippets;
  }

  /** Adds the regions of one file; they do not overlap. */
  static void parse(String type, List<String> lines, Map<String, String> snippets) {
    String open = null;
    int begin = 0;
    for (int i = 0; i < lines.size(); i++) {
      Matcher tag = TAG.matcher(lines.get(i));
      if (!tag.matches()) {
        continue;
      }
      String name = type + "#" + tag.group(2);
      if (tag.group(1).equals("tag") && open == null && !snippets.containsKey(name)) {
        open = name;
        begin = i + 1;
      } else if (tag.group(1).equals("end") && name.equals(open)) {
        snippets.put(name, text(lines.subList(begin, i)));
        open = null;
      } else {
        throw new AssertionError(name + ": line " + (i + 1) + " is out of place");
      }
    }
    if (open != null) {
      throw new AssertionError(open + " has no end");
    }
  }

  /** The lines without what all of them are indented by, and without blank ones at the end. */
  private static String text(List<String> lines) {
    return String.join("\n", lines).stripTrailing().stripIndent();
  }
}
