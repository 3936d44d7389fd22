package rapport.conversation.diagram;

import java.util.List;
import rapport.conversation.diagram.Canvas.Lettering;
import rapport.conversation.diagram.Canvas.Look;

/**
 * Draws a chart from top to bottom. Every method that draws is told where the top is and says where
 * the bottom came to be.
 */
final class SvgChart {

  private static final int WIDTH = 920;
  private static final int MARGIN = 24;
  private static final int PADDING = 16;
  private static final int GAP = 18;
  private static final int PILL = 28;
  private static final int LINE = 17;

  private final Canvas canvas;

  private SvgChart(Canvas canvas) {
    this.canvas = canvas;
  }

  static String draw(Chart chart) {
    var canvas = new Canvas();
    var height = new SvgChart(canvas).chart(chart);
    return canvas.picture(chart.title(), WIDTH, height);
  }

  private int chart(Chart chart) {
    var x = MARGIN;
    var width = WIDTH - 2 * MARGIN;
    canvas.text(Lettering.TITLE, x, MARGIN + 20, chart.title());
    var y = pill(Look.END, chart.begin(), x, MARGIN + 36, width);
    for (var block : chart.blocks()) {
      y = block(block, x, arrow(x, y, width), width);
    }
    y = pill(Look.END, chart.end(), x, arrow(x, y, width), width);
    return legend(chart.legend(), x, y + GAP, width) + MARGIN;
  }

  /** One entry beside the other, as many to a line as there is room for. */
  private int legend(List<String> entries, int x, int top, int width) {
    var left = x;
    var y = top + 12;
    for (var entry : entries) {
      var wide = Measure.width(entry, Lettering.NOTE.size());
      if (left > x && left + wide > x + width) {
        left = x;
        y += LINE;
      }
      canvas.text(Lettering.NOTE, left, y, entry);
      left += wide + GAP;
    }
    return y;
  }

  private int block(Chart.Block block, int x, int top, int width) {
    var content = new Canvas();
    var inside = new SvgChart(content);
    var y = top + 40;
    y =
        inside.parts(
            block.parts(),
            x + PADDING,
            y + (block.parts().isEmpty() ? 0 : 12),
            width - 2 * PADDING);
    for (var rule : block.rules()) {
      y = inside.rule(rule, x + PADDING, y + 10, width - 2 * PADDING);
    }
    var bottom = y + (block.parts().isEmpty() && block.rules().isEmpty() ? 0 : PADDING);
    canvas.box(Look.BLOCK, x, top, width, bottom - top);
    canvas.box(Look.HEAD, x, top, width, 40);
    canvas.text(Lettering.HEADING, x + PADDING, top + 26, block.title());
    canvas.text(Lettering.ASIDE, x + width - PADDING, top + 25, block.note());
    canvas.draw(content);
    return bottom;
  }

  private int parts(List<Chart.Part> parts, int x, int top, int width) {
    var y = top;
    for (var part : parts) {
      if (y > top) {
        y = arrow(x, y, width);
      }
      y =
          switch (part) {
            case Chart.Ask(var items) -> ask(items, x, y, width);
            case Chart.Branch branch -> branch(branch, x, y, width);
            case Chart.Loop loop -> loop(loop, x, y, width);
          };
    }
    return y;
  }

  private int ask(List<Chart.Item> items, int x, int top, int width) {
    var columns = items.size() > 3 && width > 600 ? 2 : 1;
    var column = (width - 24 - (columns - 1) * 24) / columns;
    var rows = (items.size() + columns - 1) / columns;
    var content = new Canvas();
    var bottom = top;
    for (var i = 0; i < columns; i++) {
      var y = top + 8;
      for (var item : items.subList(i * rows, Math.min(items.size(), (i + 1) * rows))) {
        y = new SvgChart(content).item(item, x + 12 + i * (column + 24), y, column);
      }
      bottom = Math.max(bottom, y);
    }
    canvas.box(Look.FIELDS, x, top, width, bottom + 6 - top);
    canvas.draw(content);
    return bottom + 6;
  }

  private int item(Chart.Item item, int x, int top, int width) {
    var y = top;
    var kind = Measure.width(item.kind(), Lettering.ASIDE.size());
    for (var line : Measure.lines(item.marked(), Lettering.LABEL.size(), width - kind - 12)) {
      canvas.text(Lettering.LABEL, x, y + 14, line);
      y += LINE + 2;
    }
    canvas.text(Lettering.ASIDE, x + width, top + 14, item.kind());
    if (!item.options().isEmpty()) {
      var options = String.join(" · ", item.options());
      for (var line : Measure.lines(options, Lettering.NOTE.size(), width - 12)) {
        canvas.text(Lettering.NOTE, x + 12, y + 12, line);
        y += LINE;
      }
    }
    return y + 2;
  }

  private int branch(Chart.Branch branch, int x, int top, int width) {
    var fork = pill(Look.FORK, branch.question(), x, top, width);
    var arms = branch.arms();
    var shares = arms.stream().mapToInt(arm -> arm.parts().isEmpty() ? 1 : 3).sum();
    var unit = (width - GAP * (arms.size() - 1)) / shares;
    var ways = fork + 10;
    var start = ways + 28;
    var bottom = start;
    canvas.line(centre(x, width), fork, centre(x, width), ways);
    var bottoms = new int[arms.size()];
    var centres = new int[arms.size()];
    var left = x;
    for (var i = 0; i < arms.size(); i++) {
      var arm = arms.get(i);
      var armWidth = unit * (arm.parts().isEmpty() ? 1 : 3);
      centres[i] = centre(left, armWidth);
      way(arm, centres[i], ways, armWidth, start);
      bottoms[i] = parts(arm.parts(), left, start, armWidth);
      bottom = Math.max(bottom, bottoms[i]);
      left += armWidth + GAP;
    }
    canvas.line(centres[0], ways, centres[arms.size() - 1], ways);
    for (var i = 0; i < arms.size(); i++) {
      canvas.line(centres[i], bottoms[i], centres[i], bottom + 10);
    }
    canvas.line(
        Math.min(centres[0], centre(x, width)),
        bottom + 10,
        Math.max(centres[arms.size() - 1], centre(x, width)),
        bottom + 10);
    return bottom + 10;
  }

  /** The beginning of a way, with what it is called beside it. */
  private void way(Chart.Arm arm, int centre, int top, int width, int bottom) {
    if (arm.parts().isEmpty()) {
      canvas.line(centre, top, centre, bottom);
    } else {
      canvas.arrow(centre, top, bottom);
    }
    var label = Measure.lines(arm.label(), Lettering.WAY.size(), width).getFirst();
    var half = Measure.width(label, Lettering.WAY.size()) / 2;
    canvas.text(Lettering.WAY, centre + half + 8, top + 16, label);
  }

  private int loop(Chart.Loop loop, int x, int top, int width) {
    var content = new Canvas();
    var bottom =
        new SvgChart(content).parts(loop.parts(), x + PADDING, top + 40, width - 2 * PADDING - 18)
            + PADDING;
    canvas.box(Look.LOOP, x, top, width, bottom - top);
    var tab = "↻ " + loop.label();
    canvas.box(Look.TAB, x + PADDING, top + 6, Measure.width(tab, Lettering.NOTE.size()) + 24, 24);
    canvas.text(Lettering.NOTE, x + PADDING + 12, top + 22, tab);
    canvas.draw(content);
    canvas.back(x + width - PADDING - 18, bottom - PADDING - 8, top + 48);
    return bottom;
  }

  private int rule(Chart.Note rule, int x, int top, int width) {
    var words = rule.when() + ": " + String.join("; ", rule.effects()) + ".";
    var lines = Measure.lines(words, Lettering.NOTE.size(), width - 24);
    var height = lines.size() * LINE + 12;
    canvas.box(Look.RULE, x, top, width, height);
    for (var i = 0; i < lines.size(); i++) {
      canvas.text(Lettering.NOTE, x + 12, top + 18 + i * LINE, lines.get(i));
    }
    return top + height;
  }

  private int pill(Look look, String words, int x, int top, int width) {
    var lines = Measure.lines(words, Lettering.CENTRED.size(), width - 48);
    var widest =
        lines.stream().mapToInt(line -> Measure.width(line, Lettering.CENTRED.size())).max();
    var pill = widest.orElse(0) + 36;
    var height = PILL + (lines.size() - 1) * LINE;
    canvas.box(look, centre(x, width) - pill / 2, top, pill, height);
    for (var i = 0; i < lines.size(); i++) {
      canvas.text(Lettering.CENTRED, centre(x, width), top + 19 + i * LINE, lines.get(i));
    }
    return top + height;
  }

  private int arrow(int x, int top, int width) {
    canvas.arrow(centre(x, width), top, top + GAP);
    return top + GAP;
  }

  private static int centre(int x, int width) {
    return x + width / 2;
  }
}
