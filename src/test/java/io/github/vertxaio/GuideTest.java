package io.github.vertxaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The guide shows code that is compiled and run, and leads nowhere into the void. */
class GuideTest {
  private static final Pattern MEMBER = Pattern.compile("([A-Z]\\w+)\\.(\\w+)(\\(.*\\))?");
  private static final Pattern VERSION =
      Pattern.compile("<artifactId>(\\S+)</artifactId>\\s*<version>(\\S+)</version>");

  private List<GuidePage> pages;
  private Map<String, String> snippets;

  @BeforeEach
  void read() throws IOException {
    pages = GuidePage.readAll();
    snippets = GuideSnippets.readAll();
  }

  private List<GuidePage.Listing> listings(String language) {
    return pages.stream()
        .flatMap(page -> page.listings().stream())
        .filter(listing -> listing.language().equals(language))
        .toList();
  }

  @Test
  void everyJavaBlockIsCodeThatIsRun() {
    List<GuidePage.Listing> blocks = listings("java");
    assertTrue(blocks.size() > 25, blocks.size() + " blocks");
    for (GuidePage.Listing block : blocks) {
      assertEquals(
          snippets.get(block.snippet()), block.text(), block.where() + " " + block.snippet());
    }
  }

  @Test
  void everySnippetIsShown() {
    Set<String> shown =
        listings("java").stream().map(GuidePage.Listing::snippet).collect(Collectors.toSet());
    assertEquals(new TreeSet<>(snippets.keySet()), new TreeSet<>(shown));
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    int links = 0;
    for (GuidePage page : pages) {
      for (String link : page.links()) {
        links++;
        if (!leadsSomewhere(page, link)) {
          broken.add(page.name() + ": " + link);
        }
      }
    }
    // The short form of a link is not looked at, so nobody is to use it.
    pages.forEach(page -> assertFalse(page.prose().toString().contains("<<"), page.name()));
    assertTrue(links > 40, links + " links");
    assertEquals(List.of(), broken);
  }

  private boolean leadsSomewhere(GuidePage page, String link) throws IOException {
    String[] parts = link.split("#", 2);
    Path target = page.file().resolveSibling(parts[0]).normalize();
    if (!Files.exists(target)) {
      return false;
    }
    return parts.length == 1 || anchors(target).contains(parts[1]);
  }

  private Set<String> anchors(Path target) throws IOException {
    List<String> lines = Files.readAllLines(target);
    if (target.toString().endsWith(".adoc")) {
      return GuidePage.parse(target, lines).anchors();
    }
    return lines.stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT).replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  @Test
  void indexListsEveryPage() {
    Map<Boolean, List<GuidePage>> byKind =
        pages.stream().collect(Collectors.partitioningBy(p -> p.name().equals("index.adoc")));
    List<String> listed = byKind.get(true).get(0).links();
    List<String> missing =
        byKind.get(false).stream().map(GuidePage::name).filter(n -> !listed.contains(n)).toList();
    assertEquals(List.of(), missing);
  }

  @Test
  void everyMemberThatIsNamedExists() {
    List<MatchResult> ours =
        pages.stream()
            .flatMap(GuidePage::code)
            .flatMap(code -> matches(code))
            .filter(member -> !JavaNames.find(member.group(1)).isEmpty())
            .toList();
    assertTrue(ours.size() > 5, ours.toString());
    List<String> unknown =
        ours.stream()
            .filter(member -> !JavaNames.isMentioned(member.group(1), member.group(2)))
            .map(MatchResult::group)
            .toList();
    assertEquals(List.of(), unknown);
  }

  private static Stream<MatchResult> matches(String code) {
    Matcher member = MEMBER.matcher(code);
    return member.matches() ? Stream.of(member.toMatchResult()) : Stream.empty();
  }

  @Test
  void versionsAreThoseOfTheBuild() throws IOException {
    Path pom = Path.of(System.getProperty("vertxaio.test.root"), "pom.xml");
    Map<String, String> built = versions(Files.readString(pom));
    int compared = 0;
    for (GuidePage.Listing block : listings("xml")) {
      for (Map.Entry<String, String> shown : versions(block.text()).entrySet()) {
        if (built.containsKey(shown.getKey())) {
          assertEquals(built.get(shown.getKey()), shown.getValue(), block.where());
          compared++;
        }
      }
    }
    assertTrue(compared >= 3, compared + " versions");
  }

  private static Map<String, String> versions(String pom) {
    Map<String, String> versions = new HashMap<>();
    for (MatchResult match :
        VERSION.matcher(pom.replaceAll("(?s)<!--.*?-->", "")).results().toList()) {
      versions.putIfAbsent(match.group(1), resolved(match.group(2), pom));
    }
    return versions;
  }

  private static String resolved(String version, String pom) {
    if (!version.startsWith("${")) {
      return version;
    }
    String property =
        version.substring(2, version.length() - 1).replace("project.version", "version");
    Matcher value = Pattern.compile("<" + property + ">(.*?)</").matcher(pom);
    assertTrue(value.find(), property);
    return value.group(1);
  }

  @Test
  void changedCode_unclosedRegionsAndListings_areSeen() {
    Map<String, String> found = new HashMap<>();
    GuideSnippets.parse(
        "T", List.of("  // tag::a[]", "  int x;", "", "    int y;", "  // end::a[]"), found);
    assertEquals(Map.of("T#a", "int x;\n\n  int y;"), found);
    for (List<String> wrong :
        List.of(
            List.of("// tag::b[]"),
            List.of("// end::b[]"),
            List.of("// tag::a[]", "// end::a[]"),
            List.of("// tag::b[]", "// tag::c[]", "// end::c[]", "// end::b[]"))) {
      assertThrows(AssertionError.class, () -> GuideSnippets.parse("T", wrong, found));
    }
    List<String> lines =
        List.of(
            ":docs: ..",
            "// snippet: T#a",
            "[source,java]",
            "----",
            "int z; // link:x[]",
            "----",
            "[#here]",
            "see link:{docs}/y.md#z[y] and https://x.org[x]");
    GuidePage page = GuidePage.parse(Path.of("p.adoc"), lines);
    assertEquals(
        List.of(new GuidePage.Listing("p.adoc:4", "java", "T#a", "int z; // link:x[]")),
        page.listings());
    assertEquals(List.of("../y.md#z"), page.links());
    assertEquals(Set.of("here"), page.anchors());
    assertThrows(
        AssertionError.class, () -> GuidePage.parse(Path.of("p.adoc"), List.of("----", "x")));
  }
}
