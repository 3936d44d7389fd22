package rapport.health.report;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rapport.contracts.HealthEvent.Band;
import rapport.health.portfolio.Summary;

/**
 * Accounts taken together.
 *
 * @param name what they have in common
 * @param accounts how many
 * @param scored those with a score that is not provisional; means and bands are of these
 * @param meanScore none without any
 * @param bands how many are in each band
 * @param revenue a year, by currency
 * @param meanChurn mean likelihood to be lost within 90 days; none without any
 */
public record Group(
    String name,
    int accounts,
    int scored,
    @Nullable Double meanScore,
    Map<String, Integer> bands,
    Map<String, Double> revenue,
    @Nullable Double meanChurn) {

  /** What these accounts add up to. */
  public static Group of(String name, Collection<Summary> accounts) {
    var scored = accounts.stream().filter(Summary::isScored).toList();
    var bands = new LinkedHashMap<String, Integer>();
    for (var band : Band.values()) {
      bands.put(band.wire(), 0);
    }
    scored.forEach(it -> it.band().ifPresent(band -> bands.merge(band.wire(), 1, Integer::sum)));
    var scores = scored.stream().mapToDouble(Summary::scored);
    var churns =
        scored.stream()
            .map(Summary::churn)
            .mapToDouble(churn -> churn == null ? 0 : churn.probability());
    return new Group(
        name,
        accounts.size(),
        scored.size(),
        scored.isEmpty() ? null : scores.average().orElseThrow(),
        bands,
        revenue(accounts),
        scored.isEmpty() ? null : churns.average().orElseThrow());
  }

  private static Map<String, Double> revenue(Collection<Summary> accounts) {
    var revenue = new TreeMap<String, Double>();
    for (var account : accounts) {
      var contract = account.contract();
      if (contract != null) {
        revenue.merge(contract.currency(), contract.revenue(), Double::sum);
      }
    }
    return revenue;
  }
}
