package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import rapport.conversation.value.Token.Kind;

/**
 * Reads lists of things, with what somebody thinks of them: "likes dashboards and clear pricing,
 * hates cold calls" is three tags.
 */
final class Polarity {

  private static final int NONE = -1;

  private final Reading reading;
  private final List<String> tags = new ArrayList<>();
  private String prefix = "";
  private boolean polar;
  private int pending = NONE;
  private String nextPrefix = "";

  Polarity(Reading reading) {
    this.reading = reading;
  }

  /** Whether a clause begins by saying that somebody likes or dislikes something. */
  boolean begins(Span clause) {
    var tokens = reading.tokens();
    var from = reading.language().afterOpeners("subjects", tokens, clause).from();
    var like = verb("likes", from, clause.to());
    var subject = from > clause.from() || verb("needs_subject", from, clause.to()) != like;
    return (like > 0 && subject) || verb("dislikes", from, clause.to()) > 0;
  }

  /** The things listed, each after the words that say what somebody thinks of them. */
  List<String> tags(Span span, boolean withPolarity) {
    tags.clear();
    prefix = "";
    polar = withPolarity;
    var from = span.from();
    var start = from;
    while (from < span.to()) {
      var skipped = separator(from, span.to());
      if (skipped > 0) {
        add(start, from);
        from += skipped;
        start = from;
      } else {
        from++;
      }
    }
    add(start, span.to());
    return List.copyOf(tags);
  }

  /** How many tokens separate two things here: a comma, "and", or a verb of liking. */
  private int separator(int at, int to) {
    var tokens = reading.tokens();
    var kind = tokens.get(at).kind();
    var sign = tokens.get(at).lower();
    var joint = reading.language().has("joints", tokens, at);
    if (kind == Kind.BREAK || ",;.!?:".contains(sign) || joint) {
      return 1;
    }
    if (!polar) {
      return 0;
    }
    var subject = reading.language().length("subjects", tokens, at, to);
    var dislike = verb("dislikes", at + subject, to);
    var like = verb("likes", at + subject, to);
    if (dislike == 0 && like == 0) {
      return 0;
    }
    var end = at + subject + Math.max(dislike, like);
    var said = reading.quote(new Span(at + subject, end));
    prefix(said.toLowerCase(Locale.ROOT) + " ", at);
    return end - at;
  }

  /** The new polarity holds from here on; what came before it keeps the old one. */
  private void prefix(String next, int at) {
    pending = at;
    nextPrefix = next;
  }

  private void add(int from, int to) {
    var words = new Span(from, to);
    words = reading.language().afterOpeners("answer_openers", reading.tokens(), words);
    words = reading.language().beforeClosers("answer_closers", reading.tokens(), words);
    if (!words.empty()) {
      tags.add(prefix + reading.quote(words));
    }
    if (pending != NONE) {
      prefix = nextPrefix;
      pending = NONE;
    }
  }

  private int verb(String list, int at, int to) {
    return at >= to ? 0 : reading.language().length(list, reading.tokens(), at, to);
  }
}
