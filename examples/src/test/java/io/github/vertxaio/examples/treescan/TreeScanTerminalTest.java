package io.github.vertxaio.examples.treescan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody sees who runs it in a terminal, here one that {@code script} makes. */
class TreeScanTerminalTest {
  private static final String ERASE = "\r\033[K";
  private static final String SUMMARY = "\\d+ entries \\(.*\\) in .* s, \\d+ entries/s\r\n";

  @TempDir static Path temp;

  @BeforeAll
  static void makeTree() {
    assumeTrue(Command.works(temp, "script -qec true /dev/null"), "no script from util-linux");
    TestTree.make(temp);
  }

  /** Runs a command in a terminal, by the shell that all have, and tells what that was sent. */
  private static Command terminal(String term, String keys, String command) {
    String line = command.replace("treescan", Command.treescan());
    String script = "SHELL=/bin/sh TERM=" + term + " script -qec \"$1\" -E never /dev/null";
    return Command.shell(temp, keys + " | " + script, line);
  }

  @Test
  void progressIsDrawnInOneLineAndRemoved() {
    Command done = terminal("xterm", ":", "treescan -qp tree");
    assertEquals(0, done.status());
    assertTrue(done.out().startsWith(ERASE + "\033[?7ltreescan "), done.out());
    String end = done.out().substring(done.out().lastIndexOf(ERASE) + ERASE.length());
    assertTrue(end.matches(SUMMARY), done.out());
    assertEquals(done.out().length() - 1, done.out().indexOf('\n'), done.out());
    assertEquals(done.out().split("\033\\[\\?7l").length, done.out().split("\033\\[\\?7h").length);
  }

  @Test
  void namesMayGoElsewhereMeanwhile() {
    Command done = terminal("xterm", ":", "treescan -p0 tree >names");
    assertTrue(done.out().startsWith(ERASE), done.out());
    Command names = Command.shell(temp, "cat names");
    assertEquals(TestTree.find(temp, "tree", ""), names.names());
  }

  @Test
  void progressIsNotDrawnWhereItCannotBeErased() {
    Command dumb = terminal("dumb", ":", "treescan -qp tree");
    assertTrue(dumb.out().matches(SUMMARY), dumb.out());
    Command names = terminal("xterm", ":", "treescan -p tree/empty");
    assertTrue(names.out().matches("tree/empty/\r\n" + SUMMARY), names.out());
  }

  @Test
  void failureIsALineOfItsOwn() {
    Command done = terminal("xterm", ":", "treescan -qp missing");
    assertEquals(1, done.status());
    String failure = ERASE + "treescan: missing: No such file or directory\r\n";
    assertTrue(done.out().contains(failure), done.out());
  }

  @Test
  void interruptLeavesAnEmptyLine() {
    // The pipe is full and nobody reads it, so the scan is not over when the key is pressed. The
    // key
    // interrupts the shells as well: those go on, and the scan alone ends.
    String keys = "{ until [ -s first ]; do sleep 0.05; done; printf '\\003'; }";
    Command done =
        terminal(
            "xterm",
            keys,
            "trap : INT; { trap : INT; treescan -p /usr; echo $? >status; } | { trap '' INT;"
                + " read -r line; echo $line >first; until [ -s status ]; do sleep 0.05; done; };"
                + " cat status");
    assertTrue(done.out().endsWith(ERASE + "130\r\n"), done.out());
    assertFalse(done.out().contains("directories"), done.out());
  }
}
