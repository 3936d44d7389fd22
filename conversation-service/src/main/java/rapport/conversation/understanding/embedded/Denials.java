package rapport.conversation.understanding.embedded;

/** Tells what is denied from what is said instead: "45, not 42". */
final class Denials {

  private final Reading reading;

  Denials(Reading reading) {
    this.reading = reading;
  }

  /** The "42" of "45, not 42"; empty when nothing is denied. */
  Span old(Span span) {
    var at = denial(span);
    var length = at < 0 ? 0 : length(at, span);
    return at < 0 ? new Span(span.to(), span.to()) : new Span(at + length, span.to());
  }

  /** The "45" of "45, not 42". */
  Span withoutOld(Span span) {
    var at = denial(span);
    return at < 0
        ? span
        : reading.language().beforeClosers("closers", reading.tokens(), new Span(span.from(), at));
  }

  private int denial(Span span) {
    for (var at = span.from() + 1; at < span.to(); at++) {
      var length = length(at, span);
      if (length > 0 && at + length < span.to()) {
        return at;
      }
    }
    return -1;
  }

  private int length(int at, Span span) {
    return reading.language().length("instead_of", reading.tokens(), at, span.to());
  }
}
