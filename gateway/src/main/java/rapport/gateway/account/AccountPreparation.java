package rapport.gateway.account;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import rapport.runtime.store.StoreUnavailableException;
import reactor.core.publisher.Mono;

/**
 * Indexes and the first administrator, as soon as the store is there; the gateway is not ready
 * before. Afterwards, now and then, sweeps sessions that are over.
 */
@Component("accounts")
class AccountPreparation implements HealthIndicator {
  private static final Logger log = LoggerFactory.getLogger(AccountPreparation.class);

  private final Users users;
  private final Sessions sessions;
  private final ApiTokens apiTokens;
  private final PasswordLinks links;
  private final Identities identities;
  private final FirstAdministrator administrator;
  private volatile boolean prepared;

  AccountPreparation(
      Users users,
      Sessions sessions,
      ApiTokens apiTokens,
      PasswordLinks links,
      Identities identities,
      FirstAdministrator administrator) {
    this.users = users;
    this.sessions = sessions;
    this.apiTokens = apiTokens;
    this.links = links;
    this.identities = identities;
    this.administrator = administrator;
  }

  @Override
  public Health health() {
    return (prepared ? Health.up() : Health.outOfService()).build();
  }

  /**
   * Tries every second until it has once succeeded. Spring asks for the publisher once and
   * subscribes to it again and again, so whatever changes is looked at on subscription.
   */
  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
  Mono<Void> prepare() {
    return Mono.defer(() -> prepared ? Mono.empty() : prepareStore());
  }

  /** Every ten minutes. */
  @Scheduled(fixedDelay = 10, initialDelay = 10, timeUnit = TimeUnit.MINUTES)
  Mono<Void> sweep() {
    return Mono.defer(sessions::sweep)
        .doOnNext(count -> log.debug("{} sessions were over", count))
        .then(Mono.defer(links::sweep))
        .then()
        .onErrorComplete(StoreUnavailableException.class);
  }

  private Mono<Void> prepareStore() {
    return users
        .prepare()
        .then(sessions.prepare())
        .then(apiTokens.prepare())
        .then(links.prepare())
        .then(identities.prepare())
        .then(Mono.defer(administrator::ensure))
        .doOnSuccess(_ -> prepared = true)
        .doOnError(
            StoreUnavailableException.class, _ -> log.warn("waiting for the store to be there"))
        .onErrorComplete(StoreUnavailableException.class);
  }
}
