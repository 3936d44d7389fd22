package rapport.profile.account.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.profile.account.AccountState;
import rapport.profile.account.Deal;
import rapport.profile.account.DealDetails;
import rapport.profile.account.Decide;
import rapport.profile.account.store.AccountDesk.Decision;
import rapport.profile.account.store.Listing;
import rapport.profile.account.store.Listing.Order;
import rapport.profile.account.store.Listing.Query;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Caller.Kind;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** Deals of accounts. Anybody with a role reads; sales and success write. */
@RestController
@Allow
final class DealController {

  private final Desk desk;
  private final Listing listing;
  private final Edits edits;

  DealController(Desk desk, Listing listing, Edits edits) {
    this.desk = desk;
    this.listing = listing;
    this.edits = edits;
  }

  /** A deal and the account it belongs to. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DealOf(String account, Deal deal) {}

  /**
   * A new deal.
   *
   * @param stage where it begins; {@code discovery} when absent
   * @param source the system it comes from; absent when a person typed it
   * @param externalId its id there; the same one of the same source makes no second deal
   */
  record NewDeal(
      String account,
      DealDetails details,
      @Nullable String stage,
      @Nullable String source,
      @Nullable String externalId) {}

  /**
   * Changes to a deal.
   *
   * @param rev the revision that was read; absent when any will do
   * @param changes by field of the details; null clears
   */
  record DealEdit(@Nullable Long rev, Map<String, @Nullable Object> changes) {}

  /** A move to another stage; losing and reopening need a reason. */
  record DealMove(String stage, @Nullable String reason) {}

  /**
   * Deals by the day they close, page by page.
   *
   * @param open only open ones, or only those won or lost
   */
  @GetMapping("/api/v1/deals")
  Mono<Page<DealOf>> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String account,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String stage,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable Boolean open,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = Page.USUAL) int limit) {
    var size = Page.limit(limit);
    var query =
        Query.of(Page.words(q))
            .with("account", account)
            .with("stage", stage)
            .with("kind", kind)
            .with("open", open);
    return listing
        .deals(
            caller.workspace(), query, new Order("closesOn", false), Page.after(cursor), size + 1)
        .collectList()
        .map(found -> Page.of(found, size, row -> new DealOf(row.account(), row.value())));
  }

  @GetMapping("/api/v1/deals/{id}")
  Mono<DealOf> get(Caller caller, @PathVariable String id) {
    return row(caller, id).map(row -> new DealOf(row.account(), row.value()));
  }

  /**
   * Adds a deal; 409 {@code deal-exists} when the source has told of it before, in whichever
   * account.
   */
  @PostMapping("/api/v1/deals")
  @Allow(
      value = {Role.SALES, Role.SUCCESS},
      kinds = {Kind.USER, Kind.SERVICE})
  Mono<ResponseEntity<DealOf>> create(Caller caller, @RequestBody NewDeal wanted) {
    var account = Problem.required("account", wanted.account());
    var details = Problem.required("details", wanted.details());
    var source = desk.source(caller, Bodies.system(wanted.source()));
    var external = Bodies.externalId(wanted.externalId());
    var id = external == null ? Ids.random("d") : Ids.of("d", source.system(), external);
    return desk.change(
            caller,
            account,
            source,
            Decision.of(
                state -> Decide.addDeal(state, id, details, wanted.stage(), external, source)))
        .map(written ->
            ResponseEntity.created(URI.create("/api/v1/deals/" + id))
                .body(new DealOf(account, known(written.head().state(), id))));
  }

  /** Changes details; a later day to close on is a slip. */
  @PatchMapping("/api/v1/deals/{id}")
  @Allow({Role.SALES, Role.SUCCESS})
  Mono<DealOf> edit(Caller caller, @PathVariable String id, @RequestBody DealEdit wanted) {
    var changes = Problem.required("changes", wanted.changes());
    var source = desk.source(caller, null);
    return changed(
        caller,
        id,
        Decision.of(state -> {
          var details = known(state, id).details();
          var edited = edits.merge(details, DealDetails.class, Map.of(), changes, source);
          return Decide.editDeal(state, id, wanted.rev(), edited.details(), source.at());
        }));
  }

  /** Moves a deal to a stage; 422 {@code reason-needed} when it takes one. */
  @PostMapping("/api/v1/deals/{id}/stage")
  @Allow({Role.SALES, Role.SUCCESS})
  Mono<DealOf> move(Caller caller, @PathVariable String id, @RequestBody DealMove wanted) {
    var stage = Problem.required("stage", wanted.stage());
    var source = desk.source(caller, null);
    return changed(
        caller,
        id,
        Decision.of(state -> Decide.moveDeal(state, id, stage, wanted.reason(), source)));
  }

  private Mono<DealOf> changed(Caller caller, String id, Decision decision) {
    return row(caller, id)
        .flatMap(row ->
            desk.change(caller, row.account(), desk.source(caller, null), decision)
                .map(written -> new DealOf(row.account(), known(written.head().state(), id))));
  }

  private Mono<Listing.Row<Deal>> row(Caller caller, String id) {
    return listing
        .deal(caller.workspace(), id)
        .switchIfEmpty(Mono.error(() -> Desk.notFound("deal")));
  }

  private static Deal known(AccountState state, String id) {
    var deal = state.deals().get(id);
    if (deal == null) {
      throw Desk.notFound("deal");
    }
    return deal;
  }
}
