package io.github.vertxaio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tables of {@code docs/io-aio.md}, as their page has them: a name of IO::AIO, what it is
 * called in Java, a note. The last table is without the first column.
 *
 * @param rows the rows of all tables, without their heads
 */
record IoAioMap(List<Row> rows) {
  static final Path PAGE = Path.of(System.getProperty("vertxaio.test.root"), "docs/io-aio.md");

  /** What stands in place of names: to be made, and left out on purpose. */
  private static final List<String> WITHOUT_NAMES = List.of("planned", "none");

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern NAMES = Pattern.compile("`[^`]+`(, `[^`]+`)*");

  /**
   * One row.
   *
   * @param line where it is in the page, for messages
   * @param columns how many columns its table has
   * @param cells what it has itself
   */
  record Row(int line, int columns, List<String> cells) {
    boolean isComplete() {
      return columns == cells.size() && cells.stream().noneMatch(String::isEmpty);
    }

    Stream<String> perlNames() {
      return columns == 3 ? code(cells.get(0)) : Stream.empty();
    }

    private String java() {
      return cells.get(columns - 2);
    }

    boolean hasJavaNamesOrTellsWhyNot() {
      return WITHOUT_NAMES.contains(java()) || NAMES.matcher(java()).matches();
    }

    Stream<String> javaNames() {
      return code(java());
    }

    Stream<String> codeInNote() {
      return code(cells.get(columns - 1));
    }

    private static Stream<String> code(String cell) {
      return CODE.matcher(cell).results().map((MatchResult code) -> code.group(1));
    }

    @Override
    public String toString() {
      return PAGE.getFileName() + ":" + line + " " + cells;
    }
  }

  static IoAioMap read() throws IOException {
    List<Row> rows = new ArrayList<>();
    List<String> lines = Files.readAllLines(PAGE);
    int columns = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("|---")) {
        columns = cells(line).size();
      } else if (!line.startsWith("|")) {
        columns = 0;
      } else if (columns > 0) {
        rows.add(new Row(i + 1, columns, cells(line)));
      }
    }
    return new IoAioMap(List.copyOf(rows));
  }

  private static List<String> cells(String line) {
    String[] parts = line.split("\\|", -1);
    return Arrays.stream(parts, 1, parts.length - 1).map(String::trim).toList();
  }
}
