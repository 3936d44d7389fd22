package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Tells people from what they do: "the CFO and an external consultant", "peers". */
final class People {

  private static final int MOST_WORDS_OF_A_NAME = 6;

  private static final int MOST_WORDS_CALLED = 4;

  private final Reading reading;
  private final Phrases<String> known;

  /**
   * @param known words for people, beyond those of titles
   */
  People(Reading reading, Phrases<String> known) {
    this.reading = reading;
    this.known = known;
  }

  /** Whether these words are people, at least one of them known as such. */
  boolean only(Span span) {
    var items = items(span);
    return !items.isEmpty()
        && items.stream().allMatch(item -> somebody(item) || name(item))
        && items.stream().anyMatch(this::somebody);
  }

  /** Whether these few words before "decides" can be who decides. */
  boolean beforeVerb(Span span) {
    if (only(span)) {
      return true;
    }
    var bare = bare(span);
    return called(span)
        || (!bare.empty() && bare.size() <= MOST_WORDS_OF_A_NAME && capital(bare.from()));
  }

  /** Whether each is somebody known or is called by a few words after "the": "the union rep". */
  boolean called(Span span) {
    var items = items(span);
    return !items.isEmpty()
        && items.stream().allMatch(item -> somebody(item) || determined(item))
        && items.stream().anyMatch(this::determined);
  }

  private boolean determined(Span item) {
    var opened = new Cursor(reading, item).skip("people_openers").rest();
    var bare = new Cursor(reading, opened).skip("row_articles").rest();
    return bare.from() > opened.from()
        && !bare.empty()
        && bare.size() <= MOST_WORDS_CALLED
        && IntStream.range(bare.from(), bare.to())
            .allMatch(at ->
                reading.tokens().get(at).word()
                    && !reading.language().has("no_titles", reading.tokens(), at));
  }

  /** Whether the last of these words are people: "ask their colleagues". */
  boolean last(Span span) {
    for (var at = Math.max(span.from(), span.to() - 3); at < span.to(); at++) {
      if (somebody(new Span(at, span.to()))) {
        return true;
      }
    }
    return false;
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
        || reading.tokens().is(at, "/")
        || reading.language().has("name_joints", reading.tokens(), at);
  }

  private Span bare(Span span) {
    return new Cursor(reading, span).skip("people_openers").skip("row_articles").rest();
  }

  /** "The IT lead", "a peer at another company", "head of security". */
  private boolean somebody(Span item) {
    var bare = bare(item);
    var at = bare.from();
    while (at < bare.to()) {
      var length = Math.max(word(known, at, bare.to()), title(at, bare.to()));
      if (length > 0 && ends(at + length, bare.to())) {
        return true;
      }
      var free = at == bare.from() && bare.from() > item.from();
      if (length == 0 && !modifier(at) && !free) {
        return false;
      }
      at += Math.max(1, length);
    }
    return false;
  }

  /** "Finance director", "Finanzchefin". */
  private int title(int at, int to) {
    var compound = reading.language().ends("title_endings", reading.tokens().get(at));
    return Math.max(compound ? 1 : 0, word("title_heads", at, to));
  }

  private int word(Phrases<String> phrases, int at, int to) {
    return phrases.length(reading.tokens(), at, to);
  }

  private int word(String list, int at, int to) {
    return reading.language().length(list, reading.tokens(), at, to);
  }

  private boolean modifier(int at) {
    return reading.language().has("title_modifiers", reading.tokens(), at)
        || reading.language().has("people_modifiers", reading.tokens(), at)
        || reading.tokens().is(at, "-");
  }

  /** Whether somebody ends here, or goes on with where they belong. */
  private boolean ends(int at, int to) {
    return at >= to || word("people_links", at, to) > 0;
  }

  /** "Gartner" */
  private boolean name(Span item) {
    var bare = bare(item);
    for (var at = bare.from(); at < bare.to(); at++) {
      if (!capital(at)) {
        return false;
      }
    }
    return !bare.empty();
  }

  private boolean capital(int at) {
    var token = reading.tokens().get(at);
    return token.word()
        && Character.isUpperCase(reading.tokens().text().codePointAt(token.start()));
  }
}
