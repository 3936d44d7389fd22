package rapport.profile.account.api;

import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import rapport.profile.account.Past;
import rapport.profile.account.Refused;
import rapport.profile.account.store.AccountDesk.Decision;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** Accounts that come with their past. */
@RestController
final class PastController {

  private final Desk desk;
  private final Edits edits;

  PastController(Desk desk, Edits edits) {
    this.desk = desk;
    this.edits = edits;
  }

  /**
   * An account with its past.
   *
   * @param source the system it comes from
   */
  record AccountWithPast(String source, Past past) {}

  /** How many things were written. */
  record Written(int changes) {}

  /**
   * Writes an account that is not there yet with everything that took place, each thing at its own
   * time. All of it is one write: it is there, or none of it is. 409 {@code account-exists}; 400
   * {@code invalid-value}; 404 {@code contact-not-found} when somebody named is not among the
   * contacts.
   */
  @PutMapping("/api/v1/accounts/{id}/past")
  @Allow(Role.ADMIN)
  Mono<ResponseEntity<Written>> tellPast(
      Caller caller, @PathVariable String id, @RequestBody AccountWithPast told) {
    var past = Problem.required("past", told.past());
    var key = Bodies.newId(id);
    var source = desk.source(caller, Bodies.system(Problem.required("source", told.source())));
    return desk.change(
            caller,
            key,
            source,
            Decision.of(state -> {
              if (state.account() != null) {
                throw new Refused("account-exists", "There is an account with this id already.");
              }
              return past.changes(
                  key, source, (system, external) -> Ids.of("i", system, external), edits::sources);
            }))
        .map(written ->
            ResponseEntity.created(URI.create("/api/v1/accounts/" + key))
                .body(new Written(written.changes().size())));
  }
}
