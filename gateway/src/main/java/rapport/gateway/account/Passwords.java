package rapport.gateway.account;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Hashes and checks passwords, Argon2id, on a few threads of its own: a flood of sign-ins makes
 * sign-in slow, not the gateway.
 */
@Component
class Passwords implements DisposableBean {
  /**
   * Of a password nobody has: checked for unknown users, so that they take as long as known ones.
   */
  static final String NOBODY =
      "$argon2id$v=19$m=19456,t=2,p=1$fqFGsJAKkW1aUBEtUWMBLw$FFGUTN1vXgBxExrXqs6LTjiqbV8kN6MbN6OUUzvYtng";

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int KIBIBYTES = 19_456;
  private static final int PASSES = 2;
  private static final int IDLE_SECONDS = 60;
  private static final Duration BUSY = Duration.ofSeconds(2);
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int ONE_TIME_LENGTH = 20;

  private final Argon2PasswordEncoder encoder =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES);
  private final Scheduler threads;

  Passwords(AccountSettings settings) {
    this.threads =
        Schedulers.newBoundedElastic(
            settings.hashers(), settings.hashQueue(), "passwords", IDLE_SECONDS, true);
  }

  /** A hash to store. Fails with 503 {@code busy} when too many are waiting. */
  Mono<String> hash(String password) {
    return onThreads(() -> encoder.encode(password));
  }

  /** Whether the password is the hashed one; never for no hash, after the same time. */
  Mono<Boolean> matches(String password, @Nullable String hash) {
    return onThreads(() -> encoder.matches(password, hash == null ? NOBODY : hash) && hash != null);
  }

  /** A password made up for one person, easy to read aloud. */
  static String oneTime() {
    return new SecureRandom()
        .ints(ONE_TIME_LENGTH, 0, LETTERS.length())
        .mapToObj(index -> String.valueOf(LETTERS.charAt(index)))
        .collect(Collectors.joining());
  }

  @Override
  public void destroy() {
    threads.dispose();
  }

  private <T> Mono<T> onThreads(Callable<T> work) {
    return Mono.fromCallable(work)
        .subscribeOn(threads)
        .onErrorMap(
            RejectedExecutionException.class,
            _ ->
                Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "busy",
                        "Too many people are signing in at once. Please try again in a moment.")
                    .withRetryAfter(BUSY));
  }
}
