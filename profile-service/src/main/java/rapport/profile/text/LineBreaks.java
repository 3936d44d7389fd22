package rapport.profile.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Breaks text into lines of a width. */
public final class LineBreaks {

  private final ToDoubleFunction<String> measure;
  private final double width;
  private final List<String> lines = new ArrayList<>();

  private LineBreaks(ToDoubleFunction<String> measure, double width) {
    this.measure = measure;
    this.width = width;
  }

  /**
   * The text as lines no wider than {@code width}; words longer than that are cut, but never inside
   * a character as a person sees it.
   *
   * @param measure how wide a text is, in the unit of {@code width}
   */
  public static List<String> of(String text, double width, ToDoubleFunction<String> measure) {
    var breaks = new LineBreaks(measure, width);
    text.lines().map(String::strip).forEach(breaks::paragraph);
    return breaks.lines;
  }

  private void paragraph(String paragraph) {
    var line = new StringBuilder();
    for (var word : paragraph.split(" +", -1)) {
      if (!line.isEmpty() && !fits(line + " " + word)) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(endOf(word));
    }
    lines.add(line.toString());
  }

  /** What is left of a word for the next line; what fills whole lines by itself is put there. */
  private String endOf(String word) {
    var rest = word;
    while (!fits(rest)) {
      var length = fitting(rest);
      if (length == rest.length()) {
        break; // one character wider than the line
      }
      lines.add(rest.substring(0, length));
      rest = rest.substring(length);
    }
    return rest;
  }

  /** How much of a word fits; at least one character, so that wrapping ends. */
  private int fitting(String word) {
    var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(word);
    var length = characters.next();
    for (int next = characters.next(); next != BreakIterator.DONE; next = characters.next()) {
      if (!fits(word.substring(0, next))) {
        break;
      }
      length = next;
    }
    return length;
  }

  private boolean fits(String text) {
    return measure.applyAsDouble(text) <= width;
  }
}
