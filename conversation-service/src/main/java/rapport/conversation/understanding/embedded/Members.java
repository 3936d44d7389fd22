package rapport.conversation.understanding.embedded;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.conversation.understanding.embedded.Phrases.Names;
import rapport.conversation.value.Found.Kind;

/**
 * Counts the people of a household who are named one by one: "him, his wife and the twins", "lives
 * with her parents and two brothers".
 */
final class Members {

  private final Reading reading;
  private final List<Candidate> counts;

  /**
   * @param counts the numbers of the message, as they were said
   */
  Members(Reading reading, List<Candidate> counts) {
    this.reading = reading;
    this.counts = counts;
  }

  /**
   * Some of them.
   *
   * @param people how many; 0 when that is not said, as in "and kids"
   * @param adult whether they are no children
   */
  private record Item(int people, boolean adult, int to) {}

  /** All of them as one count; empty when nobody is named, or not how many there are. */
  Optional<Candidate> all() {
    return IntStream.range(0, reading.tokens().size())
        .boxed()
        .flatMap(at -> from(at).stream())
        .findFirst();
  }

  private Optional<Candidate> from(int from) {
    var somebodyElse = has("withs", from - 1);
    var people = somebodyElse ? 1 : 0;
    var named = people;
    var adult = false;
    var to = from;
    for (var item = item(from); item != null; item = next(to)) {
      if (item.people() == 0) {
        return Optional.empty();
      }
      people += item.people();
      adult |= item.adult();
      to = item.to();
      named++;
    }
    return adult && named > 1
        ? Optional.of(new Candidate(Kind.COUNT, FieldValue.Num.of(people), "", new Span(from, to)))
        : Optional.empty();
  }

  private @Nullable Item next(int at) {
    var after = reading.tokens().is(at, ",") ? at + 1 : at;
    var joined = Stream.of("ands", "pluses", "withs").anyMatch(list -> has(list, after));
    var next = joined ? after + 1 : after;
    return next == at ? null : item(next);
  }

  private @Nullable Item item(int at) {
    var noun = reading.noun(at);
    var counted = counted(noun);
    if (counted != null) {
      return counted;
    }
    var member = member(noun);
    if (member != null) {
      return member;
    }
    if (has("child_words", noun)) {
      return new Item(has("one_child", noun) ? 1 : 0, false, noun + 1);
    }
    // The "her" of "her and the twins".
    return noun == at ? null : member(at);
  }

  private @Nullable Item member(int at) {
    var tokens = reading.tokens();
    var match = reading.language().list("members").longest(tokens, at, tokens.size(), Names.NONE);
    return match == null ? null : new Item(Integer.parseInt(match.meaning()), true, match.to());
  }

  /** "Two adults", "three small kids". */
  private @Nullable Item counted(int at) {
    return counts.stream()
        .filter(count -> count.span().from() == at)
        .flatMap(count -> Stream.ofNullable(counted(count)))
        .findFirst()
        .orElse(null);
  }

  private @Nullable Item counted(Candidate count) {
    if (!(count.value() instanceof FieldValue.Num(var number))) {
      return null;
    }
    for (var noun = count.span().to(); noun <= count.span().to() + 1; noun++) {
      var adults = Math.max(length("adult_words", noun), length("housemates", noun));
      var people = Math.max(adults, length("child_words", noun));
      if (people > 0) {
        return new Item(number.intValue(), adults > 0, noun + people);
      }
    }
    return null;
  }

  private int length(String list, int at) {
    return reading.language().length(list, reading.tokens(), at, reading.tokens().size());
  }

  private boolean has(String list, int at) {
    return reading.language().has(list, reading.tokens(), at);
  }
}
