package rapport.gateway.account;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import rapport.runtime.problem.Problem;
import rapport.runtime.store.DuplicateKeyException;
import reactor.core.publisher.Mono;

/**
 * Changes users, never so that a workspace is left without an administrator, and lets sessions and
 * remembered tokens follow.
 */
@Component
class UserChanges {
  private final Users users;
  private final Sessions sessions;
  private final PasswordLinks links;
  private final Identities identities;
  private final Authenticator authenticator;

  UserChanges(
      Users users,
      Sessions sessions,
      PasswordLinks links,
      Identities identities,
      Authenticator authenticator) {
    this.users = users;
    this.sessions = sessions;
    this.links = links;
    this.identities = identities;
    this.authenticator = authenticator;
  }

  /**
   * @param keptSession hash of the session that survives a new password
   * @return the user as changed; fails with 404 {@code not-found} or 409 {@code last-admin} or
   *     {@code email-taken}
   */
  Mono<User> apply(String workspace, String id, UserChange change, String keptSession) {
    return existing(workspace, id)
        .flatMap(user -> change.isEmpty() ? Mono.just(user) : apply(user, change, keptSession));
  }

  /**
   * Lets providers know the user no more, and ends the sessions.
   *
   * @param keptSession hash of the session that survives
   * @return fails with 404 {@code not-found}
   */
  Mono<Void> detach(String workspace, String id, String keptSession) {
    return existing(workspace, id)
        .flatMap(user ->
            identities
                .deleteAll(workspace, id)
                .then(Mono.defer(() -> sessions.endAllBut(keptSession, workspace, id)))
                .doFinally(_ -> authenticator.forgetUser(id)));
  }

  private Mono<User> apply(User user, UserChange change, String keptSession) {
    boolean guarded = user.isActiveAdministrator() && change.endsAdministration();
    return (guarded ? administratorRemains(user) : Mono.<Void>empty())
        .then(users.change(user.workspace(), user.id(), change))
        .onErrorMap(DuplicateKeyException.class, _ -> emailTaken())
        .then(Mono.defer(() -> guarded ? undoIfLast(user) : Mono.empty()))
        .then(Mono.defer(() -> endSessions(user, change, keptSession)))
        .then(existing(user.workspace(), user.id()));
  }

  private Mono<Void> administratorRemains(User user) {
    return users
        .hasAdministratorBesides(user.workspace(), user.id())
        .filter(remains -> remains)
        .switchIfEmpty(Mono.error(UserChanges::lastAdministrator))
        .then();
  }

  /** Two administrators may each have been demoted by the other: then at least one comes back. */
  private Mono<Void> undoIfLast(User before) {
    var undo = new UserChange(null, null, before.roles(), before.disabled(), null);
    return administratorRemains(before)
        .onErrorResume(
            Problem.class,
            last -> users.change(before.workspace(), before.id(), undo).then(Mono.error(last)));
  }

  private Mono<Void> endSessions(User user, UserChange change, String keptSession) {
    String workspace = user.workspace();
    String id = user.id();
    return (change.endsSessions()
            ? sessions.endAllBut(keptSession, workspace, id)
            : Mono.<Void>empty())
        .then(Mono.defer(() -> change.endsLinks() ? links.endAll(workspace, id) : Mono.empty()))
        // Whoever asks while the sessions end would be remembered.
        .doFinally(_ -> authenticator.forgetUser(id));
  }

  /** Fails with 404 {@code not-found}. */
  Mono<User> existing(String workspace, String id) {
    return users
        .byId(workspace, id)
        .switchIfEmpty(
            Mono.error(
                () -> Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such user.")));
  }

  static Problem emailTaken() {
    return Problem.of(HttpStatus.CONFLICT, "email-taken", "There is a user with this address.");
  }

  private static Problem lastAdministrator() {
    return Problem.of(
        HttpStatus.CONFLICT, "last-admin", "A workspace needs at least one administrator.");
  }
}
