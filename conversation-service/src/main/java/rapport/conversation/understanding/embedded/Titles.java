package rapport.conversation.understanding.embedded;

import java.util.Optional;
import java.util.stream.IntStream;
import rapport.conversation.understanding.embedded.Phrases.Names;
import rapport.conversation.value.Tokens;

/** Finds what somebody works as: "marketing director", "VP of Engineering", "runs marketing". */
final class Titles {

  private static final int LONGEST = 9;

  private final Reading reading;
  private final Language language;
  private final Tokens tokens;

  Titles(Reading reading) {
    this.reading = reading;
    this.language = reading.language();
    this.tokens = reading.tokens();
  }

  /** The title a clause speaks of, after words such as "she's a". */
  Optional<Span> in(Span clause) {
    for (var at = clause.from(); at < clause.to(); at++) {
      var context = language.length("title_contexts", tokens, at, clause.to());
      if (context > 0) {
        var title = startingAt(at + context, clause.to());
        if (title.isPresent()) {
          return title;
        }
      }
    }
    return function(clause);
  }

  /** A title that begins here; its last words may be the field it is about. */
  Optional<Span> startingAt(int from, int to) {
    var limit = Math.min(to, from + LONGEST);
    var end = 0;
    for (var at = from; at < limit; at++) {
      var head = head(at, to);
      if (head > 0) {
        end = at + head;
        at = end - 1;
      } else if (!language.has("title_modifiers", tokens, at)) {
        break;
      }
    }
    return end == 0 ? Optional.empty() : Optional.of(new Span(from, about(end, to)));
  }

  /** A title in these words that ends right before a token of them. */
  Optional<Span> endingBefore(int at, Span words) {
    return IntStream.range(Math.max(words.from(), at - LONGEST), at)
        .mapToObj(from -> startingAt(from, words.to()))
        .flatMap(Optional::stream)
        .filter(title -> title.to() == at)
        .findFirst();
  }

  /** How many words name what somebody works as: "vice president", "Einkaufsleiterin". */
  private int head(int at, int to) {
    var phrase = language.length("title_heads", tokens, at, to);
    var compound = at < to && language.ends("title_endings", tokens.get(at));
    return compound ? Math.max(1, phrase) : phrase;
  }

  /** The end of "director of customer success": "of" and what follows it. */
  private int about(int end, int to) {
    if (!language.has("title_links", tokens, end)
        || language.has("indefinite_articles", tokens, end + 1)) {
      return end;
    }
    var limit = Math.min(to, end + LONGEST);
    var at = reading.end(end + 1, limit, "title_stops");
    while (at < limit && joins(at)) {
      at = reading.end(at + 1, limit, "title_stops");
    }
    return at > end + 1 ? at : end;
  }

  /** The "and" of "director of sales and marketing". */
  private boolean joins(int at) {
    return language.has("ands", tokens, at)
        && language.length("functions", tokens, at + 1, tokens.size()) > 0;
  }

  /** "runs marketing", as long as it is a department that is run. */
  private Optional<Span> function(Span clause) {
    var from = language.afterOpeners("pronouns", tokens, clause).from();
    var verb = language.length("role_verbs", tokens, from, clause.to());
    var function = language.list("functions").longest(tokens, from + verb, clause.to(), Names.NONE);
    if (verb == 0 || function == null) {
      return Optional.empty();
    }
    var next = function.to();
    var ends = next >= clause.to() || language.has("title_stops", tokens, next);
    return ends ? Optional.of(new Span(from, next)) : Optional.empty();
  }
}
