package io.github.vertxaio.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vertxaio.bench.Cell;
import io.github.vertxaio.bench.RowResult;
import io.github.vertxaio.bench.Sample;
import io.github.vertxaio.bench.Spread;
import io.github.vertxaio.bench.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** All that was measured, for programs. */
final class JsonReport {
  private final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private final ObjectNode root = mapper.createObjectNode();

  JsonReport(Map<String, String> environment, Map<String, String> settings) {
    root.set("environment", mapper.valueToTree(environment));
    root.set("settings", mapper.valueToTree(settings));
    root.putArray("rows");
  }

  void add(RowResult result) {
    ObjectNode row = root.withArray("rows").addObject();
    row.put("id", result.row().id());
    row.put("title", result.row().title());
    row.put("unit", result.row().unit().toString());
    row.put("disturbance", rounded(result.disturbance()));
    ArrayNode cells = row.putArray("results");
    result.cells().forEach(cell -> add(cells.addObject(), cell));
    ArrayNode goals = row.putArray("goals");
    result.verdicts().forEach(verdict -> add(goals.addObject(), verdict));
    row.set("skipped", mapper.valueToTree(result.missing()));
  }

  private static void add(ObjectNode node, Cell cell) {
    node.put("contestant", cell.contestant());
    node.put("depth", cell.depth());
    add(node, cell.figures());
    putKnown(node, cell.unit().cpuName(), cell.cpuSeconds());
    putKnown(node, "allocatedBytesPerOperation", cell.bytesPerOperation());
    putKnown(node, "loopThreadShare", cell.loopShare());
    ArrayNode rounds = node.putArray("rounds");
    for (Sample sample : cell.rounds()) {
      rounds.add(rounded(cell.unit().of(sample)));
    }
  }

  private static void add(ObjectNode node, Verdict verdict) {
    node.put("contestant", verdict.ours());
    node.put("peer", verdict.peer());
    node.put("depth", verdict.depth());
    add(node, verdict.ratio());
    putKnown(node, "cpuRatio", verdict.cpuRatio());
    node.put("goal", verdict.goal());
    node.put("reached", verdict.reached());
  }

  private static void add(ObjectNode node, Spread spread) {
    node.put("median", rounded(spread.median()));
    node.put("min", rounded(spread.min()));
    node.put("max", rounded(spread.max()));
  }

  private static void putKnown(ObjectNode node, String name, double value) {
    if (!Double.isNaN(value)) {
      node.put(name, rounded(value));
    }
  }

  /** To four digits: the rest is noise. */
  private static double rounded(double value) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.4g", value));
  }

  void write(Path file) throws IOException {
    mapper.writeValue(file.toFile(), root);
  }
}
