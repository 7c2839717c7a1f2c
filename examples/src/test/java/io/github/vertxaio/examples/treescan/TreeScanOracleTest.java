package io.github.vertxaio.examples.treescan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The options, against the program of the same name that comes with Perl's IO::AIO. */
class TreeScanOracleTest {
  @TempDir static Path temp;

  @BeforeAll
  static void makeTree() {
    boolean installed = Command.shell(temp, "perl -MIO::AIO -e1 && treescan --help").status() == 0;
    assumeTrue(installed, "libio-aio-perl is not installed");
    TestTree.make(temp);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-0 tree",
        "--print0 --stat tree",
        "-0d tree",
        "-0f tree/a tree/empty",
        "-0sg '[aeiou]/' tree",
        "-0 -g '^tree/a.*\\d$' tree/",
        "-0g 'new.line' tree",
        "-0 --grep=b/ --sync tree/a",
        "-0 tree/link-to-dir",
        "-0df tree"
      })
  void printsTheSame(String arguments) {
    Command theirs = Command.shell(temp, "treescan " + arguments);
    Command ours = Command.shell(temp, Command.treescan() + " " + arguments);
    assertEquals(theirs.names(), ours.names());
    assertEquals(theirs.status(), ours.status());
  }
}
