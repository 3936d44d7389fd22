package rapport.gateway.account;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import rapport.runtime.store.DuplicateKeyException;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Signs in whom a provider vouches for. Somebody is known by what the provider calls them, and the
 * first time by an e-mail address it has verified.
 */
@Component
public class SingleSignOn {
  private final Identities identities;
  private final Users users;
  private final UserChanges changes;
  private final Sessions sessions;
  private final AccountSettings settings;
  private final Clock clock;

  SingleSignOn(
      Identities identities,
      Users users,
      UserChanges changes,
      Sessions sessions,
      AccountSettings settings,
      Clock clock) {
    this.identities = identities;
    this.users = users;
    this.changes = changes;
    this.sessions = sessions;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Somebody a provider vouches for.
   *
   * @param subject what the provider calls them, for good
   * @param emailVerified whether the address is theirs
   * @param roles what they are according to the provider; null when that is said here
   */
  public record Arrival(
      String issuer,
      String subject,
      @Nullable String email,
      boolean emailVerified,
      @Nullable String name,
      @Nullable Set<Role> roles) {
    @Override
    public String toString() {
      return "Arrival[" + issuer + "]";
    }
  }

  /** Opens a session and sets its cookie; fails with {@link NotAdmittedException}. */
  public Mono<Void> signIn(Arrival arrival, ServerWebExchange exchange) {
    var request = exchange.getRequest();
    return identities
        .user(arrival.issuer(), arrival.subject())
        .flatMap(known -> users.byId(known.workspace(), known.user()))
        .switchIfEmpty(Mono.defer(() -> firstTime(arrival)))
        // Somebody may come twice at once; the second time they are known.
        .retryWhen(
            Retry.max(1)
                .filter(DuplicateKeyException.class::isInstance)
                .onRetryExhaustedThrow((_, signal) -> signal.failure()))
        .doOnNext(user -> Noted.claimed(exchange, user))
        .flatMap(user -> admitted(user, arrival, exchange))
        .flatMap(user -> sessions.open(user, request.getHeaders().getFirst(HttpHeaders.USER_AGENT)))
        .doOnNext(opened ->
            exchange
                .getResponse()
                .addCookie(
                    SessionCookie.of(
                        request,
                        opened.token(),
                        Duration.between(clock.instant(), opened.expiresAt()))))
        .then();
  }

  private Mono<User> firstTime(Arrival arrival) {
    String email = arrival.email();
    if (email == null || email.isBlank() || !arrival.emailVerified()) {
      return Mono.error(new NotAdmittedException("email-not-verified"));
    }
    String address = email.strip().toLowerCase(Locale.ROOT);
    return users
        .byEmail(address)
        .switchIfEmpty(Mono.defer(() -> added(arrival, address)))
        .filter(user -> user.workspace().equals(settings.workspace()))
        .switchIfEmpty(Mono.error(() -> new NotAdmittedException("no-role")))
        .delayUntil(user -> notSomebodyElse(arrival, user))
        .delayUntil(user -> identities.add(user, arrival.issuer(), arrival.subject()));
  }

  /** Addresses change hands: whoever is known there by another subject is somebody else. */
  private Mono<Void> notSomebodyElse(Arrival arrival, User user) {
    return identities
        .of(user.workspace(), user.id())
        .filter(identity -> identity.issuer().equals(arrival.issuer()))
        .any(identity -> !identity.subject().equals(arrival.subject()))
        .flatMap(
            taken -> taken ? Mono.error(new NotAdmittedException("address-taken")) : Mono.empty());
  }

  private Mono<User> added(Arrival arrival, String email) {
    Set<Role> roles = arrival.roles();
    if (roles == null || roles.isEmpty() || email.length() > Fields.LONGEST_EMAIL) {
      return Mono.empty();
    }
    String name = Objects.requireNonNullElse(arrival.name(), "").strip();
    String shown = name.isEmpty() ? email : name;
    var user =
        new User(
            UUID.randomUUID().toString(),
            settings.workspace(),
            email,
            shown.substring(0, Math.min(shown.length(), Fields.LONGEST_NAME)),
            roles,
            null,
            false,
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    return users.add(user).thenReturn(user);
  }

  private Mono<User> admitted(User user, Arrival arrival, ServerWebExchange exchange) {
    Set<Role> roles = arrival.roles();
    if (user.disabled()) {
      Noted.changed(exchange, "refused: account-disabled");
      return Mono.error(new NotAdmittedException("account-disabled"));
    }
    if (roles == null || roles.equals(user.roles())) {
      return Mono.just(user);
    }
    if (roles.isEmpty()) {
      Noted.changed(exchange, "refused: no-role");
      return Mono.error(new NotAdmittedException("no-role"));
    }
    var change = new UserChange(null, null, roles, null, null);
    return changes
        .apply(user.workspace(), user.id(), change, "")
        .doOnNext(_ -> change.told().forEach(what -> Noted.changed(exchange, what)))
        // The last administrator stays one, whatever the provider says.
        .onErrorResume(Problem.class, _ -> Mono.just(user));
  }
}
