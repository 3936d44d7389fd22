package rapport.profile.journeymap;

import java.util.List;
import rapport.profile.buyingprocess.BuyingStage;
import rapport.profile.buyingprocess.StageField;
import rapport.profile.catalogue.Labels;

/** What happens in each stage: the buyer's lanes above, the seller's below. */
final class Lanes {

  private static final Style TEXT = Style.plain(13, 18, Palette.INK);
  private static final Style EMPTY = Style.plain(13, 18, Palette.SOFT);
  private static final int MOST_LINES = 12;
  private static final double PADDING = 12;
  private static final double AROUND = 7;
  private static final double GAP = 8;
  private static final double BAR = 5;
  private static final double INDENT = 18;

  /** One lane. */
  private record Lane(StageField field, String color, String tint) {
    static Lane buyer(StageField field) {
      return new Lane(field, Palette.BUYER, Palette.BUYER_TINT);
    }

    static Lane seller(StageField field) {
      return new Lane(field, Palette.SELLER, Palette.SELLER_TINT);
    }
  }

  private static final List<Lane> LANES =
      List.of(
          Lane.buyer(StageField.BUYER_ACTIONS),
          Lane.buyer(StageField.KEY_INFLUENCERS),
          Lane.seller(StageField.SELLER_ACTIONS),
          Lane.seller(StageField.CONTENT_TYPE),
          Lane.seller(StageField.KEY_MESSAGE));

  private final Svg svg;
  private final Labels labels;
  private final Layout layout;

  private Lanes(Svg svg, Labels labels, Layout layout) {
    this.svg = svg;
    this.labels = labels;
    this.layout = layout;
  }

  /** Draws them below this height; the height below them is the answer. */
  static double draw(Svg svg, List<BuyingStage> stages, Labels labels, Layout layout, double y) {
    var lanes = new Lanes(svg, labels, layout);
    var below = y;
    for (var lane : LANES) {
      below = lanes.draw(lane, stages, below) + GAP;
    }
    return below;
  }

  private double draw(Lane lane, List<BuyingStage> stages, double y) {
    var width = layout.columnWidth() - 2 * (AROUND + PADDING);
    var texts = stages.stream().map(stage -> text(stage.text(lane.field()), width)).toList();
    var label = label(lane);
    var tallest = texts.stream().mapToDouble(Paragraph::height).max().orElse(0);
    var height = Math.max(tallest, label.height()) + 2 * (PADDING + AROUND);
    new Box(Layout.MARGIN, y, layout.contentWidth(), height, 8).fill(svg, lane.tint());
    new Box(Layout.MARGIN, y + AROUND, BAR, height - 2 * AROUND, BAR / 2).fill(svg, lane.color());
    label.draw(svg, Layout.MARGIN + INDENT, y + PADDING + AROUND);
    for (int i = 0; i < texts.size(); i++) {
      cell(texts.get(i), layout.column(i) + AROUND, y + AROUND, height - 2 * AROUND);
    }
    return y + height;
  }

  private Paragraph label(Lane lane) {
    var style = Style.bold(13, 18, lane.color());
    var width = layout.labelWidth() - INDENT - AROUND;
    return Paragraph.of(labels.of(lane.field().template()), width, 3, style);
  }

  private void cell(Paragraph text, double x, double y, double height) {
    var width = layout.columnWidth() - 2 * AROUND;
    new Box(x, y, width, height, 6).draw(svg, Palette.PAPER, Palette.RULE);
    text.draw(svg, x + PADDING, y + PADDING);
  }

  private static Paragraph text(String text, double width) {
    return text.isEmpty()
        ? Paragraph.of(JourneyMap.NOTHING, width, 1, EMPTY)
        : Paragraph.of(text, width, MOST_LINES, TEXT);
  }
}
