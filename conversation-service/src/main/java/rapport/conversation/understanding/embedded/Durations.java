package rapport.conversation.understanding.embedded;

import java.util.List;
import java.util.Optional;
import rapport.conversation.understanding.embedded.Phrases.Names;
import rapport.conversation.value.Found;

/** The lengths of time in a message, in numbers or in words. */
final class Durations {

  private final Reading reading;
  private final List<Candidate> lengths;

  Durations(Reading reading, List<Candidate> candidates) {
    this.reading = reading;
    this.lengths =
        candidates.stream().filter(value -> value.kind() == Found.Kind.DURATION).toList();
  }

  /** The length of time that these words are, words such as "usually about" aside. */
  Optional<Span> whole(Span span) {
    var words = bare(span);
    var typed = lengths.stream().map(Candidate::span).filter(words::equals).findFirst();
    return typed.isPresent() ? typed : inWords(words) ? Optional.of(words) : Optional.empty();
  }

  private Span bare(Span span) {
    return new Cursor(reading, span)
        .skip("duration_leads")
        .skipLast("duration_closers")
        .skip("duration_vague")
        .rest();
  }

  /** "A few weeks", "ongoing". */
  boolean inWords(Span words) {
    return !words.empty()
        && reading.language().list("durations_in_words").whole(reading.tokens(), words, Names.NONE)
            != null;
  }

  /** The length of time these words begin with, after words such as "about". */
  Optional<Span> beginning(Span span) {
    var words = new Cursor(reading, span).skip("duration_leads").skip("duration_vague").rest();
    return lengths.stream()
        .map(Candidate::span)
        .filter(length -> length.from() == words.from() && length.to() <= words.to())
        .findFirst();
  }

  /**
   * The length of time these words end with, if it says how long all of it takes: "read blogs for
   * about two weeks".
   */
  Optional<Trailing> trailing(Span span) {
    var words = new Cursor(reading, span).skipLast("duration_closers").rest();
    for (var length : lengths) {
      if (length.span().to() == words.to() && length.span().from() > words.from()) {
        var before = new Cursor(reading, new Span(words.from(), length.span().from()));
        before.skipLast("duration_vague");
        return before.takeLast("duration_links") && !before.empty()
            ? Optional.of(new Trailing(before.rest(), length.span()))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** What is done, and for how long. */
  record Trailing(Span before, Span length) {}

  /** The lengths of time within some words. */
  List<Span> in(Span span) {
    return lengths.stream().map(Candidate::span).filter(span::contains).toList();
  }
}
