package rapport.lead.api;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import rapport.contracts.PersonaState;
import rapport.contracts.PersonaState.Status;
import rapport.lead.persona.Persona;
import rapport.lead.persona.Review;
import rapport.lead.persona.Suggestion;
import rapport.lead.store.PersonaIds;
import rapport.lead.store.PersonaMerging;
import rapport.lead.store.Personas;
import rapport.lead.store.StoredPersona;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** The kinds of visitors a workspace knows, and their review. */
@RestController
@RequestMapping("/api/v1/personas")
final class PersonaController {

  private final Personas personas;
  private final PersonaMerging merging;

  PersonaController(Personas personas, PersonaMerging merging) {
    this.personas = personas;
    this.merging = merging;
  }

  /**
   * Personas.
   *
   * @param items by id
   */
  record PersonaList(List<PersonaView> items) {}

  /**
   * A change that needs nothing else.
   *
   * @param rev the revision the persona was read at
   */
  record Decision(long rev) {}

  /**
   * A merge.
   *
   * @param rev the revision of the persona that goes
   * @param into the persona that stays
   * @param intoRev the revision of that one
   */
  record Merge(long rev, String into, long intoRev) {}

  /**
   * All personas of the workspace.
   *
   * @param site only those of that site
   * @param status only those of that status: {@code proposed}, {@code approved}, {@code rejected}
   *     or {@code merged}
   */
  @GetMapping
  @Allow({Role.VIEWER, Role.MARKETER, Role.SALES, Role.SUCCESS})
  Mono<PersonaList> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String site,
      @RequestParam(required = false) @Nullable String status) {
    return personas
        .all(caller.workspace())
        .map(PersonaView::of)
        .filter(view -> site == null || view.site().equals(site))
        .filter(view -> status == null || view.status().wire().equals(status))
        .collectList()
        .map(PersonaList::new);
  }

  /** One persona. */
  @GetMapping("/{persona}")
  @Allow({Role.VIEWER, Role.MARKETER, Role.SALES, Role.SUCCESS})
  Mono<PersonaView> get(Caller caller, @PathVariable String persona) {
    return found(caller, persona).map(PersonaView::of);
  }

  /** Adds a persona that is used from now on. */
  @PostMapping
  @Allow(Role.MARKETER)
  Mono<ResponseEntity<PersonaView>> add(Caller caller, @RequestBody PersonaRequest request) {
    var state = request.state();
    var persona = new Persona(PersonaIds.fresh(state.name()), state);
    return personas
        .add(caller.workspace(), persona, List.of(), caller.subject())
        .map(stored ->
            ResponseEntity.created(URI.create("/api/v1/personas/" + persona.id()))
                .body(PersonaView.of(stored)));
  }

  /** Puts what a person wrote in the place of what there was; its site and status stay. */
  @PutMapping("/{persona}")
  @Allow(Role.MARKETER)
  Mono<PersonaView> edit(
      Caller caller, @PathVariable String persona, @RequestBody PersonaRequest request) {
    var wanted = request.state();
    var rev = request.rev();
    return found(caller, persona)
        .flatMap(before ->
            personas.replace(
                caller.workspace(),
                at(before, rev == null ? 0 : rev),
                edited(before, wanted, caller.subject())))
        .switchIfEmpty(Mono.error(PersonaController::stale))
        .map(PersonaView::of);
  }

  /** From now on the persona is used for visitors. */
  @PostMapping("/{persona}/approve")
  @Allow(Role.MARKETER)
  Mono<PersonaView> approve(
      Caller caller, @PathVariable String persona, @RequestBody Decision decision) {
    return decided(caller, persona, decision.rev(), Status.APPROVED);
  }

  /** The persona is not used for visitors. */
  @PostMapping("/{persona}/reject")
  @Allow(Role.MARKETER)
  Mono<PersonaView> reject(
      Caller caller, @PathVariable String persona, @RequestBody Decision decision) {
    return decided(caller, persona, decision.rev(), Status.REJECTED);
  }

  /**
   * Forgets a persona that is not in use, with all its versions. 422 {@code in-use} for one that
   * is; reject it first.
   *
   * @param rev the revision the persona was read at
   */
  @DeleteMapping("/{persona}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Allow(Role.MARKETER)
  Mono<Void> forget(Caller caller, @PathVariable String persona, @RequestParam long rev) {
    return found(caller, persona)
        .flatMap(before -> {
          if (at(before, rev).persona().state().status() == Status.APPROVED) {
            throw Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "in-use",
                "The persona is used for visitors; reject it first.");
          }
          return personas.forget(caller.workspace(), before, caller.subject());
        })
        .flatMap(gone -> gone ? Mono.empty() : Mono.error(stale()));
  }

  /** Makes two personas one; answers the one that stays, which has what both had. */
  @PostMapping("/{persona}/merge")
  @Allow(Role.MARKETER)
  Mono<PersonaView> merge(Caller caller, @PathVariable String persona, @RequestBody Merge merge) {
    if (persona.equals(merge.into())) {
      throw Problem.of(
          HttpStatus.UNPROCESSABLE_CONTENT, "same-persona", "These are not two personas.");
    }
    return Mono.zip(found(caller, persona), found(caller, merge.into()))
        .flatMap(both ->
            merging.merge(
                caller.workspace(),
                at(both.getT1(), merge.rev()),
                at(both.getT2(), merge.intoRev()),
                caller.subject()))
        .switchIfEmpty(Mono.error(PersonaController::stale))
        .map(PersonaView::of);
  }

  /** Takes what the persona's site says now into it. */
  @PostMapping("/{persona}/suggestions/{suggestion}/accept")
  @Allow(Role.MARKETER)
  Mono<PersonaView> accept(
      Caller caller,
      @PathVariable String persona,
      @PathVariable String suggestion,
      @RequestBody Decision decision) {
    return answered(caller, persona, suggestion, decision.rev(), true);
  }

  /** Leaves the persona as it is; the same is not suggested again. */
  @PostMapping("/{persona}/suggestions/{suggestion}/dismiss")
  @Allow(Role.MARKETER)
  Mono<PersonaView> dismiss(
      Caller caller,
      @PathVariable String persona,
      @PathVariable String suggestion,
      @RequestBody Decision decision) {
    return answered(caller, persona, suggestion, decision.rev(), false);
  }

  private Mono<PersonaView> answered(
      Caller caller, String persona, String id, long rev, boolean accept) {
    return found(caller, persona)
        .flatMap(before -> {
          var suggestion =
              at(before, rev).suggestions().stream()
                  .filter(one -> one.id().equals(id))
                  .findFirst()
                  .orElseThrow(PersonaController::noSuggestion);
          return personas.replace(
              caller.workspace(), before, without(before, suggestion, accept, caller.subject()));
        })
        .switchIfEmpty(Mono.error(PersonaController::stale))
        .map(PersonaView::of);
  }

  private static StoredPersona without(
      StoredPersona before, Suggestion suggestion, boolean accept, String by) {
    var state = before.persona().state();
    var now = accept ? Review.accepted(state, suggestion) : state;
    var claims =
        accept
            ? Stream.concat(before.claims().stream(), Stream.of(suggestion.claim())).toList()
            : before.claims();
    var left =
        before.suggestions().stream().filter(one -> !one.id().equals(suggestion.id())).toList();
    return before.changed(now, by).with(Review.standing(now, claims)).with(left, before.origin());
  }

  /**
   * Versions of a persona.
   *
   * @param items before the present one, the latest first, at most 100
   */
  record VersionList(List<Version> items) {}

  /**
   * A version that was.
   *
   * @param at since when
   * @param by who made it; null for Rapport itself
   */
  record Version(PersonaState state, Instant at, @Nullable String by) {}

  /** What the persona was before. */
  @GetMapping("/{persona}/versions")
  @Allow({Role.VIEWER, Role.MARKETER, Role.SALES, Role.SUCCESS})
  Mono<VersionList> versions(Caller caller, @PathVariable String persona) {
    return found(caller, persona)
        .flatMapMany(_ -> personas.versions(caller.workspace(), persona))
        .map(one -> new Version(one.state(), one.at(), one.by()))
        .collectList()
        .map(VersionList::new);
  }

  private static StoredPersona edited(StoredPersona before, PersonaState wanted, String by) {
    var now = Review.edited(before.persona().state(), wanted);
    return before.changed(now, by).with(Review.standing(now, before.claims()));
  }

  private static Problem noSuggestion() {
    return Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such suggestion.");
  }

  private Mono<PersonaView> decided(Caller caller, String persona, long rev, Status status) {
    return found(caller, persona)
        .flatMap(before ->
            personas.replace(
                caller.workspace(),
                at(before, rev),
                Review.decided(before.persona().state(), status),
                caller.subject()))
        .switchIfEmpty(Mono.error(PersonaController::stale))
        .map(PersonaView::of);
  }

  private Mono<StoredPersona> found(Caller caller, String persona) {
    return personas
        .find(caller.workspace(), persona)
        .switchIfEmpty(
            Mono.error(
                () -> Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such persona.")));
  }

  private static StoredPersona at(StoredPersona stored, long rev) {
    if (stored.rev() != rev) {
      throw stale();
    }
    return stored;
  }

  private static Problem stale() {
    return Problem.of(
        HttpStatus.CONFLICT, "stale", "Somebody changed the persona meanwhile; read it again.");
  }
}
