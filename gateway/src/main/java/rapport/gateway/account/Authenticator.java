package rapport.gateway.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import rapport.runtime.identity.Role;
import reactor.core.publisher.Mono;

/** Tells who holds a token. Remembers the answer for a few seconds. */
@Component
public class Authenticator {
  private static final int REMEMBERED = 10_000;

  private final Users users;
  private final Sessions sessions;
  private final ApiTokens apiTokens;
  private final Clock clock;
  private final Cache<String, Access> remembered;

  Authenticator(
      Users users, Sessions sessions, ApiTokens apiTokens, AccountSettings settings, Clock clock) {
    this.users = users;
    this.sessions = sessions;
    this.apiTokens = apiTokens;
    this.clock = clock;
    this.remembered =
        Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(settings.cached()).build();
  }

  /** The access a token gives; empty when it is unknown, out of date, or its user is disabled. */
  public Mono<Access> authenticate(String presented) {
    var token = new OpaqueToken(presented);
    String hash = token.hash();
    Access known = remembered.getIfPresent(hash);
    if (known != null && known.isGoodAt(clock.instant())) {
      return Mono.just(known);
    }
    return (token.isForApi() ? ofApiToken(hash) : ofSession(hash))
        .doOnNext(access -> remembered.put(hash, access));
  }

  /** Asks the store again for this token. */
  void forget(String hash) {
    remembered.invalidate(hash);
  }

  /** Asks the store again for all tokens of this user. */
  void forgetUser(String user) {
    remembered.asMap().values().removeIf(access -> access.caller().subject().equals(user));
  }

  private Mono<Access> ofSession(String hash) {
    return sessions
        .find(hash)
        .flatMap(session ->
            enabled(session.workspace(), session.user())
                .map(user ->
                    new Access(
                        user.caller(user.roles()),
                        hash,
                        false,
                        false,
                        user.email(),
                        session.expiresAt())));
  }

  private Mono<Access> ofApiToken(String hash) {
    return apiTokens
        .find(hash)
        .flatMap(token ->
            enabled(token.workspace(), token.user())
                .delayUntil(_ -> apiTokens.used(token, hash))
                .map(user ->
                    new Access(
                        user.caller(common(token.roles(), user.roles())),
                        hash,
                        true,
                        token.readOnly(),
                        user.email(),
                        token.expiresAt())));
  }

  private Mono<User> enabled(String workspace, String id) {
    return users.byId(workspace, id).filter(user -> !user.disabled());
  }

  /** A token never outranks its user, even when the user has lost a role since. */
  static Set<Role> common(Set<Role> ofToken, Set<Role> ofUser) {
    return ofUser.contains(Role.ADMIN)
        ? ofToken
        : ofToken.stream().filter(ofUser::contains).collect(Collectors.toUnmodifiableSet());
  }
}
