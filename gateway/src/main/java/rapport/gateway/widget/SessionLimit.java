package rapport.gateway.widget;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import rapport.gateway.limit.TokenBuckets;
import rapport.runtime.problem.Problem;

/** How many sessions may be opened from one address and with one key. */
@Component
class SessionLimit {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int TRACKED = 100_000;

  private final TokenBuckets addresses;
  private final TokenBuckets keys;

  SessionLimit(WidgetSettings settings) {
    this.addresses = buckets(settings.sessionsPerAddress());
    this.keys = buckets(settings.sessionsPerKey());
  }

  private static TokenBuckets buckets(int perMinute) {
    return new TokenBuckets(perMinute, perMinute, MINUTE, TRACKED);
  }

  /** Throws 429 {@code rate-limited} when it is too many. */
  void count(String address, WidgetKey key) {
    refuseUnless(addresses.take(address));
    refuseUnless(keys.take(key.id()));
  }

  private static void refuseUnless(Duration wait) {
    if (!wait.isZero()) {
      throw Problem.of(
              HttpStatus.TOO_MANY_REQUESTS,
              "rate-limited",
              "Too many chats were opened in a short time. Please wait a moment.")
          .withRetryAfter(wait);
    }
  }
}
