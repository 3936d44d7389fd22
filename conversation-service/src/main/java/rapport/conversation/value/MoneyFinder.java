package rapport.conversation.value;

import java.util.List;

/** Amounts with a currency: "$120k" is {@code 120000 USD}. */
public final class MoneyFinder implements Finder {
  @Override
  public List<Found> find(Passage passage) {
    return passage.amounts().stream()
        .filter(amount -> amount.currency() != null)
        .map(amount ->
            new Found(
                Found.Kind.MONEY,
                amount.value(),
                passage.start(amount.from()),
                passage.end(amount.to())))
        .toList();
  }
}
