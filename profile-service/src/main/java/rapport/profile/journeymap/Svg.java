package rapport.profile.journeymap;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * An SVG document being written. Presentation is in attributes alone, so that it is drawn the same
 * under every content security policy and in every program.
 */
final class Svg {

  private final StringBuilder xml = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** An element without content; attributes as names and values in turn. */
  Svg element(String name, Object... attributes) {
    start(name, attributes).append("/>\n");
    return this;
  }

  /** Begins an element that holds what comes until {@link #close}. */
  Svg open(String name, Object... attributes) {
    start(name, attributes).append(">\n");
    open.push(name);
    return this;
  }

  /** An element that holds a text. */
  Svg text(String name, String text, Object... attributes) {
    start(name, attributes).append('>').append(escaped(text));
    xml.append("</").append(name).append(">\n");
    return this;
  }

  /** One line of words; {@code anchor} says which part of it stands at {@code x}. */
  Svg words(String words, double x, double baseline, Style style, String anchor) {
    start("text", "x", x, "y", baseline, "text-anchor", anchor, "font-size", style.size());
    xml.append(style.bold() ? " font-weight=\"bold\"" : "");
    xml.append(" fill=\"").append(style.color()).append("\">").append(escaped(words));
    xml.append("</text>\n");
    return this;
  }

  Svg close() {
    xml.append("</").append(open.pop()).append(">\n");
    return this;
  }

  /** Everything another document holds. */
  Svg add(Svg other) {
    xml.append(other.xml);
    return this;
  }

  private StringBuilder start(String name, Object... attributes) {
    xml.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      var value = attributes[i + 1] instanceof Double number ? plain(number) : attributes[i + 1];
      xml.append(' ').append(attributes[i]).append("=\"").append(escaped(value.toString()));
      xml.append('"');
    }
    return xml;
  }

  /** A length with at most one decimal: a tenth of a pixel is seen by nobody. */
  static String plain(double number) {
    return new BigDecimal(number)
        .setScale(1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** Text as XML holds it, without what XML forbids and without signs that turn the line round. */
  static String escaped(String text) {
    var escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(character -> {
          switch (character) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            default -> {
              if (allowed(character)) {
                escaped.appendCodePoint(character);
              }
            }
          }
        });
    return escaped.toString();
  }

  private static boolean allowed(int character) {
    if (character < 0x20) {
      return character == '\t' || character == '\n' || character == '\r';
    }
    var turning =
        (character >= 0x202A && character <= 0x202E)
            || (character >= 0x2066 && character <= 0x2069);
    var surrogate = character >= 0xD800 && character <= 0xDFFF;
    var none = character == 0xFFFE || character == 0xFFFF;
    var control = character >= 0x7F && character <= 0x9F;
    return !turning && !surrogate && !none && !control;
  }

  @Override
  public String toString() {
    return xml.toString();
  }
}
