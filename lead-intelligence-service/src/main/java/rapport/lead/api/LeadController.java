package rapport.lead.api;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.contracts.LeadState.Status;
import rapport.lead.lead.Closing;
import rapport.lead.lead.Lead;
import rapport.lead.store.LeadQuery;
import rapport.lead.store.Leads;
import rapport.lead.store.StoredLead;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import rapport.runtime.store.DuplicateKeyException;
import rapport.runtime.web.PageSize;
import reactor.core.publisher.Mono;

/** Who may become a customer, why, and what became of it. */
@RestController
@RequestMapping("/api/v1/leads")
@Allow({Role.VIEWER, Role.MARKETER, Role.SALES, Role.SUCCESS})
final class LeadController {

  /** How often a change is tried while the lead goes on moving. */
  private static final int TRIES = 10;

  private final Leads leads;
  private final Clock clock;

  LeadController(Leads leads, Clock clock) {
    this.leads = leads;
    this.clock = clock;
  }

  /**
   * Leads, the best score first.
   *
   * @param grade such as {@code B2}, or the letter alone
   * @param persona the id of one
   * @param status {@code new}, {@code working}, {@code qualified}, {@code won}, {@code lost} or
   *     {@code withdrawn}
   * @param open whether they may still become customers
   * @param limit from 1 to 200; 400 {@code bad-limit}
   */
  @GetMapping
  Mono<LeadPage> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String grade,
      @RequestParam(required = false) @Nullable String persona,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String site,
      @RequestParam(required = false) @Nullable String owner,
      @RequestParam(required = false) @Nullable Boolean open,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = PageSize.USUAL) int limit) {
    var items = PageSize.of(limit);
    var wanted = status == null ? null : LeadRequest.status(status).wire();
    var query =
        new LeadQuery(grade, persona, wanted, site, owner, open, LeadPage.after(cursor), items + 1);
    return leads
        .list(caller.workspace(), query)
        .collectList()
        .map(found -> LeadPage.of(found, items));
  }

  /** One lead with its score taken apart, and everything it rests on. */
  @GetMapping("/{lead}")
  Mono<LeadDetail> get(Caller caller, @PathVariable String lead) {
    return found(caller, lead).flatMap(stored -> detail(caller, stored.lead()));
  }

  /**
   * Gives a lead to somebody, or moves it on its way. 409 {@code stale} when it has moved, {@code
   * withdrawn} when the person has taken the address back, {@code open-already} when it would be
   * open again beside another one of the same person and site.
   */
  @PatchMapping("/{lead}")
  @Allow(Role.SALES)
  Mono<LeadDetail> change(
      Caller caller, @PathVariable String lead, @RequestBody LeadRequest.Change change) {
    var to = change.wanted();
    return changed(
        caller,
        lead,
        change.rev(),
        before -> {
          var assigned =
              change.owner() == null
                  ? before
                  : before.assigned(change.newOwner(), caller.subject(), now());
          return to == null ? assigned : given(assigned).moved(to, caller.subject(), now());
        });
  }

  /** Says what became of a lead. Later scores learn from it; said again, it is corrected. */
  @PostMapping("/{lead}/outcome")
  @Allow(Role.SALES)
  Mono<LeadDetail> outcome(
      Caller caller, @PathVariable String lead, @RequestBody LeadRequest.Outcome outcome) {
    var closing = outcome.closing(now(), caller.subject());
    return changed(caller, lead, outcome.rev(), before -> closed(before, closing, now()));
  }

  private static Lead closed(Lead before, Closing closing, Instant now) {
    if (closing.at().isBefore(before.openedAt())) {
      throw Problem.of(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "before-opening",
          "The lead was opened at " + before.openedAt() + ".");
    }
    return given(before).closed(closing, now);
  }

  /** The lead, if there is an address. */
  private static Lead given(Lead lead) {
    if (lead.status() == Status.WITHDRAWN) {
      throw Problem.of(HttpStatus.CONFLICT, "withdrawn", "The person has taken the address back.");
    }
    return lead;
  }

  /** Once more when something was written meanwhile that left the revision as it was. */
  private Mono<LeadDetail> changed(
      Caller caller, String id, @Nullable Long rev, UnaryOperator<Lead> change) {
    return found(caller, id)
        .flatMap(stored -> {
          if (rev != null && stored.lead().rev() != rev) {
            return Mono.error(stale());
          }
          var after = change.apply(stored.lead());
          return after.equals(stored.lead())
              ? Mono.just(after)
              : leads
                  .replace(stored, after)
                  .filter(done -> done)
                  .map(_ -> after)
                  .onErrorMap(DuplicateKeyException.class, _ -> openAlready());
        })
        .repeatWhenEmpty(again -> again.take(TRIES))
        .switchIfEmpty(Mono.error(LeadController::stale))
        .flatMap(after -> detail(caller, after));
  }

  private Mono<LeadDetail> detail(Caller caller, Lead lead) {
    return leads
        .history(caller.workspace(), lead.id())
        .map(history -> LeadDetail.of(lead, history));
  }

  private Mono<StoredLead> found(Caller caller, String lead) {
    return leads
        .find(caller.workspace(), lead)
        .switchIfEmpty(
            Mono.error(
                () -> Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such lead.")));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static Problem openAlready() {
    return Problem.of(
        HttpStatus.CONFLICT, "open-already", "The person has another open lead on this site.");
  }

  private static Problem stale() {
    return Problem.of(
        HttpStatus.CONFLICT, "stale", "The lead has changed meanwhile; read it again.");
  }
}
