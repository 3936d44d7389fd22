package rapport.conversation.understanding.embedded;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rapport.contracts.FieldValue;
import rapport.conversation.understanding.embedded.Phrases.Names;
import rapport.conversation.value.Found.Kind;
import rapport.conversation.value.Tokens;

/** Counts a household from its children: "married with two kids" is four. */
final class Household {

  private static final int UNCOUNTED = -1;

  /** The "mum of" of "mum of two". */
  private static final int MOST_WORDS_BEFORE = 2;

  private final Reading reading;
  private int parents = UNCOUNTED;

  Household(Reading reading) {
    this.reading = reading;
  }

  /** A count of children as a count of people; empty when the parents are not known. */
  Optional<Candidate> adjust(Candidate candidate) {
    if (grownUp(candidate.span().to())) {
      return Optional.empty();
    }
    var children =
        candidate.kind() == Kind.COUNT
            && (said("child_words", Stream.of(candidate.unit()))
                || childrenFollow(candidate.span().to() + 1));
    var number =
        candidate.kind() == Kind.NUMBER
            && (childrenFollow(candidate.span().to()) || childrenFollow(candidate.span().to() + 1));
    if ((!children && !number) || adultsCounted()) {
      return Optional.of(candidate);
    }
    var parents = parents();
    if (parents == 0 || number || !(candidate.value() instanceof FieldValue.Num(var kids))) {
      return Optional.empty();
    }
    var people = new FieldValue.Num(kids.add(BigDecimal.valueOf(parents)));
    return Optional.of(new Candidate(Kind.COUNT, people, candidate.unit(), candidate.span()));
  }

  /** The "grown up kids" of "married, two grown up kids", who live elsewhere. */
  private boolean grownUp(int at) {
    var tokens = reading.tokens();
    return reading.language().length("grown_ups", tokens, at, tokens.size()) > 0;
  }

  /** The "mum of two" of "single mum of two", who are three. */
  Optional<Candidate> withParent(Candidate candidate) {
    var tokens = reading.tokens();
    var from = candidate.span().from();
    var led =
        IntStream.rangeClosed(1, Math.min(from, MOST_WORDS_BEFORE))
            .mapToObj(length -> new Span(from - length, from))
            .filter(words ->
                reading.language().list("parent_leads").whole(tokens, words, Names.NONE) != null)
            .findFirst();
    return led.isEmpty()
            || parents() == 0
            || !(candidate.value() instanceof FieldValue.Num(var kids))
        ? Optional.empty()
        : Optional.of(
            new Candidate(
                Kind.COUNT,
                new FieldValue.Num(kids.add(BigDecimal.valueOf(parents()))),
                "",
                new Span(led.get().from(), candidate.span().to())));
  }

  /** "Married, no kids" is two. */
  Optional<Candidate> childless() {
    return IntStream.range(1, reading.tokens().size())
        .filter(at ->
            childrenFollow(at) && reading.language().has("negations", reading.tokens(), at - 1))
        .filter(_ -> parents() > 0)
        .mapToObj(at ->
            new Candidate(
                Kind.COUNT,
                FieldValue.Num.of(parents()),
                reading.tokens().get(at).lower(),
                new Span(at - 1, at + 1)))
        .findFirst();
  }

  /** "Two adults and three kids" are counted one by one. */
  private boolean adultsCounted() {
    return IntStream.range(0, reading.tokens().size())
        .anyMatch(at -> reading.language().has("adult_words", reading.tokens(), at));
  }

  private boolean childrenFollow(int at) {
    return reading.language().has("child_words", reading.tokens(), at);
  }

  private int parents() {
    if (parents == UNCOUNTED) {
      parents = countParents();
    }
    return parents;
  }

  private int countParents() {
    var tokens = reading.tokens();
    for (var at = 0; at < tokens.size(); at++) {
      if (reading.language().has("couple_words", tokens, at)) {
        return 2;
      }
      if (reading.language().has("lone_words", tokens, at)) {
        return 1;
      }
    }
    var known =
        reading.utterance().values().values().stream().map(FieldValue::display).map(String::strip);
    return said("couple_words", known.map(text -> text.toLowerCase(Locale.ROOT))) ? 2 : 0;
  }

  private boolean said(String list, Stream<String> words) {
    return words.anyMatch(word -> {
      var tokens = Tokens.of(word);
      return tokens.size() == 1 && reading.language().has(list, tokens, 0);
    });
  }
}
