package rapport.health.api;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.health.portfolio.Summary;
import rapport.health.report.Metric;
import rapport.health.store.Alerts;
import rapport.health.store.HealthQuery;
import rapport.health.store.HealthQuery.Choice;
import rapport.health.store.HealthQuery.Found;
import rapport.health.store.HealthQuery.Position;
import rapport.health.store.Healths;
import rapport.health.store.Models;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How accounts do, as tables to take along. Anybody with a role in the workspace may. */
@RestController
@Allow
final class HealthExportController {

  private static final int PAGE = 200;
  private static final List<String> COLUMNS =
      List.of(
          "account",
          "name",
          "segment",
          "owner",
          "score",
          "band",
          "provisional",
          "coverage",
          "change7d",
          "arr",
          "currency",
          "renewalOn",
          "churn",
          "churnBasis",
          "openAlerts",
          "updatedAt");

  private final HealthQuery query;
  private final Healths healths;
  private final Alerts alerts;
  private final Models models;

  HealthExportController(HealthQuery query, Healths healths, Alerts alerts, Models models) {
    this.query = query;
    this.healths = healths;
    this.alerts = alerts;
    this.models = models;
  }

  /**
   * All accounts of a list as CSV, written as they are read; sort and filters are those of the
   * list. 400 {@code bad-sort}, {@code bad-band}, {@code bad-query}.
   */
  @GetMapping("/api/v1/health-scores/export")
  ResponseEntity<Flux<DataBuffer>> accounts(
      Caller caller,
      @RequestParam(defaultValue = "score") String sort,
      @RequestParam(required = false) @Nullable List<String> band,
      @RequestParam(required = false) @Nullable String segment,
      @RequestParam(required = false) @Nullable String owner,
      @RequestParam(required = false) @Nullable Boolean provisional,
      @RequestParam(defaultValue = "") String q) {
    var choice = HealthController.choice(sort, band, segment, owner, provisional, q);
    var rows =
        after(caller.workspace(), choice, null)
            .expand(page -> after(caller.workspace(), choice, page.getLast().position()))
            .concatMap(page -> rows(caller.workspace(), page));
    return CsvAnswer.of("accounts", COLUMNS, rows);
  }

  private Mono<List<Found>> after(String workspace, Choice choice, @Nullable Position position) {
    return query
        .find(workspace, choice, position, PAGE)
        .collectList()
        .filter(page -> !page.isEmpty());
  }

  private Flux<List<String>> rows(String workspace, List<Found> page) {
    var accounts = page.stream().map(it -> it.account().account()).toList();
    return Mono.zip(models.of(workspace), alerts.open(workspace, accounts))
        .flatMapIterable(both ->
            page.stream()
                .map(Found::account)
                .map(it ->
                    HealthRow.of(
                        it, both.getT1().zone(), both.getT2().getOrDefault(it.account(), 0L)))
                .map(HealthExportController::cells)
                .toList());
  }

  private static List<String> cells(HealthRow row) {
    var churn = row.churn();
    var band = row.band();
    return texts(
        row.account(),
        row.name(),
        row.segment(),
        row.owner(),
        row.score(),
        band == null ? null : band.wire(),
        row.provisional(),
        row.coverage(),
        row.change7d(),
        row.arr(),
        row.currency(),
        row.renewalOn(),
        churn == null ? null : churn.probability(),
        churn == null ? null : churn.basis().wire(),
        row.openAlerts(),
        row.updatedAt());
  }

  private static List<String> texts(@Nullable Object... values) {
    return Stream.of(values).map(it -> Objects.toString(it, "")).toList();
  }

  /** All rows a metric is made of as CSV. 404 {@code not-found}. */
  @GetMapping("/api/v1/reports/metrics/{metric}/export")
  Mono<ResponseEntity<Flux<DataBuffer>>> metric(Caller caller, @PathVariable String metric) {
    var asked = PortfolioController.metricNamed(metric);
    return healths
        .all(caller.workspace())
        .map(Summary::of)
        .collectList()
        .map(asked::rows)
        .map(rows ->
            CsvAnswer.of(
                metric,
                columns(rows),
                Flux.fromIterable(rows).map(HealthExportController::partCells)));
  }

  private static List<String> columns(List<Metric.Row> rows) {
    var parts = rows.isEmpty() ? Stream.<String>of() : rows.getFirst().parts().keySet().stream();
    return Stream.concat(Stream.of("account", "name"), parts).toList();
  }

  private static List<String> partCells(Metric.Row row) {
    return Stream.concat(
            Stream.of(row.account(), row.name()),
            row.parts().values().stream().map(it -> Double.toString(it)))
        .toList();
  }
}
