package io.github.vertxaio.bench.report;

import io.github.vertxaio.bench.Cell;
import io.github.vertxaio.bench.RowResult;
import io.github.vertxaio.bench.Spread;
import java.awt.BasicStroke;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.style.Styler;

/** Bars for the contestants of a row at each depth; ours in blue. */
final class Chart {
  private static final int WIDTH = 1100;
  private static final int HEIGHT = 520;
  private static final Pattern DIGITS = Pattern.compile("(\\d\\.\\d\\d)\\d+");

  private final RowResult result;

  Chart(RowResult result) {
    this.result = result;
  }

  /** Draws it. */
  void write(Path directory) throws IOException {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(result.row().title())
            .xAxisTitle("requests in flight")
            .yAxisTitle(result.row().unit().toString())
            .build();
    if (result.row().unit().higherIsBetter()) {
      chart.getStyler().setYAxisLogarithmic(true);
      chart.getStyler().setYAxisMin(decadeBelowAll());
    }
    chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setYAxisDecimalPattern("#,###.##");
    chart.getStyler().setPlotGridVerticalLinesVisible(false);
    chart.getStyler().setPlotGridLinesStroke(new BasicStroke(0.5f));
    chart.getStyler().setAvailableSpaceFill(0.9);
    addSeries(chart);
    ByteArrayOutputStream svg = new ByteArrayOutputStream();
    VectorGraphicsEncoder.saveVectorGraphic(chart, svg, VectorGraphicsFormat.SVG);
    Path file = directory.resolve(result.row().id() + ".svg");
    Files.writeString(file, shortened(svg.toString(StandardCharsets.UTF_8)));
  }

  /** Text is drawn as outlines, with a dozen digits for each coordinate. */
  private static String shortened(String svg) {
    return DIGITS.matcher(svg).replaceAll("$1");
  }

  /** Bars begin at zero otherwise, which has no place on a logarithmic axis. */
  private double decadeBelowAll() {
    double least = result.cells().stream().mapToDouble(c -> c.figures().median()).min().orElse(1);
    return Math.pow(10, Math.floor(Math.log10(Math.max(1, least))));
  }

  private void addSeries(CategoryChart chart) {
    Map<String, List<Cell>> contestants = new LinkedHashMap<>();
    for (Cell cell : result.cells()) {
      contestants.computeIfAbsent(cell.contestant(), name -> new ArrayList<>()).add(cell);
    }
    int peers = 0;
    int ours = 0;
    for (Map.Entry<String, List<Cell>> contestant : contestants.entrySet()) {
      List<Cell> cells = contestant.getValue();
      CategorySeries series = chart.addSeries(contestant.getKey(), depths(cells), medians(cells));
      series.setFillColor(cells.get(0).isOurs() ? shade(0.58f, ours++) : shade(0.07f, peers++));
    }
  }

  private static List<String> depths(List<Cell> cells) {
    return cells.stream().map(cell -> Integer.toString(cell.depth())).toList();
  }

  private static List<Double> medians(List<Cell> cells) {
    return cells.stream().map(Cell::figures).map(Spread::median).toList();
  }

  private static Color shade(float hue, int index) {
    float step = index % 6 / 6f;
    return Color.getHSBColor(hue + index / 6 * 0.06f, 0.9f - 0.6f * step, 0.6f + 0.35f * step);
  }
}
