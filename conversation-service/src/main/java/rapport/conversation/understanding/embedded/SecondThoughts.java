package rapport.conversation.understanding.embedded;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import rapport.contracts.FieldValue;
import rapport.conversation.understanding.embedded.Phrases.Names;
import rapport.conversation.value.Found.Kind;

/** What a message takes back itself: "she's 52, no wait, 54" says that she is 54. */
final class SecondThoughts {

  /** What may stand between a value and the one that replaces it, besides a correction. */
  private static final List<String> FILLERS = List.of("answer_openers", "answer_closers");

  private static final List<String> TURNS = List.of("second_thoughts", "corrections");

  /** So many words may tell when the first of two figures was right. */
  private static final int MOST_BETWEEN = 8;

  private static final int MOST_BEFORE = 5;

  private static final Set<Kind> COUNTED = EnumSet.of(Kind.NUMBER, Kind.COUNT);

  private static final Set<String> SIGNS = Set.of(",", ".", "…");

  private final Reading reading;
  private final List<Candidate> candidates;

  SecondThoughts(Reading reading) {
    this.reading = reading;
    this.candidates = Candidates.in(reading);
  }

  /**
   * A message without what it takes back.
   *
   * @param currency of a sum that was taken back for a plain number, such as EUR; empty for none
   */
  record Settled(String text, String currency) {}

  /** The message with only the later of two such values; empty when there are none. */
  Optional<Settled> settled() {
    return candidates.stream()
        .flatMap(first ->
            candidates.stream()
                .filter(
                    later -> replaces(later, first) || (!counted(first) && outdates(later, first)))
                .map(l -> new Settled(cut(first, l), sumAgain(l, first) ? currency(first) : "")))
        .findFirst();
  }

  /** "It was 80 when we met them, now they're 120", "earlier I said 3 locations, it is 4 now". */
  private boolean outdates(Candidate later, Candidate first) {
    var from = first.span().to();
    var to = later.span().from();
    return from < to
        && to - from <= MOST_BETWEEN
        && COUNTED.contains(first.kind())
        && COUNTED.contains(later.kind())
        && ends("once", first.span().from())
        && (ends("nowadays", to)
            || reading
                    .language()
                    .length(
                        "nowadays", reading.tokens(), later.span().to(), reading.tokens().size())
                > 0);
  }

  /** Whether the "locations" of "3 locations" is only known to another reading of the number. */
  private boolean counted(Candidate number) {
    return number.unit().isEmpty()
        && candidates.stream()
            .anyMatch(
                other -> !other.unit().isEmpty() && other.span().from() == number.span().from());
  }

  /** Whether a phrase of a list ends right before here. */
  private boolean ends(String list, int at) {
    return IntStream.rangeClosed(1, Math.min(at, MOST_BEFORE))
        .anyMatch(length ->
            reading
                    .language()
                    .list(list)
                    .whole(reading.tokens(), new Span(at - length, at), Names.NONE)
                != null);
  }

  private boolean replaces(Candidate later, Candidate first) {
    var unit = first.unit().isEmpty() ? 0 : 1;
    var between = new Span(first.span().to() + unit, later.span().from());
    var sameUnit =
        first.unit().isEmpty() || later.unit().isEmpty() || first.unit().equals(later.unit());
    return (first.kind() == later.kind() || sumAgain(later, first) || sumAtLast(later, first))
        && sameUnit
        && !between.empty()
        && (turns(between) || takesBack(between));
  }

  /** The "90k" of "$80k, no, 90k", which keeps its currency. */
  private static boolean sumAgain(Candidate later, Candidate first) {
    return first.kind() == Kind.MONEY
        && later.kind() == Kind.NUMBER
        && later.value() instanceof FieldValue.Num;
  }

  /** The "31k euros" of "29.. sorry, 31k euros". */
  private static boolean sumAtLast(Candidate later, Candidate first) {
    return first.kind() == Kind.NUMBER
        && first.value() instanceof FieldValue.Num
        && later.kind() == Kind.MONEY;
  }

  /** The "a year, no wait, make that" of "$10k a year, no wait, make that 15k". */
  private boolean takesBack(Span between) {
    return between.size() <= MOST_BETWEEN + MOST_BEFORE
        && candidates.stream().noneMatch(one -> between.contains(one.span()))
        && IntStream.range(between.from(), between.to())
            .anyMatch(at ->
                longest(List.of("takes_back"), at, between.to()) > 0
                    && turns(new Span(at, between.to())));
  }

  /** Whether these words do nothing but take back what stands before them. */
  private boolean turns(Span between) {
    var turned = false;
    var at = between.from();
    while (at < between.to()) {
      var turn = longest(TURNS, at, between.to());
      var length = Math.max(turn, Math.max(sign(at), longest(FILLERS, at, between.to())));
      if (length == 0) {
        return false;
      }
      turned |= turn == length;
      at += length;
    }
    return turned;
  }

  private int sign(int at) {
    return SIGNS.contains(reading.tokens().get(at).lower()) ? 1 : 0;
  }

  private int longest(List<String> lists, int at, int to) {
    return lists.stream()
        .mapToInt(list -> reading.language().length(list, reading.tokens(), at, to))
        .max()
        .orElse(0);
  }

  private static String currency(Candidate sum) {
    var told = sum.value().display();
    return told.substring(told.lastIndexOf(' ') + 1);
  }

  private String cut(Candidate first, Candidate later) {
    var tokens = reading.tokens();
    var text = tokens.text();
    var unit = first.unit().isEmpty() || !later.unit().isEmpty() ? 0 : 1;
    var last = tokens.get(first.span().to() - 1 + unit);
    // The "locations" of "3 locations, no, 4".
    return text.substring(0, tokens.get(first.span().from()).start())
        + text.substring(tokens.get(later.span().from()).start(), end(later))
        + text.substring(tokens.get(first.span().to() - 1).end(), last.end())
        + text.substring(end(later));
  }

  private int end(Candidate candidate) {
    return reading.tokens().get(candidate.span().to() - 1).end();
  }
}
