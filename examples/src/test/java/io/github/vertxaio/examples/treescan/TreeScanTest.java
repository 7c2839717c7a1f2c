package io.github.vertxaio.examples.treescan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.vertxaio.Engine;
import io.github.vertxaio.PathBytes;
import io.github.vertxaio.examples.treescan.Options.LoopTransport;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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
    vertx = Loop.start(LoopTransport.NIO);
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

  @ParameterizedTest
  @EnumSource
  void everyTransportAndEngineFindsTheSame(LoopTransport transport) {
    for (Engine engine : Engine.values()) {
      out.reset();
      String[] args = {"-0s", "--transport=" + transport, "--engine=" + engine, root};
      int status = TreeScan.run(args, out, new ErrorStream(err));
      assumeFalse(status == 2 && err.toString().contains("does not work here"), err::toString);
      assertEquals(found(""), names(), () -> engine + ": " + err);
    }
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

  @Test
  void overlappingPathsAreAllScanned() {
    assertEquals(0, scan("-0d", root + "/a/b/", root + "/a", root + "//a/b"));
    List<String> expected =
        Stream.of("/a/", "/a/b/", "/a/b/", "/a/b/c/", "/a/b/c/", "//a/b/", "//a/b/c/")
            .map(path -> root + path)
            .sorted()
            .toList();
    assertEquals(expected, new Command(0, out.toString(), "").allNames());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "missing, No such file or directory",
        "\"\", No such file or directory",
        "/dev/null/, Not a directory",
        "/dev/null/x, Not a directory"
      })
  void missingPathIsReportedOnceAndTheOthersScanned(String missing, String reason) {
    assertEquals(1, scan("-0s", missing, root + "/empty"));
    assertEquals("treescan: " + missing + ": " + reason + "\n", err.toString());
    assertEquals(Set.of(root + "/empty/"), names());
  }

  @Test
  void whatIsTooDeepForAPathIsReported() {
    String make = "d=$(printf %0250d 7) && p=deep/$d/$d/$d/$d/$d/$d/$d && mkdir -p $p/$p/$p";
    assertEquals(0, Command.shell(temp, make).status());
    try {
      assertEquals(1, scan("-0", temp + "/deep"));
    } finally {
      Command.shell(temp, "rm -r deep");
    }
    assertTrue(err.toString().endsWith("/: File name too long\n"), err::toString);
    assertEquals(1, err.toString().lines().count(), err::toString);
    assertEquals(names().size(), names().stream().filter(name -> name.endsWith("/")).count());
  }

  @Test
  void expressionThatNeedsTooMuchStackIsReported() {
    String longPath = root + "/empty" + "/.".repeat(1500);
    assertEquals(70, scan("-g", "(a|.)*#", longPath));
    assertTrue(err.toString().startsWith("treescan: stopped: --grep"), err::toString);
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
    assertEquals(1, scan("\033[2J\n\u009B\uDC9B\u00E4"));
    assertEquals(
        "treescan: ?[2J???\u00E4: No such file or directory\n",
        err.toString(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-x", "-g (", "-g", "--parallel 0", "--engine steam", "--quiet=3"})
  void wrongUsageExitsWith2(String options) {
    assertEquals(2, TreeScan.run(options.split(" "), out, new ErrorStream(err)));
    assertEquals("", out.toString());
    assertTrue(err.toString().matches("treescan: .*\nTry 'treescan --help'.\n"), err::toString);
  }

  @Test
  void leavesNoEventLoop() throws InterruptedException {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    assertEquals(0, TreeScan.run(new String[] {"-q", root}, out, new ErrorStream(err)));
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("vert.x-eventloop") && !before.contains(thread)) {
        thread.join(10_000);
        assertFalse(thread.isAlive(), thread::toString);
      }
    }
  }

  @Test
  void startsTheLibraryByANameThatItHas() throws Exception {
    Class<?> bindings = Class.forName(NativeStart.BINDINGS, false, getClass().getClassLoader());
    assertEquals(NativeStart.BINDINGS, bindings.getName());
  }
}
