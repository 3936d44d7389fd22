package rapport.conversation.value;

import java.util.List;

/** Numbers and ranges without a currency: "1,200", "twelve hundred", "35-44", "50+". */
public final class NumberFinder implements Finder {
  @Override
  public List<Found> find(Passage passage) {
    return passage.amounts().stream()
        .filter(amount -> amount.currency() == null)
        .map(amount ->
            new Found(
                Found.Kind.NUMBER,
                amount.value(),
                passage.start(amount.from()),
                passage.end(amount.to())))
        .toList();
  }
}
