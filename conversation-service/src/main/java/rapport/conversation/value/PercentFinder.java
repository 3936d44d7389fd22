package rapport.conversation.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import rapport.contracts.FieldValue;

/** Shares: "20%", "20 percent". */
public final class PercentFinder implements Finder {

  private static final Set<String> SIGNS = Set.of("%", "percent", "percents", "pct");

  @Override
  public List<Found> find(Passage passage) {
    var found = new ArrayList<Found>();
    for (var amount : passage.amounts()) {
      if (SIGNS.contains(passage.tokens().get(amount.to()).lower())) {
        found.add(
            new Found(
                Found.Kind.PERCENT,
                FieldValue.text(amount.number() + "%"),
                passage.start(amount.from()),
                passage.end(amount.to() + 1)));
      }
    }
    return found;
  }
}
