package rapport.conversation.value;

import java.util.ArrayList;
import java.util.List;
import rapport.contracts.FieldValue;

/** Shares: "20%", "20 percent". */
public final class PercentFinder implements Finder {

  @Override
  public List<Found> find(Passage passage) {
    var found = new ArrayList<Found>();
    for (var amount : passage.amounts()) {
      if (passage.wording().percents().contains(passage.tokens().get(amount.to()).lower())) {
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
