package rapport.conversation.understanding.embedded;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rapport.contracts.FieldValue;
import rapport.conversation.understanding.embedded.Phrases.Names;
import rapport.conversation.value.Found.Kind;

/** Counts a small company from who runs it: "it's her plus 3 part timers" is four. */
final class Colleagues {

  private final Reading reading;
  private final List<Candidate> counts;

  /**
   * @param counts the numbers of the message, as they were said
   */
  Colleagues(Reading reading, List<Candidate> counts) {
    this.reading = reading;
    this.counts = counts;
  }

  /** Everybody as one count; empty when it is not somebody and a number of others. */
  Optional<Candidate> all() {
    return IntStream.range(0, reading.tokens().size())
        .boxed()
        .flatMap(at -> from(at).stream())
        .findFirst();
  }

  private Optional<Candidate> from(int at) {
    var tokens = reading.tokens();
    var runs = reading.language().list("runs_alone").longest(tokens, at, tokens.size(), Names.NONE);
    if (runs == null || Stream.of("ands", "pluses").noneMatch(joint -> has(joint, runs.to()))) {
      return Optional.empty();
    }
    return counts.stream()
        .filter(others -> follow(others.span().from(), runs.to() + 1))
        .flatMap(others -> everybody(at, Integer.parseInt(runs.meaning()), others).stream())
        .findFirst();
  }

  /** At once, or after a word: "and about 12 mechanics". */
  private boolean follow(int others, int joint) {
    return others == joint || (others == joint + 1 && reading.tokens().get(joint).word());
  }

  private static Optional<Candidate> everybody(int from, int people, Candidate others) {
    return others.value() instanceof FieldValue.Num(var number)
        ? Optional.of(
            new Candidate(
                Kind.COUNT,
                new FieldValue.Num(number.add(BigDecimal.valueOf(people))),
                others.unit(),
                new Span(from, others.span().to())))
        : Optional.empty();
  }

  private boolean has(String list, int at) {
    return reading.language().has(list, reading.tokens(), at);
  }
}
