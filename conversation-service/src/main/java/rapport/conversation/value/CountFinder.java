package rapport.conversation.value;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers with what they count: "200-person", "50-200 employees", "3 offices", "family of five".
 */
public final class CountFinder implements Finder {
  @Override
  public List<Found> find(Passage passage) {
    var found = new ArrayList<Found>();
    for (var amount : passage.amounts()) {
      if (amount.currency() == null) {
        found.addAll(counted(passage, amount));
      }
    }
    return found;
  }

  private static List<Found> counted(Passage passage, Amount amount) {
    var tokens = passage.tokens();
    var counts = passage.wording().counts();
    var before = tokens.get(amount.from() - 2).lower();
    if (counts.of().contains(tokens.get(amount.from() - 1).lower())
        && counts.groups().contains(before)) {
      return List.of(found(passage, amount, amount.from() - 2, amount.to(), before));
    }
    var unitAt = tokens.is(amount.to(), "-") ? amount.to() + 1 : amount.to();
    var unit = tokens.get(unitAt);
    var other =
        passage.wording().times().measure(unit.lower()) != null
            || counts.particles().contains(unit.lower());
    if (!unit.word() || other) {
      return List.of();
    }
    var to = counts.nouns().contains(unit.lower()) ? unitAt + 1 : amount.to();
    return List.of(found(passage, amount, amount.from(), to, unit.lower()));
  }

  private static Found found(Passage passage, Amount amount, int from, int to, String unit) {
    return new Found(Found.Kind.COUNT, amount.value(), passage.start(from), passage.end(to), unit);
  }
}
