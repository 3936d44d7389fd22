package rapport.profile.account.api;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.profile.account.Decide;
import rapport.profile.account.Interaction;
import rapport.profile.account.InteractionDetails;
import rapport.profile.account.store.Listing;
import rapport.profile.account.store.Listing.Order;
import rapport.profile.account.store.Listing.Query;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Caller.Kind;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** The timeline of accounts. Anybody with a role reads; sales and success write. */
@RestController
@Allow
final class InteractionController {

  private final Desk desk;
  private final Listing listing;

  InteractionController(Desk desk, Listing listing) {
    this.desk = desk;
    this.listing = listing;
  }

  /** An interaction and the account it belongs to. */
  record InteractionOf(String account, Interaction interaction) {}

  /** What took place with that account. */
  record NewInteraction(String account, InteractionDetails details) {}

  /**
   * Interactions, the latest first, page by page.
   *
   * @param contact only those this contact took part in
   * @param q words that must all occur in subject or summary
   * @param from only those at that time or later
   * @param to only those before that time
   */
  @GetMapping("/api/v1/interactions")
  Mono<Page<InteractionOf>> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String account,
      @RequestParam(required = false) @Nullable String contact,
      @RequestParam(required = false) @Nullable String channel,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = Page.USUAL) int limit) {
    var size = Page.limit(limit);
    var query =
        Query.of(Page.words(q))
            .with("account", account)
            .with("contacts", contact)
            .with("channel", channel)
            .since("at", from)
            .before("at", to);
    return listing
        .interactions(
            caller.workspace(), query, new Order("at", true), Page.after(cursor), size + 1)
        .collectList()
        .map(found -> Page.of(found, size, row -> new InteractionOf(row.account(), row.value())));
  }

  /**
   * Logs an interaction: 201, or 200 when its source has told of this one before; what it says now
   * takes the place of what it said then.
   */
  @PostMapping("/api/v1/interactions")
  @Allow(
      value = {Role.SALES, Role.SUCCESS},
      kinds = {Kind.USER, Kind.SERVICE})
  Mono<ResponseEntity<InteractionOf>> log(Caller caller, @RequestBody NewInteraction wanted) {
    var account = Problem.required("account", wanted.account());
    var details = Problem.required("details", wanted.details());
    var id = Ids.of("i", details.source(), details.externalId());
    var source = desk.source(caller, details.source());
    return known(caller, account, id)
        .flatMap(before ->
            desk.change(
                    caller,
                    account,
                    source,
                    state ->
                        known(caller, account, id)
                            .map(now ->
                                Decide.log(state, now.orElse(null), id, details, source.at())))
                .map(_ ->
                    answer(account, before, new Interaction(id, details, source.at(), false))));
  }

  private Mono<Optional<Interaction>> known(Caller caller, String account, String id) {
    return listing
        .interaction(caller.workspace(), account, id)
        .map(row -> Optional.of(row.value()))
        .defaultIfEmpty(Optional.empty());
  }

  private static ResponseEntity<InteractionOf> answer(
      String account, Optional<Interaction> before, Interaction logged) {
    var recordedAt = before.map(Interaction::recordedAt).orElse(logged.recordedAt());
    var now = new Interaction(logged.id(), logged.details(), recordedAt, false);
    return new ResponseEntity<>(
        new InteractionOf(account, now), before.isPresent() ? HttpStatus.OK : HttpStatus.CREATED);
  }

  /** Withdraws an interaction, as when it was logged with the wrong account. */
  @DeleteMapping("/api/v1/accounts/{account}/interactions/{id}")
  @Allow({Role.SALES, Role.SUCCESS})
  Mono<Void> withdraw(Caller caller, @PathVariable String account, @PathVariable String id) {
    return desk.change(
            caller,
            account,
            desk.source(caller, null),
            state ->
                listing
                    .interaction(caller.workspace(), account, id)
                    .switchIfEmpty(Mono.error(() -> Desk.notFound("interaction")))
                    .map(row -> Decide.withdraw(state, row.value())))
        .then();
  }
}
