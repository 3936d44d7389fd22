package rapport.gateway.account;

import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import rapport.gateway.account.Letters.Letter;
import rapport.gateway.account.Letters.Occasion;
import rapport.gateway.limit.TokenBuckets;
import rapport.runtime.problem.Problem;
import rapport.runtime.worker.BackgroundWork;
import reactor.core.publisher.Mono;

/**
 * Sends links to people who forgot their passwords. Whoever asks learns nothing of who has an
 * account: looking up and sending happen afterwards, and everybody is slowed down alike.
 */
@Component
class PasswordResets implements DisposableBean {
  private static final int AT_ONCE = 32;
  private static final int TRACKED = 100_000;
  private static final Duration PERIOD = Duration.ofHours(1);
  private static final Duration SOON = Duration.ofSeconds(10);

  private final Users users;
  private final PasswordLinks links;
  private final Letters letters;
  private final AccountSettings settings;
  private final TokenBuckets accounts;
  private final TokenBuckets addresses;
  private final BackgroundWork work = new BackgroundWork(AT_ONCE);

  PasswordResets(Users users, PasswordLinks links, Letters letters, AccountSettings settings) {
    this.users = users;
    this.links = links;
    this.letters = letters;
    this.settings = settings;
    this.accounts = buckets(settings.resetsPerAccount());
    this.addresses = buckets(settings.resetsPerAddress());
  }

  /** Throws 409 {@code mail-not-set-up}, 429 {@code too-many-attempts}, 503 {@code busy}. */
  void ask(String email, String address, String locale) {
    if (!letters.areSent()) {
      throw Problem.of(
          HttpStatus.CONFLICT,
          "mail-not-set-up",
          "No e-mail can be sent from here. Ask an administrator for a link.");
    }
    Duration wait = addresses.take(address);
    if (wait.isZero()) {
      wait = accounts.take(email);
    }
    if (wait.isPositive()) {
      throw Problem.of(
              HttpStatus.TOO_MANY_REQUESTS,
              "too-many-attempts",
              "This was asked for too often. Please wait before asking again.")
          .withRetryAfter(wait);
    }
    // Each under a name of its own: that one still runs would tell that somebody is there.
    if (!work.start("password reset " + UUID.randomUUID(), send(email, locale))) {
      throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "busy", "Please try again in a moment.")
          .withRetryAfter(SOON);
    }
  }

  private Mono<Void> send(String email, String locale) {
    return users
        .byEmail(email)
        .filter(user -> !user.disabled())
        .flatMap(user ->
            links
                .make(user, settings.reset())
                .map(made -> new Letter(Occasion.PASSWORD_RESET, user, made, "", locale)))
        .flatMap(letters::send)
        .then();
  }

  @Override
  public void destroy() {
    work.stop(Duration.ofSeconds(5));
  }

  private static TokenBuckets buckets(int most) {
    return new TokenBuckets(most, most, PERIOD, TRACKED);
  }
}
