package rapport.profile.account.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.profile.account.Change;
import rapport.profile.account.Contract;
import rapport.profile.account.Decide;
import rapport.profile.account.Report;
import rapport.profile.account.store.AccountDesk.Decision;
import rapport.profile.account.store.Listing;
import rapport.profile.account.store.Listing.Query;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Caller.Kind;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is reported of accounts: use, tickets, outcomes, and what was agreed. Whatever is told twice
 * with the same id is there once, as it was told last.
 */
@RestController
@Allow
final class ReportController {

  private static final int AT_ONCE = 400;

  private final Desk desk;
  private final Listing listing;

  ReportController(Desk desk, Listing listing) {
    this.desk = desk;
    this.listing = listing;
  }

  /** Days of use, at most 400 at once. */
  record UsageReport(List<Report.Usage> days) {}

  /** Tickets, at most 400 at once. */
  record TicketReport(List<Report.Ticket> tickets) {}

  /** Outcomes, at most 400 of each at once; lists may be absent. */
  record OutcomeReport(
      @Nullable List<Report.Goal> goals,
      @Nullable List<Report.Roi> roi,
      @Nullable List<Report.Nps> nps) {}

  /** How many of what was told was news. */
  record Taken(int told, int changed) {}

  /**
   * A report, and its kind: {@code usage}, {@code ticket}, {@code goal}, {@code roi}, {@code nps}.
   */
  record Told(String kind, Report report) {}

  /**
   * A contract as it was agreed.
   *
   * @param rev the revision that was read; absent when any will do
   */
  record Agreement(@Nullable Long rev, Contract.Terms terms) {}

  @PostMapping("/api/v1/accounts/{id}/usage")
  @Allow(
      value = {Role.SALES, Role.SUCCESS},
      kinds = {Kind.USER, Kind.SERVICE})
  Mono<Taken> usage(Caller caller, @PathVariable String id, @RequestBody UsageReport told) {
    return take(caller, id, Map.of("usage", Problem.required("days", told.days())));
  }

  @PostMapping("/api/v1/accounts/{id}/tickets")
  @Allow(
      value = {Role.SALES, Role.SUCCESS},
      kinds = {Kind.USER, Kind.SERVICE})
  Mono<Taken> tickets(Caller caller, @PathVariable String id, @RequestBody TicketReport told) {
    return take(caller, id, Map.of("ticket", Problem.required("tickets", told.tickets())));
  }

  @PostMapping("/api/v1/accounts/{id}/outcomes")
  @Allow(
      value = {Role.SALES, Role.SUCCESS},
      kinds = {Kind.USER, Kind.SERVICE})
  Mono<Taken> outcomes(Caller caller, @PathVariable String id, @RequestBody OutcomeReport told) {
    var reports = new LinkedHashMap<String, List<? extends Report>>();
    reports.put("goal", told.goals() == null ? List.of() : told.goals());
    reports.put("roi", told.roi() == null ? List.of() : told.roi());
    reports.put("nps", told.nps() == null ? List.of() : told.nps());
    return take(caller, id, reports);
  }

  /** Records a contract under an id of the caller's; 409 {@code stale} as with other changes. */
  @PutMapping("/api/v1/accounts/{id}/contracts/{contract}")
  @Allow(
      value = {Role.SALES, Role.SUCCESS},
      kinds = {Kind.USER, Kind.SERVICE})
  Mono<Contract> agree(
      Caller caller,
      @PathVariable String id,
      @PathVariable String contract,
      @RequestBody Agreement agreement) {
    var terms = Problem.required("terms", agreement.terms());
    var key = Bodies.pathId(contract);
    var source = desk.source(caller, null);
    return desk.change(
            caller,
            id,
            source,
            Decision.of(state -> Decide.agree(state, key, agreement.rev(), terms, source.at())))
        .mapNotNull(written -> written.head().state().contracts().get(key));
  }

  /**
   * What was reported, the latest first, page by page.
   *
   * @param kind {@code usage}, {@code ticket}, {@code goal}, {@code roi} or {@code nps}; all when
   *     absent
   */
  @GetMapping("/api/v1/accounts/{id}/reports")
  Mono<Page<Told>> list(
      Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = Page.USUAL) int limit) {
    var size = Page.limit(limit);
    var query = Query.of(null).with("account", id).with("kind", kind);
    return desk.find(caller, id)
        .flatMap(_ ->
            listing.reports(caller.workspace(), query, Page.after(cursor), size + 1).collectList())
        .map(found ->
            Page.of(
                found,
                size,
                row -> new Told(new Change.OfReport(row.value()).kind(), row.value())));
  }

  private Mono<Taken> take(
      Caller caller, String id, Map<String, ? extends List<? extends Report>> told) {
    var count = told.values().stream().mapToInt(List::size).sum();
    if (told.values().stream()
        .anyMatch(list -> list.size() > AT_ONCE || list.stream().anyMatch(Objects::isNull))) {
      throw Problem.of(
          HttpStatus.UNPROCESSABLE_CONTENT, "too-many", "At most 400 at once, and no empty ones.");
    }
    return desk.change(
            caller,
            id,
            desk.source(caller, null),
            state ->
                Flux.fromIterable(told.entrySet())
                    .concatMap(kind ->
                        known(caller, id, kind.getKey(), kind.getValue())
                            .map(known -> {
                              var changes = new ArrayList<Change>();
                              latest(kind.getValue())
                                  .forEach((key, report) ->
                                      changes.addAll(Decide.report(state, known.get(key), report)));
                              return changes;
                            }))
                    .collectList()
                    .map(all -> all.stream().flatMap(List::stream).toList()))
        .map(written -> new Taken(count, written.changes().size()));
  }

  private Mono<Map<String, Report>> known(
      Caller caller, String id, String kind, List<? extends Report> told) {
    var ids = told.stream().map(Report::id).distinct().toList();
    return ids.isEmpty()
        ? Mono.just(Map.of())
        : listing
            .reports(caller.workspace(), id, kind, ids)
            .collectList()
            .map(
                found -> found.stream().collect(Collectors.toMap(Report::id, Function.identity())));
  }

  /** Of several with the same id the last. */
  private static Map<String, Report> latest(List<? extends Report> told) {
    var latest = new LinkedHashMap<String, Report>();
    told.forEach(report -> latest.put(report.id(), report));
    return latest;
  }
}
