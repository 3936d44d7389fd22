package rapport.health.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.health.portfolio.AccountHealth;
import rapport.health.portfolio.Summary;
import rapport.health.report.Cohort;
import rapport.health.report.Group;
import rapport.health.report.Metric;
import rapport.health.report.Risk;
import rapport.health.report.Trend;
import rapport.health.store.Healths;
import rapport.health.store.Models;
import rapport.health.store.PortfolioDays;
import rapport.health.store.Snapshots;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.problem.Problem;
import rapport.runtime.web.PageSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a workspace's accounts add up to. Anybody with a role in it may read. */
@RestController
@Allow
final class PortfolioController {

  private static final int MOST_DAYS = 731;
  private static final int FORECAST_DAYS = 30;

  /** Groups of accounts. */
  record Cohorts(String by, List<Group> groups) {}

  /** Every key metric. */
  record Metrics(List<Metric.Value> metrics) {}

  /** A metric and the rows it is made of. */
  record MetricRows(Metric.Value metric, List<Metric.Row> rows) {}

  private final Healths healths;
  private final PortfolioDays days;
  private final Snapshots snapshots;
  private final Models models;
  private final Clock clock;

  PortfolioController(
      Healths healths, PortfolioDays days, Snapshots snapshots, Models models, Clock clock) {
    this.healths = healths;
    this.days = days;
    this.snapshots = snapshots;
    this.models = models;
    this.clock = clock;
  }

  /** All accounts taken together. */
  @GetMapping("/api/v1/reports/portfolio")
  Mono<Group> portfolio(Caller caller) {
    return summaries(healths.listed(caller.workspace())).map(accounts -> Group.of("all", accounts));
  }

  /**
   * Accounts in groups.
   *
   * @param by {@code quarter} in which they became customers, {@code segment}, {@code owner} or
   *     {@code band}. 400 {@code bad-cohort}
   */
  @GetMapping("/api/v1/reports/cohorts")
  Mono<Cohorts> cohorts(Caller caller, @RequestParam(defaultValue = "quarter") String by) {
    var cohort = Asked.named(Cohort.class, by, "bad-cohort");
    return summaries(healths.listed(caller.workspace()))
        .map(accounts -> new Cohorts(cohort.wire(), cohort.groups(accounts)));
  }

  /**
   * Scores over days and a forecast of 30 days with the band that 95 of 100 days fall in: a
   * straight line through the last 28 days.
   *
   * @param account one account's scores; the mean of all accounts when missing, as it was at the
   *     end of each day
   * @param days how many days back, up to 731. 400 {@code bad-range}
   */
  @GetMapping("/api/v1/reports/trend")
  Mono<Trend> trend(
      Caller caller,
      @RequestParam(required = false) @Nullable String account,
      @RequestParam(defaultValue = "90") int days) {
    if (days < 1 || days > MOST_DAYS) {
      throw Problem.of(HttpStatus.BAD_REQUEST, "bad-range", "Ask for 1 to 731 days.");
    }
    return models
        .of(caller.workspace())
        .flatMapMany(model -> {
          var to = LocalDate.ofInstant(clock.instant(), model.zone());
          var from = to.minusDays(days - 1L);
          return account == null
              ? this.days.of(caller.workspace(), from, to)
              : ofAccount(caller.workspace(), account, from, to);
        })
        .collectList()
        .map(points -> Trend.of(points, FORECAST_DAYS));
  }

  private Flux<Trend.Point> ofAccount(
      String workspace, String account, LocalDate from, LocalDate to) {
    return snapshots
        .of(workspace, account, from, to.minusDays(1))
        .filter(day -> !day.provisional())
        .mapNotNull(day -> {
          var score = day.score();
          return score == null ? null : new Trend.Point(day.day(), score);
        })
        .concatWith(
            healths
                .find(workspace, account)
                .map(Healths.Stored::account)
                .filter(now -> now.listed() && !now.health().isProvisional())
                .flatMap(now -> Mono.justOrEmpty(now.score()))
                .map(score -> new Trend.Point(to, score)));
  }

  /**
   * What may be lost within 90 days.
   *
   * @param limit how many rows, from 1 to 200; the sums are of all accounts. 400 {@code bad-limit}
   */
  @GetMapping("/api/v1/reports/risk")
  Mono<Risk> risk(Caller caller, @RequestParam(defaultValue = PageSize.USUAL) int limit) {
    var items = PageSize.of(limit);
    return summaries(healths.listed(caller.workspace()))
        .map(Risk::of)
        .map(it ->
            new Risk(
                it.expectedLoss(),
                it.atRisk(),
                it.basis(),
                it.rows().subList(0, Math.min(items, it.rows().size()))));
  }

  private static Mono<List<Summary>> summaries(Flux<AccountHealth> accounts) {
    return accounts.map(Summary::of).collectList();
  }

  /** The key metrics, each with its formula. */
  @GetMapping("/api/v1/reports/metrics")
  Mono<Metrics> metrics(Caller caller) {
    return summaries(healths.all(caller.workspace()))
        .map(accounts ->
            new Metrics(Arrays.stream(Metric.values()).map(it -> it.of(accounts)).toList()));
  }

  /**
   * A metric and its rows, in the order of the accounts' ids.
   *
   * @param metric such as {@code expansion-rate}. 404 {@code not-found}
   * @param after the account after which to go on
   * @param limit from 1 to 200. 400 {@code bad-limit}
   */
  @GetMapping("/api/v1/reports/metrics/{metric}")
  Mono<MetricRows> metric(
      Caller caller,
      @PathVariable String metric,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = PageSize.USUAL) int limit) {
    var asked = metricNamed(metric);
    var items = PageSize.of(limit);
    return summaries(healths.all(caller.workspace()))
        .map(accounts ->
            new MetricRows(
                asked.of(accounts),
                asked.rows(accounts).stream()
                    .filter(row -> row.account().compareTo(after) > 0)
                    .limit(items)
                    .toList()));
  }

  /** The metric of that name; 404 {@code not-found} when there is none. */
  static Metric metricNamed(String name) {
    return Arrays.stream(Metric.values())
        .filter(it -> it.wire().equals(name))
        .findFirst()
        .orElseThrow(() -> Asked.unknown("metric"));
  }
}
