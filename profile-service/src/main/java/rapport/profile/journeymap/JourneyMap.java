package rapport.profile.journeymap;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import rapport.profile.buyingprocess.BuyingProcess;
import rapport.profile.buyingprocess.BuyingStage;
import rapport.profile.buyingprocess.StageField;
import rapport.profile.catalogue.Labels;

/**
 * Draws a buying process as an SVG picture that needs nothing from elsewhere: no font, no script,
 * no style sheet. The same process gives the same picture.
 */
public final class JourneyMap {

  static final String NOTHING = "–";

  private static final String NAMESPACE = "http://www.w3.org/2000/svg";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private JourneyMap() {}

  /** The picture, with everything it says in its description for those who do not see it. */
  public static String of(BuyingProcess process, Labels labels) {
    var body = new Svg();
    var layout = new Layout(process.stages().size());
    var y = Heading.draw(body, process, labels, layout);
    if (process.stages().isEmpty()) {
      y = sentence(body, "No stages yet.", Style.plain(14.5, 21, Palette.SOFT), y);
    } else {
      y = Arrows.draw(body, process.stages(), layout, y);
      y = Lanes.draw(body, process.stages(), labels, layout, y);
    }
    y = sentence(body, footer(process), Style.plain(11.5, 17, Palette.SOFT), y + 6);
    return document(process, labels, layout.width(), y + Layout.MARGIN - 8, body);
  }

  private static double sentence(Svg svg, String words, Style style, double y) {
    var paragraph = Paragraph.of(words, 600, 1, style);
    paragraph.draw(svg, Layout.MARGIN, y);
    return y + paragraph.height();
  }

  private static String document(
      BuyingProcess process, Labels labels, double width, double height, Svg body) {
    var title = "journey-" + process.id() + "-title";
    var description = "journey-" + process.id() + "-description";
    var size = "0 0 " + Svg.plain(width) + " " + Svg.plain(height);
    var svg = new Svg();
    svg.open(
        "svg",
        "xmlns",
        NAMESPACE,
        "viewBox",
        size,
        "width",
        width,
        "height",
        height,
        "role",
        "img",
        "aria-labelledby",
        title + " " + description,
        "font-family",
        Style.FONTS);
    svg.text("title", "Buying process: " + title(process), "id", title);
    svg.text("desc", description(process, labels), "id", description);
    new Box(0, 0, width, height, 0).fill(svg, Palette.PAPER);
    return svg.add(body).close().toString();
  }

  static String title(BuyingProcess process) {
    return process.personaName().isEmpty() ? "Unnamed persona" : process.personaName();
  }

  /** What the stage at this index, from 0, is called. */
  static String name(int index, BuyingStage stage) {
    return stage.name().isEmpty() ? "Stage " + (index + 1) : stage.name();
  }

  private static String description(BuyingProcess process, Labels labels) {
    var words = new StringBuilder();
    say(words, labels.of(BuyingProcess.PAIN_POINTS), process.painPoints());
    for (int i = 0; i < process.stages().size(); i++) {
      var stage = process.stages().get(i);
      words.append("Stage %d: %s.\n".formatted(i + 1, name(i, stage)));
      for (var field : StageField.values()) {
        if (field != StageField.STAGE_NAME) {
          say(words, labels.of(field.template()), stage.text(field));
        }
      }
    }
    return words.isEmpty() ? "Nothing more is known yet." : words.toString().strip();
  }

  private static void say(StringBuilder words, String label, String text) {
    if (!text.isEmpty()) {
      words.append(label).append(": ").append(text).append('\n');
    }
  }

  private static String footer(BuyingProcess process) {
    var count = process.stages().size();
    return "%d %s · Last updated %s"
        .formatted(count, count == 1 ? "stage" : "stages", DAY.format(process.lastUpdatedAt()));
  }
}
