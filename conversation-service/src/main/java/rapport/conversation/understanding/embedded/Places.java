package rapport.conversation.understanding.embedded;

import java.util.Optional;
import rapport.conversation.value.Tokens;

/** Tells names of places and companies from other words. */
final class Places {

  private final Reading reading;

  Places(Reading reading) {
    this.reading = reading;
  }

  /** The country these words begin with. */
  Optional<Span> country(Span span) {
    var from = reading.language().afterOpeners("determiners", reading.tokens(), span).from();
    var length = reading.language().length("countries", reading.tokens(), from, span.to());
    return length == 0 || from + length < span.to()
        ? Optional.empty()
        : Optional.of(new Span(from, from + length));
  }

  /** Whether the words begin with a capital letter, as names do. */
  boolean proper(Span span) {
    var from = reading.language().afterOpeners("determiners", reading.tokens(), span).from();
    return from < span.to() && capital(from);
  }

  /** The capitalised words that begin here. */
  Span names(Span span) {
    var to = span.from();
    while (to < span.to() && (capital(to) || (to > span.from() && reading.tokens().is(to, "&")))) {
      to++;
    }
    return new Span(span.from(), to);
  }

  /**
   * @param count how many names there are
   * @param to where the last one ends
   */
  record Listed(int count, int to) {}

  /** The names that follow one another from here, with a comma or "and" between them. */
  Listed listed(int from) {
    var tokens = reading.tokens();
    var count = 0;
    var to = from;
    var at = from;
    while (at < tokens.size()) {
      var name = names(new Span(at, tokens.size()));
      if (name.empty()) {
        break;
      }
      count++;
      to = name.to();
      at = to;
      at += tokens.is(at, ",") ? 1 : 0;
      at += reading.language().has("ands", tokens, at) ? 1 : 0;
      if (at == to) {
        break;
      }
    }
    return new Listed(count, to);
  }

  /** A place with what the comma after it adds: "Austin, Texas". */
  Span extended(Span span) {
    var tokens = reading.tokens();
    if (!capital(span.to() - 1) || !tokens.is(span.to(), ",")) {
      return span;
    }
    var added = names(new Span(span.to() + 1, Math.min(tokens.size(), span.to() + 3)));
    var next = tokens.get(added.to()).lower();
    var joined = reading.language().has("ands", tokens, added.to());
    var ends = next.isEmpty() || next.equals(",") || next.equals(".") || joined;
    return added.empty() || !ends ? span : new Span(span.from(), added.to());
  }

  private boolean capital(int at) {
    Tokens tokens = reading.tokens();
    var token = tokens.get(at);
    return token.word() && Character.isUpperCase(tokens.text().codePointAt(token.start()));
  }
}
