package rapport.conversation.understanding.embedded;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.FieldType;
import rapport.conversation.value.Found.Kind;

/** Gives the only number of an answer its currency when that is told later: "150k, in dollars". */
final class LaterCurrency {

  private static final int MOST_WORDS = 2;

  private final Reading reading;

  LaterCurrency(Reading reading) {
    this.reading = reading;
  }

  List<Candidate> given(List<Candidate> candidates) {
    var sums = candidates.stream().filter(one -> one.kind() == Kind.NUMBER).toList();
    var asked = reading.head().filter(head -> head.type() == FieldType.MONEY).isPresent();
    if (!asked || sums.size() != 1 || candidates.stream().anyMatch(c -> c.kind() == Kind.MONEY)) {
      return candidates;
    }
    var sum = sums.getFirst();
    return told(sum.span().to())
        .map(currency -> candidates.stream().map(c -> c.equals(sum) ? in(currency, c) : c).toList())
        .orElse(candidates);
  }

  private static Candidate in(String currency, Candidate sum) {
    var value = FieldValue.text(sum.value().display() + " " + currency);
    return new Candidate(Kind.MONEY, value, "", sum.span());
  }

  private Optional<String> told(int after) {
    return reading.message().clauses().stream()
        .filter(clause -> clause.from() >= after)
        .flatMap(clause -> currency(clause).stream())
        .findFirst();
  }

  /** The currency a clause is nothing but: "dollars", "and that's in dollars". */
  private Optional<String> currency(Span clause) {
    var bare =
        new Cursor(reading, clause)
            .skip("joints")
            .skip("answer_openers")
            .skip("lead_ins")
            .skip("place_leads")
            .rest();
    var name =
        IntStream.range(bare.from(), bare.to())
            .mapToObj(at -> reading.tokens().get(at).lower())
            .collect(Collectors.joining(" "));
    return bare.size() > MOST_WORDS
        ? Optional.empty()
        : Optional.ofNullable(reading.language().wording().currencies().get(name));
  }
}
