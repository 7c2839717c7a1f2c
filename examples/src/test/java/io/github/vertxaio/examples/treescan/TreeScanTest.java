package io.github.vertxaio.examples.treescan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.vertxaio.PathBytes;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the options do, against what {@code find} sees. In this process, on one Vert.x. */
class TreeScanTest {
  @TempDir static Path temp;
  private static Vertx vertx;
  private static String root;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeAll
  static void makeTree() {
    vertx = Loop.start(Options.LoopTransport.NIO);
    TestTree.make(temp);
    root = temp + "/tree";
  }

  @AfterAll
  static void close() {
    vertx.close().await();
  }

  private int scan(String... args) {
    Options options = Options.of(Syntax.parser().parseArgs(args));
    return new Scan(options, out, new ErrorStream(err)).run(vertx);
  }

  private Set<String> names() {
    return new Command(0, out.toString(StandardCharsets.ISO_8859_1), "").names();
  }

  private static Set<String> found(String more) {
    return TestTree.find(temp, "\"$PWD/tree\"", more);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0", "-0s", "-0p", "-0sp", "--print0 --sync", "-0s --sync --parallel=1"})
  void printsWhatFindSees(String options) {
    assertEquals(0, scan((options + " " + root).split(" ")), err::toString);
    assertEquals(found(""), names());
  }

  @Test
  void dirsPrintsDirectoriesOnly() {
    assertEquals(0, scan("-0d", root));
    assertEquals(found("-type d"), names());
  }

  @Test
  void filesPrintsFilesOnly() {
    assertEquals(0, scan("-0f", root));
    assertEquals(found("! -type d"), names());
  }

  @Test
  void dirsAndFilesTogetherLeaveNothing() {
    assertEquals(0, scan("-df", root));
    assertEquals("", out.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-q", "-q0", "-0q", "-qd", "-qf"})
  void quietPrintsNothing(String options) {
    assertEquals(0, scan(options, root));
    assertEquals("", out.toString());
  }

  @Test
  void namesEndWithNewlines() {
    assertEquals(0, scan(root + "/a"));
    Set<String> expected =
        found("-path '*/tree/a*'").stream().collect(Collectors.toCollection(TreeSet::new));
    assertEquals(expected, new TreeSet<>(Set.of(out.toString().split("\n"))));
  }

  @Test
  void grepSelectsPathsAsPrintedAndDotMatchesNewline() {
    assertEquals(0, scan("-0g", "new.line/(n.l)?$", root));
    assertEquals(Set.of(root + "/new\nline/", root + "/new\nline/n\nl"), names());
  }

  @Test
  void grepSeesTheWholePath() {
    assertEquals(0, scan("-0dg/tree/a/.*/$", root));
    assertEquals(Set.of(root + "/a/b/", root + "/a/b/c/"), names());
  }

  @Test
  void fileIsPrintedItself() {
    assertEquals(0, scan("-0s", "--sync", root + "/file", root + "/dangling", root + "/loop"));
    assertEquals(Set.of(root + "/file", root + "/dangling", root + "/loop"), names());
  }

  @Test
  void linkOnTheCommandLineIsFollowed() {
    assertEquals(0, scan("-0d", root + "/link-to-dir"));
    String link = root + "/link-to-dir/";
    assertEquals(Set.of(link, link + "b/", link + "b/c/"), names());
  }

  @Test
  void slashesBehindAPathBecomeOne() {
    assertEquals(0, scan("-0", root + "/empty///"));
    assertEquals(Set.of(root + "/empty/"), names());
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing", ""})
  void missingPathIsReportedAndTheOthersScanned(String missing) {
    assertEquals(1, scan("-0", missing, root + "/empty"));
    assertEquals("treescan: " + missing + ": No such file or directory\n", err.toString());
    assertEquals(Set.of(root + "/empty/"), names());
  }

  @Test
  void pathBytesSurvive() throws Exception {
    byte[] latin = {'/', 'l', 'a', 't', 'i', 'n', (byte) 0xE4};
    String path = root + PathBytes.decode(latin);
    assertEquals(0, scan("-0", path));
    assertTrue(names().contains(root + "/latin\u00E4/\u00FC\u00FF"), () -> names().toString());
  }

  @Test
  void progressPrintsOneLineAtTheEnd() {
    assertEquals(0, scan("-qp", root));
    int entries = found("").size();
    assertTrue(
        err.toString().matches(entries + " entries \\(.*\\) in \\d+\\.\\d{3} s, \\d+ entries/s\n"),
        err::toString);
  }

  @Test
  void controlCharactersDoNotReachTheTerminal() {
    assertEquals(1, scan("\033[2J\n"));
    assertFalse(err.toString().contains("\033"));
  }
}
