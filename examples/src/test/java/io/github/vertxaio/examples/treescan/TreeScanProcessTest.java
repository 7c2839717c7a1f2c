package io.github.vertxaio.examples.treescan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can only be seen of a process: exit status, signals, pipes, arguments as bytes. */
class TreeScanProcessTest {
  /** Runs a command as root without the right to read everything. */
  private static final String AS_OTHERS =
      "setpriv --bounding-set=-dac_override,-dac_read_search"
          + " --inh-caps=-dac_override,-dac_read_search ";

  @TempDir static Path temp;

  @BeforeAll
  static void makeTree() {
    TestTree.make(temp);
  }

  private static Command run(String command) {
    return Command.shell(temp, command.replace("treescan", Command.treescan()));
  }

  private static boolean works(String command) {
    return Command.works(temp, command);
  }

  @Test
  void scansTheCurrentDirectoryWithoutAPath() {
    Command done = run("cd tree && treescan -0");
    assertEquals(TestTree.find(temp.resolve("tree"), ".", ""), done.names());
    assertEquals(0, done.status());
    assertEquals("", done.err());
  }

  @Test
  void argumentsAreBytesInEveryLocale() {
    for (String locale : new String[] {"C", "C.UTF-8"}) {
      Command done = run("LC_ALL=" + locale + " treescan -0 \"$(printf 'tree/latin\\344')\"");
      assertEquals(Set.of("tree/latin\u00E4/", "tree/latin\u00E4/\u00FC\u00FF"), done.names());
      assertEquals("", done.err());
    }
  }

  @Test
  void argumentMayBeginWithADashOrAnAtSign() {
    Command done = run("touch @x && cd tree && treescan -0 -- -dash ../@x");
    assertEquals(Set.of("-dash", "../@x"), done.names(), done.err());
  }

  @Test
  void helpAndVersionGoToStandardOutput() {
    Command help = run("treescan --help");
    assertEquals(0, help.status());
    for (String option : "-q -0 -s -d -f -p --sync -g --help --version".split(" ")) {
      assertTrue(help.out().contains(option), help.out());
    }
    Command version = run("treescan --version");
    assertEquals(0, version.status());
    assertTrue(version.out().startsWith("treescan of vertx-aio"), version.out());
  }

  @Test
  void unreadableDirectoryIsReportedAndSkipped() {
    boolean root = works("test $(id -u) = 0");
    String limited = root ? AS_OTHERS : "";
    String make = "mkdir -p locked/dir locked/open && chmod 0 locked/dir && ";
    assumeTrue(
        works(make + limited + "test ! -r locked/dir"),
        "root reads everything, and setpriv cannot take that right away");
    Command done =
        run(
            limited
                + "treescan -0 locked locked/dir/x; status=$?; chmod 755 locked/dir; exit $status");
    Set<String> denied =
        Set.of(
            "treescan: locked/dir/: Permission denied",
            "treescan: locked/dir/x: Permission denied");
    assertEquals(denied, Set.of(done.err().split("\n")));
    assertEquals(Set.of("locked/", "locked/dir/", "locked/open/"), done.names());
    assertEquals(1, done.status());
  }

  @Test
  void closedPipeEndsQuietly() {
    Command done = run("(treescan /usr; echo $? >status) | head -1; cat status");
    assertEquals("/usr/\n141\n", done.out());
    assertEquals("", done.err());
  }

  @Test
  void fullDeviceIsAnError() {
    assumeTrue(works("test -w /dev/full"), "no /dev/full");
    assertEquals(1, run("treescan --help >/dev/full").status());
    Command done = run("treescan tree >/dev/full");
    assertTrue(done.err().startsWith("treescan: standard output: "), done.err());
    assertEquals(1, done.status());
  }

  @Test
  void interruptExitsWith130() {
    // A shell lets what it starts in the background ignore the interrupt; env undoes that.
    assumeTrue(works("env --default-signal=INT true"), "env cannot restore signals");
    // After the first line nobody reads, so it is still writing when it is interrupted.
    String command =
        "mkfifo names && { env --default-signal=INT treescan /usr /usr /usr >names & } && exec"
            + " 3<names && read -r line <&3 && kill -INT $! && wait $!; echo $? $line";
    Command done = run(command);
    assertEquals("130 /usr/\n", done.out());
    assertEquals("", done.err());
  }

  @Test
  void realTreeEqualsFindForASlowReader() {
    Command done = run("treescan -0 /usr | (sleep 1; cat)");
    assertEquals(TestTree.find(temp, "/usr", ""), done.names());
    assertEquals(0, done.status(), done.err());
  }
}
