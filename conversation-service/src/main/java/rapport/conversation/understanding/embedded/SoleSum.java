package rapport.conversation.understanding.embedded;

import java.util.List;
import java.util.Optional;
import rapport.conversation.value.Found.Kind;

/**
 * Finds the sum in what somebody says of how much they may spend: the {@code 5000 EUR} of "up to
 * 5,000 euros, anything bigger goes to the board".
 */
final class SoleSum {

  private final Reading reading;
  private final List<Candidate> candidates;

  SoleSum(Reading reading, List<Candidate> candidates) {
    this.reading = reading;
    this.candidates = candidates;
  }

  /** The sum; empty when there are several, a least one, or one of a month. */
  Optional<String> in(Span words) {
    var sums =
        candidates.stream()
            .filter(one -> one.kind() == Kind.MONEY || one.kind() == Kind.NUMBER)
            .filter(one -> words.contains(one.span()))
            .toList();
    return sums.size() == 1
        ? sums.stream().filter(this::upTo).map(SoleSum::amount).findFirst()
        : Optional.empty();
  }

  /** The 2000 USD of "below 2,000 dollars". */
  private static String amount(Candidate sum) {
    var display = sum.value().display();
    return display.startsWith("<") ? display.substring(1) : display;
  }

  private boolean upTo(Candidate sum) {
    var tokens = reading.tokens();
    var to = sum.span().to();
    return sum.kind() == Kind.MONEY
        && !sum.value().display().contains("+")
        && reading.language().length("times_a_year", tokens, to, tokens.size()) == 0;
  }
}
