package rapport.profile.journeymap;

import java.util.List;
import rapport.profile.buyingprocess.BuyingStage;
import rapport.profile.buyingprocess.StageField;

/** The stages as arrows that lead into one another, each with how long it takes. */
final class Arrows {

  private static final Style NAME = Style.bold(15, 19, Palette.PAPER);
  private static final Style DURATION = Style.plain(12.5, 18, Palette.PAPER);
  private static final double POINT = 18;
  private static final double GAP = 5;
  private static final double INSET = 12;
  private static final double CLOCK = 17;
  private static final double PADDING = 12;

  private final Svg svg;
  private final Layout layout;

  private Arrows(Svg svg, Layout layout) {
    this.svg = svg;
    this.layout = layout;
  }

  /** Draws them below this height; the height below them is the answer. */
  static double draw(Svg svg, List<BuyingStage> stages, Layout layout, double y) {
    return new Arrows(svg, layout).draw(stages, y);
  }

  private double draw(List<BuyingStage> stages, double y) {
    var width = layout.columnWidth() - 2 * POINT - INSET;
    var names =
        stages.stream().map(stage -> Paragraph.of(name(stages, stage), width, 2, NAME)).toList();
    var tallest = names.stream().mapToDouble(Paragraph::height).max().orElse(0);
    var height = PADDING + tallest + DURATION.leading() + PADDING;
    for (int i = 0; i < stages.size(); i++) {
      var color = Palette.between(stages.size() == 1 ? 0 : (double) i / (stages.size() - 1));
      arrow(i, i == stages.size() - 1, y, height, color);
      var x = layout.column(i) + POINT + INSET - 4;
      names.get(i).draw(svg, x, y + PADDING);
      duration(stages.get(i), x, y + PADDING + names.get(i).height() + 1, width);
    }
    return y + height + 14;
  }

  private static String name(List<BuyingStage> stages, BuyingStage stage) {
    return JourneyMap.name(stages.indexOf(stage), stage);
  }

  /**
   * The first one has a straight back, the others take the point of the one before; the last ends
   * where the lanes do.
   */
  private void arrow(int index, boolean last, double y, double height, String color) {
    var left = layout.column(index);
    var right = left + layout.columnWidth() - (last ? POINT : GAP);
    var points =
        List.of(
            point(left, y),
            point(right, y),
            point(right + POINT, y + height / 2),
            point(right, y + height),
            point(left, y + height),
            point(index == 0 ? left : left + POINT, y + height / 2));
    svg.element("polygon", "points", String.join(" ", points), "fill", color);
  }

  private static String point(double x, double y) {
    return Svg.plain(x) + "," + Svg.plain(y);
  }

  private void duration(BuyingStage stage, double x, double y, double width) {
    var known = stage.text(StageField.DURATION);
    var middle = y + DURATION.leading() / 2;
    svg.open("g", "stroke", Palette.PAPER, "stroke-width", 1.2, "fill", "none");
    svg.element("circle", "cx", x + 5.5, "cy", middle, "r", 5.0);
    svg.element("path", "d", "M%s,%sv3h2.2".formatted(Svg.plain(x + 5.5), Svg.plain(middle - 3)));
    svg.close();
    Paragraph.of(known.isEmpty() ? JourneyMap.NOTHING : known, width - CLOCK, 1, DURATION)
        .draw(svg, x + CLOCK, y);
  }
}
