package rapport.gateway.account;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import rapport.runtime.identity.Role;
import rapport.runtime.store.DuplicateKeyException;
import reactor.core.publisher.Mono;

/**
 * Sees to it that somebody can sign in. With a configured password, the configured user is an
 * active administrator with that password, which is also how an operator gets back in. Without one,
 * and only in a workspace without users, an administrator is made with a one-time password that is
 * printed once and stored nowhere.
 */
@Component
class FirstAdministrator {
  private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);
  private static final String NAME = "Administrator";

  private final Users users;
  private final UserChanges changes;
  private final Passwords passwords;
  private final AccountSettings settings;
  private final Clock clock;
  private final PrintStream out;

  @Autowired
  FirstAdministrator(
      Users users,
      UserChanges changes,
      Passwords passwords,
      AccountSettings settings,
      Clock clock) {
    this(users, changes, passwords, settings, clock, System.out);
  }

  FirstAdministrator(
      Users users,
      UserChanges changes,
      Passwords passwords,
      AccountSettings settings,
      Clock clock,
      PrintStream out) {
    this.users = users;
    this.changes = changes;
    this.passwords = passwords;
    this.settings = settings;
    this.clock = clock;
    this.out = out;
  }

  /** May run any number of times and in several gateways at once. */
  Mono<Void> ensure() {
    String password = settings.adminPassword();
    return password == null || password.isEmpty() ? ensureAnybody() : ensureConfigured(password);
  }

  private Mono<Void> ensureAnybody() {
    return users
        .hasAny(settings.workspace())
        .flatMap(any -> {
          String password = Passwords.oneTime();
          return any ? Mono.empty() : create(password, () -> print(password));
        });
  }

  private Mono<Void> ensureConfigured(String password) {
    if (password.length() < Fields.SHORTEST_PASSWORD) {
      log.warn("RAPPORT_ADMIN_PASSWORD is shorter than {} characters", Fields.SHORTEST_PASSWORD);
    }
    return users
        .byEmail(email())
        .flatMap(user -> restore(user, password).thenReturn(user))
        .switchIfEmpty(Mono.defer(() -> create(password, () -> {}).then(Mono.empty())))
        .then();
  }

  private Mono<Void> create(String password, Runnable created) {
    return passwords
        .hash(password)
        .map(hash ->
            new User(
                UUID.randomUUID().toString(),
                settings.workspace(),
                email(),
                NAME,
                Set.of(Role.ADMIN),
                hash,
                false,
                clock.instant()))
        .flatMap(user -> users.add(user).then(Mono.<Void>fromRunnable(created)))
        .onErrorResume(
            DuplicateKeyException.class,
            _ -> Mono.fromRunnable(() -> log.info("another gateway made the administrator")));
  }

  private Mono<Void> restore(User user, String password) {
    return passwords
        .matches(password, user.passwordHash())
        .flatMap(same ->
            same && user.isActiveAdministrator()
                ? Mono.empty()
                : passwords.hash(password).flatMap(hash -> reset(user, hash)));
  }

  private Mono<Void> reset(User user, String hash) {
    log.warn("the administrator is set as RAPPORT_ADMIN_EMAIL and RAPPORT_ADMIN_PASSWORD say");
    var change = new UserChange(null, null, Set.of(Role.ADMIN), false, hash);
    return changes.apply(user.workspace(), user.id(), change, "").then();
  }

  private String email() {
    return settings.adminEmail().strip().toLowerCase(Locale.ROOT);
  }

  private void print(String password) {
    out.println("RAPPORT-ADMIN email=" + email() + " password=" + password);
    out.flush();
  }
}
