package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rapport.conversation.value.Token.Kind;

/** Tells the names of rows from other words. */
final class RowTitles {

  private static final int MOST_WORDS = 6;

  /** Nobody names more rows than that in one message. */
  private static final int MOST = 30;

  /** Signs around what is quoted. */
  static final Set<String> QUOTES = Set.of("\"", "'", "\u201c", "\u201d", "\u201e", "«", "»", "`");

  private static final Set<String> SIGNS = Set.of("-", "&", "/", "+", "'", "(", ")");

  private static final Set<String> SEPARATORS =
      Set.of(",", ";", "\u2192", "\u21d2", "\u2794", "\u279c", ">", "|", "\u2022", "*");

  private final Reading reading;
  private final Durations durations;

  RowTitles(Reading reading, Durations durations) {
    this.reading = reading;
    this.durations = durations;
  }

  /** The name these words are, without quotes and the word for a row; empty when they are none. */
  Optional<Span> one(Span span) {
    var named = unquoted(span);
    var cue = named.empty() ? 0 : reading.rows().cue(named.to() - 1, named.to());
    if (cue > 0 && named.size() > cue) {
      var bare = new Cursor(reading, new Span(named.from(), named.to() - cue)).skip("row_articles");
      named = bare.empty() ? named : unquoted(bare.rest());
    }
    return name(named) ? Optional.of(named) : Optional.empty();
  }

  private Span unquoted(Span span) {
    var from = span.from();
    var to = span.to();
    while (from < to && QUOTES.contains(reading.tokens().get(from).lower())) {
      from++;
    }
    while (to > from && (quote(to - 1) || stop(to - 1))) {
      to--;
    }
    return new Span(from, to);
  }

  private boolean quote(int at) {
    return QUOTES.contains(reading.tokens().get(at).lower());
  }

  private boolean stop(int at) {
    var sign = reading.tokens().get(at).lower();
    return sign.equals(".") || sign.equals("!") || sign.equals(",") || sign.equals(";");
  }

  private boolean name(Span span) {
    var words = 0;
    for (var at = span.from(); at < span.to(); at++) {
      var token = reading.tokens().get(at);
      var fits =
          switch (token.kind()) {
            case WORD -> !reading.language().has("no_titles", reading.tokens(), at);
            case NUMBER, CODE -> true;
            case SIGN -> SIGNS.contains(token.lower());
            case BREAK -> false;
          };
      if (!fits) {
        return false;
      }
      words += token.word() ? 1 : 0;
    }
    return words > 0 && words <= MOST_WORDS && durations.whole(span).isEmpty();
  }

  /**
   * The names listed in these words; none when something among them is no name.
   *
   * @param wanted how many were asked for, or 0
   */
  List<Span> several(Span span, int wanted) {
    var items = items(span);
    if (items.isEmpty() || items.size() > MOST) {
      return List.of();
    }
    var last = items.getLast();
    var joint = lastJoint(last);
    if (items.size() != wanted && joint > 0) {
      items.removeLast();
      items.add(new Span(last.from(), joint));
      items.add(new Span(joint + 1, last.to()));
    }
    var names = items.stream().map(this::one).flatMap(Optional::stream).toList();
    return names.size() == items.size() ? names : List.of();
  }

  private int lastJoint(Span item) {
    for (var at = item.to() - 2; at > item.from(); at--) {
      if (reading.language().has("ands", reading.tokens(), at)) {
        return at;
      }
    }
    return 0;
  }

  private List<Span> items(Span span) {
    var items = new ArrayList<Span>();
    var then = false;
    var from = span.from();
    var at = span.from();
    while (at <= span.to()) {
      var length = at == span.to() ? 1 : separator(at, span);
      if (length > 0) {
        then |= at < span.to() && reading.tokens().get(at).word();
        add(items, from, at);
        at += length;
        from = at;
      } else if (at > from && numbered(at, items.size() + 2)) {
        add(items, from, at);
        from = at++;
      } else {
        at++;
      }
    }
    if (then && !items.isEmpty()) {
      items.set(0, new Cursor(reading, items.getFirst()).skip("row_first").rest());
    }
    return items;
  }

  private void add(List<Span> items, int from, int to) {
    var item = new Cursor(reading, new Span(from, to)).skip("ands").rest();
    if (reading.tokens().is(item.from(), "-")) {
      item = new Span(item.from() + 1, item.to());
    }
    if (numbered(item.from(), items.size() + 1)) {
      item = new Span(item.from() + 2, item.to());
    }
    if (!item.empty()) {
      items.add(item);
    }
  }

  /** Whether an item of this number begins here: "2." */
  private boolean numbered(int at, int number) {
    var mark = reading.tokens().get(at + 1);
    return (mark.is(".") || mark.is(")") || mark.is(":")) && reading.rows().number(at) == number;
  }

  /** How many tokens separate two names here. */
  private int separator(int at, Span span) {
    var tokens = reading.tokens();
    var token = tokens.get(at);
    var arrow = (token.is("-") || token.is("=")) && tokens.is(at + 1, ">");
    if (arrow) {
      return 2;
    }
    var dash = token.is("-") && !tokens.touchesPrevious(at) && !tokens.touchesPrevious(at + 1);
    var spacedSlash =
        token.is("/") && !tokens.touchesPrevious(at) && !tokens.touchesPrevious(at + 1);
    if (token.kind() == Kind.BREAK || SEPARATORS.contains(token.lower()) || dash || spacedSlash) {
      return 1;
    }
    return reading.language().length("row_then", tokens, at, span.to());
  }
}
