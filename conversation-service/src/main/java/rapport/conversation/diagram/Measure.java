package rapport.conversation.diagram;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide text is at most in the sans-serif letters that machines have, near enough: where the
 * picture is drawn, nobody knows which of them will show it.
 */
final class Measure {

  private static final String NARROW = "iljI.,:;'|!()[]· ";
  private static final String SLIM = "tfr1-/*";
  private static final String WIDE = "mwMWOQ@%&—…↻▤↧✎◇";

  private Measure() {}

  static int width(String text, int size) {
    var width = text.codePoints().mapToDouble(Measure::width).sum();
    return (int) Math.ceil(width * size);
  }

  /** Of one sign, at size 1. */
  private static double width(int sign) {
    if (NARROW.indexOf(sign) >= 0) {
      return 0.34;
    }
    if (SLIM.indexOf(sign) >= 0) {
      return 0.42;
    }
    if (WIDE.indexOf(sign) >= 0) {
      return 0.92;
    }
    if (Character.isUpperCase(sign)) {
      return 0.72;
    }
    return Character.isIdeographic(sign) || sign > 0xFFFF ? 1.05 : 0.62;
  }

  /** The text in lines that are not wider than this; a word that is has a line of its own. */
  static List<String> lines(String text, int size, int widest) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : text.strip().split("\\s+", -1)) {
      if (!line.isEmpty() && width(line + " " + word, size) > widest) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
