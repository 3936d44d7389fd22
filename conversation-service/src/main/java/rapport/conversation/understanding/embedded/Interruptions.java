package rapport.conversation.understanding.embedded;

import java.util.stream.IntStream;
import rapport.conversation.understanding.embedded.Message.Sentence;

/** Knows who is called away: "one moment please, there is somebody at the door". */
final class Interruptions {

  private final Reading reading;

  Interruptions(Reading reading) {
    this.reading = reading;
  }

  /**
   * The clauses that ask for a pause and say what for, up to the end of the sentence when the pause
   * comes first; empty when there are none.
   */
  Span in(Sentence sentence) {
    var clauses = sentence.clauses();
    for (var at = 0; at + 1 < clauses.size(); at++) {
      var first = clauses.get(at);
      var second = clauses.get(at + 1);
      if (called(first)) {
        return new Span(first.from(), sentence.span().to());
      }
      if (pause(first) && interrupts(second)) {
        return new Span(first.from(), sentence.span().to());
      }
      if (interrupts(first) && pause(second)) {
        return new Span(first.from(), second.to());
      }
    }
    return !clauses.isEmpty() && called(clauses.getLast())
        ? new Span(clauses.getLast().from(), sentence.span().to())
        : new Span(sentence.span().to(), sentence.span().to());
  }

  /** "Hang on got to move the car". */
  private boolean called(Span clause) {
    var length = reading.language().length("pauses", reading.tokens(), clause.from(), clause.to());
    return length > 0 && interrupts(new Span(clause.from() + length, clause.to()));
  }

  private boolean pause(Span clause) {
    var language = reading.language();
    return pauses(clause) || pauses(language.afterOpeners("openers", reading.tokens(), clause));
  }

  private boolean pauses(Span words) {
    var language = reading.language();
    var length = language.length("pauses", reading.tokens(), words.from(), words.to());
    var rest = new Span(words.from() + length, words.to());
    return length > 0 && language.afterOpeners("closers", reading.tokens(), rest).empty();
  }

  private boolean interrupts(Span clause) {
    var language = reading.language();
    var opened = language.afterOpeners("openers", reading.tokens(), clause);
    // "Hold on, they order on the phone" is about the buyers.
    return !language.has("somebody", reading.tokens(), opened.from())
        && IntStream.range(clause.from(), clause.to())
            .anyMatch(
                at -> language.length("interruptions", reading.tokens(), at, clause.to()) > 0);
  }
}
