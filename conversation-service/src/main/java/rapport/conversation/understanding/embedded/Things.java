package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.List;

/** Tells known things from what is done with them: "a case study and a pricing sheet". */
final class Things {

  /** More words than this before the thing itself do something with it. */
  private static final int MOST_BEFORE = 3;

  private final Reading reading;
  private final Phrases<String> known;

  Things(Reading reading, Phrases<String> known) {
    this.reading = reading;
    this.known = known;
  }

  /** Whether these words are nothing but known things. */
  boolean only(Span span) {
    var items = items(span);
    return !items.isEmpty() && items.stream().allMatch(this::thing);
  }

  private List<Span> items(Span span) {
    var items = new ArrayList<Span>();
    var from = span.from();
    for (var at = span.from(); at <= span.to(); at++) {
      if (at == span.to() || separates(at)) {
        if (at > from) {
          items.add(new Span(from, at));
        }
        from = at + 1;
      }
    }
    return items;
  }

  private boolean separates(int at) {
    return reading.tokens().is(at, ",")
        || reading.tokens().is(at, "&")
        || reading.tokens().is(at, "+")
        || reading.tokens().is(at, "/")
        || reading.language().has("name_joints", reading.tokens(), at);
  }

  /** "A tailored demo video for their industry". */
  private boolean thing(Span item) {
    var bare = new Cursor(reading, item).skip("thing_openers").rest();
    var named = bare.from() > item.from();
    for (var at = bare.from(); at < bare.to() && at - bare.from() <= MOST_BEFORE; at++) {
      var length = known.length(reading.tokens(), at, bare.to());
      if (length > 0 && ends(at + length, bare.to())) {
        return true;
      }
      if (length == 0 && !named && !modifier(at)) {
        return false;
      }
      at += Math.max(0, length - 1);
    }
    return false;
  }

  private boolean modifier(int at) {
    return reading.language().has("thing_modifiers", reading.tokens(), at)
        || reading.tokens().is(at, "-");
  }

  private boolean ends(int at, int to) {
    return at >= to || reading.language().length("thing_links", reading.tokens(), at, to) > 0;
  }
}
