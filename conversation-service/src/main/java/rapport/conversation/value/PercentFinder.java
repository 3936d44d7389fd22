package rapport.conversation.value;

import java.util.ArrayList;
import java.util.List;
import rapport.contracts.FieldValue;

/** Shares: "20%", "20 percent", "20 في المئة". */
public final class PercentFinder implements Finder {

  @Override
  public List<Found> find(Passage passage) {
    var found = new ArrayList<Found>();
    for (var amount : passage.amounts()) {
      var length = sign(passage, amount.to());
      if (length > 0) {
        found.add(
            new Found(
                Found.Kind.PERCENT,
                FieldValue.text(amount.number() + "%"),
                passage.start(amount.from()),
                passage.end(amount.to() + length)));
      }
    }
    return found;
  }

  /** How many tokens the sign or words for a share have here: one or two; 0 when there are none. */
  private static int sign(Passage passage, int at) {
    var percents = passage.wording().percents();
    var first = passage.tokens().get(at).lower();
    return percents.contains(first)
        ? 1
        : percents.contains(first + " " + passage.tokens().get(at + 1).lower()) ? 2 : 0;
  }
}
