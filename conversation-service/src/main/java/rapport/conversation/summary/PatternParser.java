package rapport.conversation.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import rapport.conversation.summary.Piece.Literal;
import rapport.conversation.summary.Piece.Name;
import rapport.conversation.summary.Piece.Optionally;
import rapport.conversation.summary.Piece.Series;
import rapport.conversation.summary.Piece.Slot;

/** Reads the pattern language described at {@link Pattern}. */
public final class PatternParser {

  private final String source;
  private final UnaryOperator<String> paths;
  private int next;

  private PatternParser(String source, UnaryOperator<String> paths) {
    this.source = source;
    this.paths = paths;
  }

  /**
   * Parses a pattern.
   *
   * @param paths from the name used in the pattern to the field's path; throws {@link
   *     IllegalArgumentException} for what is no field
   * @throws IllegalArgumentException naming the pattern and what is wrong with it
   */
  public static Pattern parse(String source, UnaryOperator<String> paths) {
    var parser = new PatternParser(source, paths);
    var pieces = parser.pieces("");
    if (parser.next < source.length()) {
      throw parser.error("'" + source.charAt(parser.next) + "' closes nothing");
    }
    return new Pattern(source, pieces);
  }

  private List<Piece> pieces(String until) {
    var pieces = new ArrayList<Piece>();
    var literal = new StringBuilder();
    while (next < source.length() && "]>".indexOf(source.charAt(next)) < 0) {
      var c = source.charAt(next);
      if (until.indexOf(c) >= 0) {
        break;
      }
      next++;
      switch (c) {
        case '{' -> add(pieces, literal, place(upTo('}')));
        case '[' -> add(pieces, literal, optionally());
        case '<' -> add(pieces, literal, series());
        case '}' -> throw error("'}' closes nothing");
        default -> literal.append(c);
      }
    }
    flush(pieces, literal);
    return pieces;
  }

  private static void add(List<Piece> pieces, StringBuilder literal, Piece piece) {
    flush(pieces, literal);
    pieces.add(piece);
  }

  private static void flush(List<Piece> pieces, StringBuilder literal) {
    if (!literal.isEmpty()) {
      pieces.add(new Literal(literal.toString()));
      literal.setLength(0);
    }
  }

  private Piece optionally() {
    var pieces = pieces("");
    expect(']');
    needsValue(pieces, "the part in brackets");
    return new Optionally(pieces);
  }

  private Piece series() {
    var items = new ArrayList<List<Piece>>();
    do {
      var item = pieces(";");
      needsValue(item, "an item of the list");
      items.add(trimmed(item));
    } while (take(';'));
    expect('>');
    return new Series(items);
  }

  private static List<Piece> trimmed(List<Piece> item) {
    return item.getFirst() instanceof Literal(var text) && text.isBlank()
        ? item.subList(1, item.size())
        : item;
  }

  private void needsValue(List<Piece> pieces, String what) {
    if (new Pattern(source, pieces).slots().findAny().isEmpty()) {
      throw error(what + " quotes no field");
    }
  }

  private Piece place(String inside) {
    if (inside.equals("name") || inside.equals("name's")) {
      return new Name(inside.endsWith("s"));
    }
    var parts = inside.split("[:|]", -1);
    if (parts.length < 2) {
      throw error("{" + inside + "} names no form, such as {" + inside + ":things}");
    }
    var brief = parts[1].startsWith("brief ");
    var form = form(brief ? parts[1].substring("brief ".length()) : parts[1]);
    if (parts.length != (form == Form.COUNT ? 4 : 2)) {
      throw error("{" + inside + "}: count, and only count, names what is counted: |one|many");
    }
    return form == Form.COUNT
        ? new Slot(path(parts[0]), form, brief, parts[2], parts[3])
        : new Slot(path(parts[0]), form, brief, "", "");
  }

  private String path(String name) {
    try {
      return paths.apply(name);
    } catch (IllegalArgumentException unknown) {
      throw error(String.valueOf(unknown.getMessage()));
    }
  }

  private Form form(String name) {
    try {
      return Form.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      throw error("there is no form '" + name + "'");
    }
  }

  private String upTo(char end) {
    var close = source.indexOf(end, next);
    if (close < 0) {
      throw error("'" + end + "' is missing");
    }
    var inside = source.substring(next, close);
    next = close + 1;
    return inside;
  }

  private boolean take(char c) {
    if (next < source.length() && source.charAt(next) == c) {
      next++;
      return true;
    }
    return false;
  }

  private void expect(char c) {
    if (!take(c)) {
      throw error("'" + c + "' is missing");
    }
  }

  private IllegalArgumentException error(String what) {
    return new IllegalArgumentException("\"" + source + "\": " + what);
  }
}
