package rapport.conversation.diagram;

/** Elements of an SVG picture as they come together. Lengths are pixels. */
final class Canvas {

  static final String INK = "#0f172a";
  static final String MUTED = "#64748b";
  static final String LINE = "#94a3b8";

  /** How a box looks. */
  enum Look {
    BLOCK("#f8fafc", "#c7d2fe", 10, ""),
    HEAD("#e0e7ff", "#c7d2fe", 10, ""),
    FIELDS("#ffffff", "#cbd5e1", 6, ""),
    FORK("#fef3c7", "#f59e0b", 14, ""),
    LOOP("none", "#10b981", 10, "6 4"),
    TAB("#d1fae5", "#10b981", 8, ""),
    RULE("#f1f5f9", "#cbd5e1", 6, "3 3"),
    END("#e0e7ff", "#6366f1", 14, "");

    private final String fill;
    private final String stroke;
    private final int radius;
    private final String dashes;

    Look(String fill, String stroke, int radius, String dashes) {
      this.fill = fill;
      this.stroke = stroke;
      this.radius = radius;
      this.dashes = dashes;
    }
  }

  /** How a text looks: its size, weight, colour, and the point it is set by. */
  enum Lettering {
    TITLE(22, 600, INK, "start"),
    HEADING(15, 600, INK, "start"),
    LABEL(13, 400, INK, "start"),
    CENTRED(13, 500, INK, "middle"),
    NOTE(12, 400, MUTED, "start"),
    ASIDE(12, 400, MUTED, "end"),
    WAY(12, 600, "#b45309", "middle");

    private final int size;
    private final int weight;
    private final String colour;
    private final String anchor;

    Lettering(int size, int weight, String colour, String anchor) {
      this.size = size;
      this.weight = weight;
      this.colour = colour;
      this.anchor = anchor;
    }

    int size() {
      return size;
    }
  }

  private final StringBuilder elements = new StringBuilder();

  void box(Look look, int x, int y, int width, int height) {
    var radius = Math.min(look.radius, height / 2);
    add(
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\""
            .formatted(x, y, width, height, radius));
    add(" fill=\"%s\" stroke=\"%s\"".formatted(look.fill, look.stroke));
    if (!look.dashes.isEmpty()) {
      add(" stroke-dasharray=\"%s\"".formatted(look.dashes));
    }
    add("/>\n");
  }

  /**
   * @param y of the line the letters stand on
   */
  void text(Lettering type, int x, int y, String words) {
    add(
        "<text x=\"%d\" y=\"%d\" font-size=\"%d\" font-weight=\"%d\""
            .formatted(x, y, type.size, type.weight));
    add(
        " fill=\"%s\" text-anchor=\"%s\">%s</text>\n"
            .formatted(type.colour, type.anchor, escaped(words)));
  }

  void line(int fromX, int fromY, int toX, int toY) {
    add(
        "<path d=\"M%d %dL%d %d\" fill=\"none\" stroke=\"%s\"/>\n"
            .formatted(fromX, fromY, toX, toY, LINE));
  }

  /** A line straight down with a head at its end. */
  void arrow(int x, int fromY, int toY) {
    line(x, fromY, x, toY - 5);
    add("<path d=\"M%d %dl-4 -6h8z\" fill=\"%s\"/>\n".formatted(x, toY, LINE));
  }

  /** A way back up along the right side of a box, with a head that points into it. */
  void back(int x, int fromY, int toY) {
    add("<path d=\"M%d %dh14V%dh-8\" fill=\"none\"".formatted(x, fromY, toY));
    add(" stroke=\"#10b981\" stroke-dasharray=\"6 4\"/>\n");
    add("<path d=\"M%d %dl6 -4v8z\" fill=\"#10b981\"/>\n".formatted(x, toY));
  }

  /** Puts what was drawn elsewhere on top of this. */
  void draw(Canvas other) {
    elements.append(other.elements);
  }

  /** The picture as a document of its own. */
  String picture(String title, int width, int height) {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" \
    role="img" font-family="system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif">
    <title>%3$s</title>
    <rect width="%1$d" height="%2$d" fill="#ffffff"/>
    %4$s</svg>
    """
        .formatted(width, height, escaped(title), elements);
  }

  private void add(String markup) {
    elements.append(markup);
  }

  /** Text as XML has it; signs that XML cannot have at all are left out. */
  static String escaped(String text) {
    var written = new StringBuilder();
    text.codePoints()
        .filter(sign -> sign >= ' ' && sign != 0xFFFE && sign != 0xFFFF)
        .filter(sign -> sign < Character.MIN_SURROGATE || sign > Character.MAX_SURROGATE)
        .forEach(sign -> {
          switch (sign) {
            case '&' -> written.append("&amp;");
            case '<' -> written.append("&lt;");
            case '>' -> written.append("&gt;");
            case '"' -> written.append("&quot;");
            default -> written.appendCodePoint(sign);
          }
        });
    return written.toString();
  }
}
