package rapport.conversation.understanding.embedded;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rapport.contracts.FieldValue;
import rapport.conversation.understanding.embedded.Phrases.Names;
import rapport.conversation.value.Found.Kind;

/**
 * Counts a small company from who runs it: "it's her plus 3 part timers" is four, "just me and a
 * freelancer" are two, and so are "my co-founder and me".
 */
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
    if (runs == null) {
      return oneByOne(at);
    }
    return counts.stream()
        .filter(_ -> joins(runs.to()))
        .filter(others -> follow(others.span().from(), runs.to() + 1))
        .flatMap(others -> everybody(at, Integer.parseInt(runs.meaning()), others).stream())
        .findFirst()
        .or(() -> oneByOne(at));
  }

  /** "Me, a freelancer and my wife", "three of us plus an intern". */
  private Optional<Candidate> oneByOne(int from) {
    var first = somebody(from).or(() -> counted(from));
    var people = first.map(Others::people).orElse(BigDecimal.ZERO);
    var to = first.map(Others::to).orElse(from);
    var named = 0;
    for (var next = first; next.isPresent(); next = next(to)) {
      people = named == 0 ? people : people.add(next.get().people());
      to = next.get().to();
      named++;
    }
    // "Me and the rest of the team" are more than one.
    return named < 2 || joins(to)
        ? Optional.empty()
        : Optional.of(
            new Candidate(Kind.COUNT, new FieldValue.Num(people), "", new Span(from, to)));
  }

  /** So many people, up to a token. */
  private record Others(BigDecimal people, int to) {}

  private Optional<Others> next(int at) {
    var after = reading.tokens().is(at, ",") ? at + 1 : at;
    var next = joins(after) ? after + 1 : after;
    return next == at ? Optional.empty() : somebody(next);
  }

  /** The one who runs it, or a single one of the others: "an intern", "my co-founder". */
  private Optional<Others> somebody(int at) {
    var tokens = reading.tokens();
    var runs = reading.language().list("runs_alone").longest(tokens, at, tokens.size(), Names.NONE);
    if (runs != null) {
      return Optional.of(new Others(new BigDecimal(runs.meaning()), runs.to()));
    }
    var noun = reading.noun(at);
    if (noun == at) {
      return Optional.empty();
    }
    var person =
        Math.max(
            reading.language().length("one_colleague", tokens, noun, tokens.size()),
            new Titles(reading).startingAt(noun, end(noun)).map(Span::size).orElse(0));
    return person == 0 ? Optional.empty() : Optional.of(new Others(BigDecimal.ONE, noun + person));
  }

  /** Where a title can end at the latest. */
  private int end(int from) {
    return reading.end(from, reading.tokens().size(), "ands", "pluses");
  }

  /** The "three of us" of "three of us plus an intern". */
  private Optional<Others> counted(int at) {
    return counts.stream()
        .filter(count -> count.span().from() == at)
        .flatMap(count ->
            count.value() instanceof FieldValue.Num(var number)
                ? Stream.of(new Others(number, afterUnit(count.span().to())))
                : Stream.empty())
        .findFirst();
  }

  private int afterUnit(int at) {
    var tokens = reading.tokens();
    return at + reading.language().length("people_units", tokens, at, tokens.size());
  }

  private boolean joins(int at) {
    return has("ands", at) || has("pluses", at);
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
