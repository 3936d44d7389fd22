package rapport.profile.account.api;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.profile.account.AccountDetails;
import rapport.profile.account.Decide;
import rapport.profile.account.insight.ChampionWeek;
import rapport.profile.account.lifecycle.Standing;
import rapport.profile.account.store.AccountDesk.Decision;
import rapport.profile.account.store.History;
import rapport.profile.account.store.Listing;
import rapport.profile.account.store.Listing.Order;
import rapport.profile.account.store.Listing.Query;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Caller.Kind;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** Accounts. Anybody with a role in the workspace reads; sales and success write. */
@RestController
@Allow
final class AccountController {

  private static final Map<String, String> SORTS =
      Map.of(
          "name", "name",
          "arr", "arr",
          "renewsOn", "renewsOn",
          "lastTouchAt", "lastTouchAt",
          "changedAt", "changedAt");

  private static final int MOST_WEEKS = 104;

  private final Desk desk;
  private final Listing listing;
  private final History history;
  private final Edits edits;
  private final Clock clock;

  AccountController(Desk desk, Listing listing, History history, Edits edits, Clock clock) {
    this.desk = desk;
    this.listing = listing;
    this.history = history;
    this.edits = edits;
    this.clock = clock;
  }

  /**
   * A new account.
   *
   * @param standing where it stands; absent begins with the first step of a prospect
   * @param source the system it comes from; absent when a person typed it
   * @param externalId its id there; the same one of the same source makes no second account
   */
  record NewAccount(
      AccountDetails details,
      @Nullable Standing standing,
      @Nullable String source,
      @Nullable String externalId) {}

  /**
   * Changes to an account.
   *
   * @param rev the revision that was read; absent when any will do
   * @param changes by field of the details; null clears
   */
  record AccountEdit(@Nullable Long rev, Map<String, @Nullable Object> changes) {}

  /**
   * A move along the lifecycle.
   *
   * @param rev the revision that was read; absent when any will do
   * @param churnRisk absent when there is none, or it has passed
   */
  record Move(
      @Nullable Long rev,
      String stage,
      String step,
      @Nullable String churnRisk,
      @Nullable String reason) {}

  /**
   * Accounts, page by page.
   *
   * @param q words that must all occur in name, domain, industry, segment, place or tags
   * @param sort {@code name}, {@code arr}, {@code renewsOn}, {@code lastTouchAt} or {@code
   *     changedAt}; with {@code -} in front, the other way round; 400 {@code unknown-sort}
   * @param risk only those with a churn risk, or without
   * @param archived those put away instead of the others
   */
  @GetMapping("/api/v1/accounts")
  Mono<Page<AccountRow>> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String stage,
      @RequestParam(required = false) @Nullable String owner,
      @RequestParam(required = false) @Nullable Boolean risk,
      @RequestParam(defaultValue = "false") boolean archived,
      @RequestParam(defaultValue = "name") String sort,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = Page.USUAL) int limit) {
    var size = Page.limit(limit);
    var query =
        Query.of(Page.words(q))
            .with("archived", archived)
            .with("stage", stage)
            .with("owner", owner)
            .present("churnRisk", risk);
    return listing
        .accounts(caller.workspace(), query, order(sort), Page.after(cursor), size + 1)
        .collectList()
        .map(found -> Page.of(found, size, row -> AccountRow.of(row.value().state())));
  }

  private static Order order(String sort) {
    var descending = sort.startsWith("-");
    var field = SORTS.get(descending ? sort.substring(1) : sort);
    if (field == null) {
      throw Problem.of(
          HttpStatus.BAD_REQUEST,
          "unknown-sort",
          "Sort by " + String.join(", ", SORTS.keySet().stream().sorted().toList()) + ".");
    }
    return new Order(field, descending);
  }

  /** The account with its contacts, deals, contracts and goals, and what follows from them. */
  @GetMapping("/api/v1/accounts/{id}")
  Mono<AccountDetail> get(Caller caller, @PathVariable String id) {
    return desk.find(caller, id).map(head -> AccountDetail.of(head.state(), clock.instant()));
  }

  /**
   * The strongest champion week by week, the last one now.
   *
   * @param weeks how many, from 1 to 104; 400 {@code bad-range}
   */
  @GetMapping("/api/v1/accounts/{id}/champions")
  Mono<List<ChampionWeek>> champions(
      Caller caller, @PathVariable String id, @RequestParam(defaultValue = "26") int weeks) {
    if (weeks < 1 || weeks > MOST_WEEKS) {
      throw Problem.of(HttpStatus.BAD_REQUEST, "bad-range", "Ask for 1 to 104 weeks.");
    }
    return desk.find(caller, id).map(head -> ChampionWeek.of(head.state(), weeks, clock.instant()));
  }

  /** Creates an account; 409 {@code account-exists} when the source has told of it before. */
  @PostMapping("/api/v1/accounts")
  @Allow(
      value = {Role.SALES, Role.SUCCESS},
      kinds = {Kind.USER, Kind.SERVICE})
  Mono<ResponseEntity<AccountDetail>> create(Caller caller, @RequestBody NewAccount wanted) {
    var details = Problem.required("details", wanted.details());
    var source = desk.source(caller, Bodies.system(wanted.source()));
    var external = Bodies.externalId(wanted.externalId());
    var id = external == null ? Ids.random("a") : Ids.of("a", source.system(), external);
    var sources = edits.sources(details, source);
    return desk.change(
            caller,
            id,
            source,
            Decision.of(state ->
                Decide.create(state, id, details, wanted.standing(), external, sources, source)))
        .map(written ->
            ResponseEntity.created(URI.create("/api/v1/accounts/" + id))
                .body(AccountDetail.of(written.head().state(), clock.instant())));
  }

  /** Changes details; 409 {@code stale} when the account has changed since it was read. */
  @PatchMapping("/api/v1/accounts/{id}")
  @Allow({Role.SALES, Role.SUCCESS})
  Mono<AccountDetail> edit(
      Caller caller, @PathVariable String id, @RequestBody AccountEdit wanted) {
    var changes = Problem.required("changes", wanted.changes());
    var source = desk.source(caller, null);
    return changed(
        caller,
        id,
        Decision.of(state -> {
          var account = state.known();
          var edited =
              edits.merge(
                  account.details(), AccountDetails.class, account.sources(), changes, source);
          return Decide.edit(
              state, wanted.rev(), edited.details(), edited.merge().sources(), source.at());
        }));
  }

  /** Moves the account along its lifecycle; 422 with the obstacle's code when it cannot. */
  @PostMapping("/api/v1/accounts/{id}/lifecycle")
  @Allow({Role.SALES, Role.SUCCESS})
  Mono<AccountDetail> move(Caller caller, @PathVariable String id, @RequestBody Move wanted) {
    return changed(
        caller,
        id,
        Decision.of(state ->
            Decide.move(
                state,
                wanted.rev(),
                new Standing(
                    Problem.required("stage", wanted.stage()),
                    Problem.required("step", wanted.step()),
                    wanted.churnRisk()),
                wanted.reason(),
                desk.source(caller, null).at())));
  }

  /** Puts the account away; its history stays. */
  @DeleteMapping("/api/v1/accounts/{id}")
  @Allow({Role.SALES, Role.SUCCESS})
  Mono<AccountDetail> archive(Caller caller, @PathVariable String id) {
    var at = desk.source(caller, null).at();
    return changed(caller, id, Decision.of(state -> Decide.archive(state, true, at)));
  }

  /** Takes the account out again. */
  @PostMapping("/api/v1/accounts/{id}/restore")
  @Allow({Role.SALES, Role.SUCCESS})
  Mono<AccountDetail> restore(Caller caller, @PathVariable String id) {
    var at = desk.source(caller, null).at();
    return changed(caller, id, Decision.of(state -> Decide.archive(state, false, at)));
  }

  /**
   * What changed, the latest first.
   *
   * @param before only what came before this revision, as the last line of the page before has it
   */
  @GetMapping("/api/v1/accounts/{id}/history")
  Mono<List<History.Entry>> history(
      Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable Long before,
      @RequestParam(defaultValue = Page.USUAL) int limit) {
    var size = Page.limit(limit);
    return desk.find(caller, id)
        .flatMap(_ -> history.of(caller.workspace(), id, before, size).collectList());
  }

  private Mono<AccountDetail> changed(Caller caller, String id, Decision decision) {
    return desk.change(caller, id, desk.source(caller, null), decision)
        .map(written -> AccountDetail.of(written.head().state(), clock.instant()));
  }
}
