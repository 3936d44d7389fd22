package rapport.profile.journeymap;

import java.util.ArrayList;
import java.util.List;
import rapport.profile.text.LineBreaks;

/**
 * Text broken into lines.
 *
 * @param full everything it says
 * @param cut whether the lines say less than that
 */
record Paragraph(String full, List<String> lines, boolean cut, Style style) {

  private static final String MORE = "…";

  /** The text in lines of this width; where they are more than allowed, the last ends with dots. */
  static Paragraph of(String text, double width, int mostLines, Style style) {
    var lines = LineBreaks.of(clean(text), width, style::width);
    if (lines.size() <= mostLines) {
      return new Paragraph(text, lines, false, style);
    }
    var shown = new ArrayList<>(lines.subList(0, mostLines));
    shown.addLast(shortened(shown.removeLast(), width, style));
    return new Paragraph(text, shown, true, style);
  }

  /** Blank lines say nothing and take room. */
  private static String clean(String text) {
    return String.join("\n", text.lines().map(String::strip).filter(it -> !it.isEmpty()).toList());
  }

  private static String shortened(String line, double width, Style style) {
    var kept = line;
    while (!kept.isEmpty() && style.width(kept + MORE) > width) {
      kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1)).stripTrailing();
    }
    return kept + MORE;
  }

  double height() {
    return lines.size() * style.leading();
  }

  /** Draws it with its upper left corner here; what was cut can be read by pointing at it. */
  void draw(Svg svg, double x, double y) {
    if (cut) {
      svg.open("g").text("title", full);
    }
    var baseline = y + (style.leading() + style.size() * 0.72) / 2;
    for (var line : lines) {
      svg.words(line, x, baseline, style, "start");
      baseline += style.leading();
    }
    if (cut) {
      svg.close();
    }
  }
}
