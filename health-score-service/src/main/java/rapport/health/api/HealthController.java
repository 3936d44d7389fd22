package rapport.health.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.contracts.HealthEvent.Band;
import rapport.health.model.WorkspaceModel;
import rapport.health.portfolio.AccountHealth;
import rapport.health.store.Alerts;
import rapport.health.store.HealthQuery;
import rapport.health.store.HealthQuery.Choice;
import rapport.health.store.HealthQuery.Found;
import rapport.health.store.HealthQuery.Sort;
import rapport.health.store.Healths;
import rapport.health.store.Models;
import rapport.health.store.Snapshots;
import rapport.health.store.Snapshots.Snapshot;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.problem.Problem;
import rapport.runtime.web.PageSize;
import reactor.core.publisher.Mono;

/** How accounts do. Anybody with a role in the workspace may read. */
@RestController
@Allow
final class HealthController {

  private static final int LONGEST_QUERY = 200;
  private static final int MOST_DAYS = 731;

  private final HealthQuery query;
  private final Healths healths;
  private final Snapshots snapshots;
  private final Alerts alerts;
  private final Models models;
  private final Clock clock;

  HealthController(
      HealthQuery query,
      Healths healths,
      Snapshots snapshots,
      Alerts alerts,
      Models models,
      Clock clock) {
    this.query = query;
    this.healths = healths;
    this.snapshots = snapshots;
    this.alerts = alerts;
    this.models = models;
    this.clock = clock;
  }

  /**
   * Accounts and how they do, a page at a time.
   *
   * @param sort {@code score}, {@code name}, {@code arr}, {@code renewal-on}, {@code change} or
   *     {@code churn}, descending with {@code -} before it; what is missing sorts lowest. 400
   *     {@code bad-sort}
   * @param band {@code excellent}, {@code good}, {@code at-risk} or {@code critical}, any number of
   *     them. 400 {@code bad-band}
   * @param q part of the name, at most 200 characters. 400 {@code bad-query}
   * @param cursor {@code next} of the page before, asked for with the same sort and filters. 400
   *     {@code bad-cursor}
   * @param limit from 1 to 200. 400 {@code bad-limit}
   */
  @GetMapping("/api/v1/health-scores")
  Mono<Page<HealthRow>> list(
      Caller caller,
      @RequestParam(defaultValue = "score") String sort,
      @RequestParam(required = false) @Nullable List<String> band,
      @RequestParam(required = false) @Nullable String segment,
      @RequestParam(required = false) @Nullable String owner,
      @RequestParam(required = false) @Nullable Boolean provisional,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = PageSize.USUAL) int limit) {
    var choice = choice(sort, band, segment, owner, provisional, q);
    var position = Cursors.account(cursor);
    if (position != null
        && (choice.sort() == Sort.NAME || choice.sort() == Sort.RENEWAL_ON)
            == position.value() instanceof Number) {
      throw Problem.of(
          HttpStatus.BAD_REQUEST, "bad-cursor", "Ask for the next page with the same sort.");
    }
    var items = PageSize.of(limit);
    return query
        .find(caller.workspace(), choice, position, items + 1)
        .collectList()
        .flatMap(found -> page(caller.workspace(), found, items));
  }

  /** What is asked for, checked. */
  static Choice choice(
      String sort,
      @Nullable List<String> band,
      @Nullable String segment,
      @Nullable String owner,
      @Nullable Boolean provisional,
      String q) {
    if (q.length() > LONGEST_QUERY) {
      throw Problem.of(HttpStatus.BAD_REQUEST, "bad-query", "A query has at most 200 characters.");
    }
    var descending = sort.startsWith("-");
    var bands = band == null ? List.<String>of() : band;
    bands.forEach(it -> Asked.named(Band.class, it, "bad-band"));
    return new Choice(
        Asked.named(Sort.class, descending ? sort.substring(1) : sort, "bad-sort"),
        descending,
        bands,
        segment,
        owner,
        provisional,
        q);
  }

  private Mono<Page<HealthRow>> page(String workspace, List<Found> found, int limit) {
    var accounts = found.stream().map(it -> it.account().account()).toList();
    return Mono.zip(models.of(workspace), alerts.open(workspace, accounts))
        .map(both ->
            Page.of(
                found,
                limit,
                it ->
                    HealthRow.of(
                        it.account(),
                        both.getT1().zone(),
                        both.getT2().getOrDefault(it.account().account(), 0L)),
                it -> Cursors.of(it.position())));
  }

  /**
   * An account's health and all it is made of. 404 {@code not-found}.
   *
   * @param since the day the change is explained from, in the workspace's time zone; a week ago
   *     when missing. The newest evaluation that is not later counts, or else the first there is
   * @param days how many days of timeline, up to 731. 400 {@code bad-range}
   */
  @GetMapping("/api/v1/health-scores/{account}")
  Mono<HealthDetail> account(
      Caller caller,
      @PathVariable String account,
      @RequestParam(required = false) @Nullable LocalDate since,
      @RequestParam(defaultValue = "90") int days) {
    if (days < 1 || days > MOST_DAYS) {
      throw Problem.of(HttpStatus.BAD_REQUEST, "bad-range", "Ask for 1 to 731 days.");
    }
    return Mono.zip(healths.find(caller.workspace(), account), models.of(caller.workspace()))
        .filter(both -> both.getT1().account().listed())
        .flatMap(both -> detail(caller.workspace(), both.getT1(), both.getT2(), since, days))
        .switchIfEmpty(Mono.error(() -> Asked.unknown("account")));
  }

  private Mono<HealthDetail> detail(
      String workspace,
      Healths.Stored stored,
      WorkspaceModel model,
      @Nullable LocalDate since,
      int days) {
    var account = stored.account();
    var today = LocalDate.ofInstant(clock.instant(), model.zone());
    var from = since == null ? today.minusDays(7) : since;
    return Mono.zip(
            snapshots
                .of(workspace, account.account(), today.minusDays(days - 1L), today.minusDays(1))
                .concatWithValues(today(account, today))
                .collectList(),
            alerts.open(workspace, List.of(account.account())))
        .flatMap(both -> {
          var timeline = both.getT1();
          var row =
              HealthRow.of(account, model.zone(), both.getT2().getOrDefault(account.account(), 0L));
          return snapshots
              .at(workspace, account.account(), from)
              .switchIfEmpty(Mono.justOrEmpty(timeline.stream().findFirst()))
              .map(it -> HealthDetail.of(row, account.health(), model.scoring(), timeline, it))
              .defaultIfEmpty(
                  HealthDetail.of(row, account.health(), model.scoring(), timeline, null));
        });
  }

  /** The day that is not over yet. */
  private static Snapshot today(AccountHealth account, LocalDate day) {
    return new Snapshot(
        account.account(),
        day,
        account.score().orElse(null),
        account.health().isProvisional(),
        account.health());
  }
}
