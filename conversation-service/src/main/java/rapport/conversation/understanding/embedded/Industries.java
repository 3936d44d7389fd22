package rapport.conversation.understanding.embedded;

import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the business that somebody is in: "in the cork industry", "mostly in construction". */
final class Industries {

  private static final int MOST_WORDS = 4;

  private final Reading reading;

  Industries(Reading reading) {
    this.reading = reading;
  }

  /**
   * The first in some words.
   *
   * @param known industries known by name, which need no word such as "industry"
   */
  Optional<Span> in(Span clause, Phrases<String> known) {
    return IntStream.range(clause.from(), clause.to() - 1)
        .filter(at -> has("industry_leads", at))
        .boxed()
        .flatMap(at -> after(at, clause, known).stream())
        .findFirst();
  }

  private Optional<Span> after(int lead, Span clause, Phrases<String> known) {
    var rest = new Span(lead + 1, clause.to());
    var words = new Cursor(reading, rest).skip("determiners").rest();
    // "A masters in law" is no business.
    var opens = new Cursor(reading, new Span(clause.from(), lead)).skip("joints").skip("pronouns");
    return named(words)
        .or(() -> opens.skip("answer_openers").empty() ? whole(words, known) : Optional.empty());
  }

  /** The "cork" of "cork industry". */
  private Optional<Span> named(Span words) {
    var last = Math.min(words.to(), words.from() + MOST_WORDS);
    return IntStream.range(words.from() + 1, last)
        .filter(at -> has("industry_nouns", at))
        .mapToObj(at -> new Span(words.from(), at))
        .filter(name ->
            IntStream.range(name.from(), name.to())
                .allMatch(at -> reading.tokens().get(at).word() && !has("joints", at)))
        .findFirst();
  }

  /** The "construction" of "in construction", which ends the clause. */
  private Optional<Span> whole(Span words, Phrases<String> known) {
    var bare = reading.language().beforeClosers("answer_closers", reading.tokens(), words);
    return known.whole(reading.tokens(), bare, Phrases.Names.NONE) == null
        ? Optional.empty()
        : Optional.of(bare);
  }

  private boolean has(String list, int at) {
    return reading.language().has(list, reading.tokens(), at);
  }
}
