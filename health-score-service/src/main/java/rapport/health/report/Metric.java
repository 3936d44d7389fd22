package rapport.health.report;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.health.account.Median;
import rapport.health.portfolio.Summary;

/** The key metrics: each a formula over rows, one row for each account that counts. */
public enum Metric {
  /** Mean score. */
  HEALTH_SCORE("points", "sum of scores / accounts with a score that is not provisional"),
  /** Net promoter score. */
  NPS("points", "100 * (promoters - detractors) / answers, of the last 365 days"),
  /** Median days from the first contract to the first goal met. */
  TIME_TO_VALUE("days", "median of the days from the first contract's start to the first goal met"),
  /** Revenue won from those who were customers a year ago. */
  EXPANSION_RATE("ratio", "sum of max(0, closing - opening) / sum of opening revenue, 365 days"),
  /** Customers lost of those there were a year ago. */
  LOGO_CHURN("ratio", "accounts without closing revenue / accounts with opening revenue, 365 days"),
  /** Revenue lost of what there was a year ago. */
  REVENUE_CHURN("ratio", "sum of max(0, opening - closing) / sum of opening revenue, 365 days");

  private final String unit;
  private final String formula;

  Metric(String unit, String formula) {
    this.unit = unit;
    this.formula = formula;
  }

  /**
   * A metric's value.
   *
   * @param value none without any row
   * @param currency the one of most accounts, where the formula has revenue; the others are left
   *     out
   * @param rows how many accounts it is made of
   */
  public record Value(
      String metric,
      @Nullable Double value,
      String unit,
      String formula,
      @Nullable String currency,
      int rows) {}

  /**
   * What an account adds.
   *
   * @param parts the quantities of the formula, by name
   */
  public record Row(String account, String name, Map<String, Double> parts) {}

  /** The value over all rows. */
  public Value of(Collection<Summary> accounts) {
    var rows = rows(accounts);
    var value = value(rows);
    return new Value(
        wire(),
        value.isEmpty() ? null : value.getAsDouble(),
        unit,
        formula,
        isOfRevenue() ? currency(accounts) : null,
        rows.size());
  }

  /** What every account that counts adds, in the order of their ids. */
  public List<Row> rows(Collection<Summary> accounts) {
    var currency = currency(accounts);
    return accounts.stream()
        .filter(account -> counts(account, currency))
        .map(account -> new Row(account.account(), account.name(), new TreeMap<>(parts(account))))
        .sorted((a, b) -> a.account().compareTo(b.account()))
        .toList();
  }

  private boolean counts(Summary account, @Nullable String currency) {
    var figures = account.figures();
    return switch (this) {
      case HEALTH_SCORE -> account.listed() && account.isScored();
      case NPS -> figures.answers() > 0;
      case TIME_TO_VALUE -> figures.daysToValue() != null;
      case LOGO_CHURN -> figures.opening() > 0;
      case EXPANSION_RATE, REVENUE_CHURN ->
          figures.opening() > 0 && currency != null && currency.equals(figures.currency());
    };
  }

  private Map<String, Double> parts(Summary account) {
    var figures = account.figures();
    return switch (this) {
      case HEALTH_SCORE -> Map.of("score", account.scored());
      case NPS ->
          Map.of(
              "promoters", (double) figures.promoters(),
              "detractors", (double) figures.detractors(),
              "answers", (double) figures.answers());
      case TIME_TO_VALUE -> {
        var days = figures.daysToValue();
        yield Map.of("days", days == null ? 0 : days);
      }
      case LOGO_CHURN, EXPANSION_RATE, REVENUE_CHURN ->
          Map.of("opening", figures.opening(), "closing", figures.closing());
    };
  }

  private OptionalDouble value(List<Row> rows) {
    if (rows.isEmpty()) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        switch (this) {
          case HEALTH_SCORE -> sum(rows, "score") / rows.size();
          case NPS ->
              100 * (sum(rows, "promoters") - sum(rows, "detractors")) / sum(rows, "answers");
          case TIME_TO_VALUE -> Median.of(rows.stream().mapToDouble(it -> part(it, "days")));
          case EXPANSION_RATE ->
              rows.stream()
                      .mapToDouble(it -> Math.max(0, part(it, "closing") - part(it, "opening")))
                      .sum()
                  / sum(rows, "opening");
          case LOGO_CHURN ->
              (double) rows.stream().filter(it -> part(it, "closing") == 0).count() / rows.size();
          case REVENUE_CHURN ->
              rows.stream()
                      .mapToDouble(it -> Math.max(0, part(it, "opening") - part(it, "closing")))
                      .sum()
                  / sum(rows, "opening");
        });
  }

  private boolean isOfRevenue() {
    return this == EXPANSION_RATE || this == REVENUE_CHURN;
  }

  private static @Nullable String currency(Collection<Summary> accounts) {
    return accounts.stream()
        .map(Summary::figures)
        .filter(figures -> figures.opening() > 0)
        .flatMap(figures -> Stream.ofNullable(figures.currency()))
        .collect(Collectors.groupingBy(it -> it, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private static double sum(List<Row> rows, String part) {
    return rows.stream().mapToDouble(it -> part(it, part)).sum();
  }

  private static double part(Row row, String name) {
    return row.parts().getOrDefault(name, 0.0);
  }

  /** The name people use, such as {@code expansion-rate}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
