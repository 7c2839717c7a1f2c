package io.github.vertxaio.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Names and values are those of IO::AIO, the model of this library. What is not is in the table of
 * DIFFERENCES.md, which this test reads: an entry too few fails, and so does one too many.
 */
class IoAioTest {
  private static final String NONE = "-";

  /** What the table says of a value that depends on the machine. */
  private static final String VARIES = "varies";

  /**
   * Walks the symbol table of IO::AIO for what {@code newCONSTSUB} made, which leaves out
   * functions, and prints each name and value; a value that is no number is an object.
   */
  private static final String WALK =
      """
      no strict 'refs';
      for my $name (sort keys %IO::AIO::) {
        my $code = *{"IO::AIO::$name"}{CODE} or next;
        next unless B::svref_2object($code)->CvFLAGS & B::CVf_CONST;
        next unless B::svref_2object($code)->GV->STASH->NAME eq 'IO::AIO';
        my $value = $code->();
        print "$name ", (ref $value ? "object" : $value), "\\n";
      }
      """;

  private final NameList list = Tree.INPUTS.list();
  private final Facts facts = Tree.INPUTS.facts().get(Tree.host());

  @BeforeEach
  void needsIoAio() throws Exception {
    assumeTrue(
        Commands.succeeds("perl", "-MIO::AIO", "-e", "exit($IO::AIO::VERSION != 4.80)"),
        "no IO::AIO 4.80 for Perl; on Debian 12: apt-get install libio-aio-perl");
  }

  @Test
  void all333ConstantsAreThereWithTheirValuesOrExplained() throws Exception {
    Map<String, String[]> explained = explained();
    List<String> lines = Commands.lines("perl", "-MIO::AIO", "-MB", "-e", WALK);
    assertEquals(333, lines.size());
    Map<String, String> unexplained = new TreeMap<>();
    for (String line : lines) {
      String name = line.split(" ")[0];
      String theirs = line.split(" ")[1];
      String ours = ours(name);
      String[] row = explained.remove(name);
      boolean asExpected =
          row == null
              ? theirs.equals(ours)
              : (row[0].equals(VARIES) || theirs.equals(row[0])) && ours.equals(row[1]);
      if (!asExpected) {
        unexplained.put(name, "IO::AIO " + theirs + ", here " + ours);
      }
    }
    assertEquals(Map.of(), unexplained);
    assertEquals(Map.of(), explained, "in DIFFERENCES.md, but no constants of IO::AIO");
  }

  @Test
  void namesThatMayBeZeroAreNamesOfIoAio() throws Exception {
    List<String> theirs =
        Commands.lines("perl", "-MIO::AIO", "-MB", "-e", WALK).stream()
            .map(line -> line.split(" ")[0])
            .toList();
    List<String> unknown = new ArrayList<>(list.ioAioNames());
    unknown.removeAll(theirs);
    assertEquals(List.of(), unknown);
  }

  @Test
  void errnoMessagesAreThoseOfPerl() throws Exception {
    for (String name : list.canonicalErrnos()) {
      assertEquals(
          List.of(Tree.INPUTS.messages().get(name)),
          Commands.lines("perl", "-e", "$! = " + facts.errnos().get(name) + "; print $!"),
          name);
    }
  }

  private String ours(String name) {
    Long value = facts.constants().getOrDefault(name, facts.errnos().get(name));
    if (value != null) {
      return value.toString();
    }
    return list.ioAioNames().contains(name) ? "0" : NONE;
  }

  /** Reads the table: a name, the value of IO::AIO, ours, the reason. */
  private static Map<String, String[]> explained() throws Exception {
    Map<String, String[]> rows = new HashMap<>();
    for (String line :
        Files.readAllLines(Tree.PROJECT.root().resolve("vertx-aio-codegen/DIFFERENCES.md"))) {
      String[] cells = line.split("\\s*\\|\\s*");
      if (line.startsWith("| `") && cells.length == 5) {
        rows.put(cells[1].replace("`", ""), new String[] {cells[2], cells[3]});
      }
    }
    return rows;
  }
}
