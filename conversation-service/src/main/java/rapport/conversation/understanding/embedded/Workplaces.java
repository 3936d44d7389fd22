package rapport.conversation.understanding.embedded;

import java.util.Optional;
import java.util.stream.IntStream;
import rapport.conversation.value.Token;

/**
 * Finds where somebody works when it is told right after what they work as: the "game studio" of
 * "CTO of a 12-person game studio". A name, as in "CTO at Acme", is the business of {@link
 * Employment}.
 */
final class Workplaces {

  private static final int MOST_TITLE_WORDS = 4;

  private final Language language;
  private final Reading reading;

  Workplaces(Reading reading) {
    this.reading = reading;
    this.language = reading.language();
  }

  /**
   * @param title what somebody works as
   * @param kind what kind of place it is, without the "company" of "logistics company"; empty when
   *     nothing else is said of it
   */
  record Workplace(Span title, Span kind) {}

  /**
   * A workplace after words that nothing knows as a title, when the title was asked: "barista at a
   * coffee chain".
   */
  Optional<Workplace> after(Span answer) {
    return IntStream.range(answer.from() + 1, answer.to() - 1)
        .filter(at ->
            language.has("employers", reading.tokens(), at)
                && language.has("indefinite_articles", reading.tokens(), at + 1))
        .mapToObj(at -> new Span(answer.from(), at))
        .filter(title -> title.size() <= MOST_TITLE_WORDS && plain(title))
        .map(title -> new Workplace(bare(title), kind(title.to() + 2, answer.to())))
        .findFirst();
  }

  /** No sentence: "works", "she is". */
  private boolean plain(Span title) {
    return language.length("clause_starts", reading.tokens(), title.from(), title.to()) == 0
        && language.length("pronouns", reading.tokens(), title.from(), title.to()) == 0
        && IntStream.range(title.from(), title.to())
            .allMatch(at -> reading.tokens().get(at).word());
  }

  Optional<Workplace> in(Span clause) {
    return IntStream.range(clause.from() + 1, clause.to() - 1)
        .filter(at ->
            language.has("workplace_links", reading.tokens(), at)
                && language.has("indefinite_articles", reading.tokens(), at + 1))
        .boxed()
        .flatMap(at ->
            new Titles(reading)
                    .endingBefore(at, clause)
                    .map(title -> new Workplace(bare(title), kind(at + 2, clause.to())))
                    .stream())
        .findFirst();
  }

  private Span bare(Span title) {
    return language.afterOpeners("determiners", reading.tokens(), title);
  }

  private Span kind(int from, int to) {
    var begin = from;
    while (begin < to && (size(begin) || counts(begin))) {
      begin++;
    }
    var end = reading.end(begin, to, "title_stops", "place_ends", "relatives");
    return withoutNoun(new Span(begin, end));
  }

  /** The "mid-sized" of "a mid-sized brewery". */
  private boolean size(int at) {
    return language.has("workplace_sizes", reading.tokens(), at)
        || (reading.tokens().is(at, "-") && reading.tokens().touchesPrevious(at));
  }

  /** The "12-person" of "a 12-person studio". */
  private boolean counts(int at) {
    return reading.tokens().get(at).kind() == Token.Kind.NUMBER
        || language.has("workplace_people", reading.tokens(), at);
  }

  /** The "logistics" of "logistics company" and of "company in logistics". */
  private Span withoutNoun(Span kind) {
    var tokens = reading.tokens();
    if (kind.size() > 2
        && language.has("company_nouns", tokens, kind.from())
        && language.has("workplace_links", tokens, kind.from() + 1)) {
      return new Span(kind.from() + 2, kind.to());
    }
    return !kind.empty() && language.has("company_nouns", tokens, kind.to() - 1)
        ? new Span(kind.from(), kind.to() - 1)
        : kind;
  }
}
