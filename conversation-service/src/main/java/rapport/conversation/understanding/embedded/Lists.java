package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rapport.conversation.flow.Field;
import rapport.conversation.value.Token.Kind;

/** Recognises answers given as a list, one for each question. */
final class Lists {

  private final Reading reading;

  Lists(Reading reading) {
    this.reading = reading;
  }

  /** A part of the message that answers one field. */
  record Part(Field field, Span span) {}

  /**
   * The parts of a numbered list, of lines, or of what semicolons separate, when there are as many
   * as questions; labels before a colon are left to others.
   */
  Optional<List<Part>> parts() {
    var asked = reading.utterance().asked();
    if (asked.size() < 2) {
      return Optional.empty();
    }
    var numbered = numbered();
    var spans = numbered.isEmpty() ? separated() : numbered;
    var labelled = spans.stream().anyMatch(this::labelled);
    if (spans.size() < 2 || spans.size() > asked.size() || labelled) {
      return Optional.empty();
    }
    if (numbered.isEmpty() && spans.size() != asked.size()) {
      return Optional.empty();
    }
    var parts = new ArrayList<Part>();
    for (var i = 0; i < spans.size(); i++) {
      parts.add(new Part(asked.get(i), spans.get(i)));
    }
    var misplaced = numbered.isEmpty() && parts.stream().anyMatch(this::misplaced);
    return misplaced ? Optional.empty() : Optional.of(parts);
  }

  /** "clear prices; hates buzzwords" is one answer to a question for likes and dislikes. */
  private boolean misplaced(Part part) {
    return !reading.words(part.field()).is(FieldWords.Kind.POLARITY)
        && new Polarity(reading).begins(part.span());
  }

  /** "1. 42 2) 90k 3: MBA", counted without a gap from one. */
  private List<Span> numbered() {
    var tokens = reading.tokens();
    var starts = new ArrayList<Integer>();
    for (var at = 0; at < tokens.size(); at++) {
      var mark = tokens.get(at + 1);
      var next =
          tokens.is(at, Integer.toString(starts.size() + 1))
              && (mark.is(".") || mark.is(")") || mark.is(":"))
              && begins(at);
      if (next) {
        starts.add(at);
      }
    }
    var spans = new ArrayList<Span>();
    if (starts.isEmpty() || starts.getFirst() != 0 || starts.size() < 2) {
      return spans;
    }
    for (var i = 0; i < starts.size(); i++) {
      var to = i + 1 < starts.size() ? starts.get(i + 1) : tokens.size();
      spans.add(trimmed(starts.get(i) + 2, to));
    }
    return spans;
  }

  private boolean begins(int at) {
    var before = reading.tokens().get(at - 1);
    return before.kind() == Kind.BREAK || before.is("(") || !reading.tokens().touchesPrevious(at);
  }

  private List<Span> separated() {
    var tokens = reading.tokens();
    var spans = new ArrayList<Span>();
    var from = 0;
    for (var at = 0; at <= tokens.size(); at++) {
      if (at == tokens.size() || separates(at)) {
        var span = trimmed(from, at);
        if (!span.empty()) {
          spans.add(span);
        }
        from = at + 1;
      }
    }
    return spans;
  }

  private boolean separates(int at) {
    var tokens = reading.tokens();
    var slash =
        tokens.is(at, "/") && !tokens.touchesPrevious(at) && !tokens.touchesPrevious(at + 1);
    return slash || tokens.is(at, ";") || tokens.get(at).kind() == Kind.BREAK;
  }

  /** Without line ends, bullets and closing signs. */
  private Span trimmed(int from, int to) {
    var tokens = reading.tokens();
    var start = from;
    var end = to;
    while (start < end && (tokens.get(start).kind() == Kind.BREAK || bullet(start))) {
      start++;
    }
    while (end > start && (tokens.get(end - 1).kind() == Kind.BREAK || stop(end - 1))) {
      end--;
    }
    return new Span(start, end);
  }

  private boolean bullet(int at) {
    return reading.tokens().is(at, "-")
        || reading.tokens().is(at, "*")
        || reading.tokens().is(at, "•");
  }

  private boolean stop(int at) {
    var sign = reading.tokens().get(at).lower();
    return sign.equals(".") || sign.equals(",") || sign.equals(";");
  }

  private boolean labelled(Span span) {
    for (var at = span.from() + 1; at < span.to(); at++) {
      if (reading.tokens().is(at, ":")
          && reading.cues().stream()
              .anyMatch(c -> c.span().overlaps(new Span(span.from(), span.to())))) {
        return true;
      }
    }
    return false;
  }
}
