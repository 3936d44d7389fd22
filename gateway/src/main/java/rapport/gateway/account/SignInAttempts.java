package rapport.gateway.account;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import rapport.gateway.limit.TokenBuckets;
import rapport.runtime.problem.Problem;

/** Counts failed sign-ins, per account and per network address, so that guessing takes for ever. */
@Component
class SignInAttempts {
  private static final int TRACKED = 100_000;

  private final TokenBuckets accounts;
  private final TokenBuckets addresses;

  SignInAttempts(AccountSettings settings) {
    this.accounts = buckets(settings.attemptsPerAccount(), settings.attemptsPeriod());
    this.addresses = buckets(settings.attemptsPerAddress(), settings.attemptsPeriod());
  }

  /**
   * Counts an attempt as failed, before it is checked: many at once get no further than many in a
   * row. Throws 429 when none is left.
   */
  void begin(String email, String address) {
    Duration wait = addresses.take(address);
    if (wait.isZero()) {
      wait = accounts.take(email);
    }
    if (wait.isPositive()) {
      throw Problem.of(
              HttpStatus.TOO_MANY_REQUESTS,
              "too-many-attempts",
              "Too many failed sign-ins. Please wait before trying again.")
          .withRetryAfter(wait);
    }
  }

  /** The attempt was a success after all: it does not count. */
  void succeeded(String email, String address) {
    accounts.giveBack(email);
    addresses.giveBack(address);
  }

  private static TokenBuckets buckets(int attempts, Duration period) {
    return new TokenBuckets(attempts, attempts, period, TRACKED);
  }
}
