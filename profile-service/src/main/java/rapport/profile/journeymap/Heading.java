package rapport.profile.journeymap;

import java.util.Locale;
import rapport.profile.buyingprocess.BuyingProcess;
import rapport.profile.catalogue.Labels;
import rapport.profile.record.Status;

/** Whose buying process it is, what hurts them, and whether the map is finished. */
final class Heading {

  private static final Style OVERLINE = Style.bold(11, 16, Palette.BUYER);
  private static final Style TITLE = Style.bold(28, 35, Palette.INK);
  private static final Style LABEL = Style.bold(12, 21, Palette.SOFT);
  private static final Style TEXT = Style.plain(14.5, 21, Palette.INK);
  private static final double CHIP = 104;
  private static final double READABLE = 900;

  private Heading() {}

  /** Draws it from the top of the picture; the height below it is the answer. */
  static double draw(Svg svg, BuyingProcess process, Labels labels, Layout layout) {
    var y = Layout.MARGIN;
    Paragraph.of("BUYING PROCESS", CHIP * 3, 1, OVERLINE).draw(svg, Layout.MARGIN, y);
    chip(svg, process.status(), layout);
    y += OVERLINE.leading() + 4;
    var title =
        Paragraph.of(JourneyMap.title(process), layout.contentWidth() - CHIP - 24, 2, TITLE);
    title.draw(svg, Layout.MARGIN, y);
    y += title.height() + 10;
    if (!process.painPoints().isEmpty()) {
      y = painPoints(svg, process.painPoints(), labels, layout, y);
    }
    return y + 18;
  }

  private static double painPoints(
      Svg svg, String painPoints, Labels labels, Layout layout, double y) {
    var label = Paragraph.of(labels.of(BuyingProcess.PAIN_POINTS), CHIP, 1, LABEL);
    label.draw(svg, Layout.MARGIN, y);
    var width = Math.min(layout.contentWidth() - layout.labelWidth(), READABLE);
    var text = Paragraph.of(painPoints, width, 4, TEXT);
    text.draw(svg, Layout.MARGIN + layout.labelWidth(), y);
    return y + text.height();
  }

  private static void chip(Svg svg, Status status, Layout layout) {
    var words = status.wire().replace('_', ' ');
    var shown = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    var color =
        switch (status) {
          case COMPLETED -> Palette.SELLER;
          case IN_PROGRESS -> Palette.SOFT;
        };
    var x = layout.width() - Layout.MARGIN - CHIP;
    new Box(x, Layout.MARGIN, CHIP, 26, 13).draw(svg, Palette.PAPER, color);
    var style = Style.bold(12, 16, color);
    svg.words(shown, x + CHIP / 2, Layout.MARGIN + 17.2, style, "middle");
  }
}
