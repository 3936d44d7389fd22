package rapport.health.report;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.HealthEvent.Band;
import rapport.contracts.HealthState.Basis;
import rapport.health.portfolio.Summary;

/**
 * What may be lost.
 *
 * @param expectedLoss within 90 days, by currency: likelihood times revenue, added up
 * @param atRisk revenue of accounts at risk or critical, by currency
 * @param basis of the likelihoods; none without any
 * @param rows what may be lost most first
 */
public record Risk(
    Map<String, Double> expectedLoss,
    Map<String, Double> atRisk,
    @Nullable Basis basis,
    List<Row> rows) {

  /** An account's part. */
  public record Row(
      String account,
      String name,
      @Nullable Double score,
      @Nullable Band band,
      double churn,
      double revenue,
      String currency,
      double expectedLoss,
      @Nullable LocalDate renewalOn) {}

  /** The risk of accounts with a score that pay something. */
  public static Risk of(Collection<Summary> accounts) {
    var rows =
        accounts.stream()
            .filter(Summary::isScored)
            .flatMap(account -> row(account).stream())
            .sorted(Comparator.comparingDouble(Row::expectedLoss).reversed())
            .toList();
    var expected = new TreeMap<String, Double>();
    var atRisk = new TreeMap<String, Double>();
    for (var row : rows) {
      expected.merge(row.currency(), row.expectedLoss(), Double::sum);
      if (row.band() == Band.AT_RISK || row.band() == Band.CRITICAL) {
        atRisk.merge(row.currency(), row.revenue(), Double::sum);
      }
    }
    var basis =
        accounts.stream()
            .map(Summary::churn)
            .flatMap(Stream::ofNullable)
            .map(churn -> churn.basis())
            .findFirst()
            .orElse(null);
    return new Risk(expected, atRisk, basis, rows);
  }

  private static Optional<Row> row(Summary account) {
    var contract = account.contract();
    var churn = account.churn();
    if (contract == null || churn == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Row(
            account.account(),
            account.name(),
            account.score(),
            account.band().orElse(null),
            churn.probability(),
            contract.revenue(),
            contract.currency(),
            churn.probability() * contract.revenue(),
            contract.renewalOn()));
  }
}
