package rapport.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * One token bucket per key, of equal size. A bucket that has had time to fill up again is
 * forgotten: a new one would be just as full.
 */
public final class TokenBuckets {
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final int burst;
  private final int refill;
  private final Duration period;
  private final TimeMeter clock;
  private final Cache<String, Bucket> buckets;

  /**
   * @param burst tokens of a full bucket
   * @param refill tokens that flow in, evenly, every period
   * @param period how long {@code refill} tokens take
   * @param keys buckets kept at most; the least used go first
   */
  public TokenBuckets(int burst, int refill, Duration period, int keys) {
    this(burst, refill, period, keys, TimeMeter.SYSTEM_NANOTIME);
  }

  TokenBuckets(int burst, int refill, Duration period, int keys, TimeMeter clock) {
    this.burst = burst;
    this.refill = refill;
    this.period = period;
    this.clock = clock;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(keys)
            .expireAfterAccess(period.multipliedBy(1 + burst / refill))
            .build();
  }

  /**
   * Takes one token.
   *
   * @return zero when one was taken, else how long to wait for the next in whole seconds, rounded
   *     up
   */
  public Duration take(String key) {
    ConsumptionProbe probe = bucket(key).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Duration.ZERO
        : Duration.ofSeconds(Math.ceilDiv(probe.getNanosToWaitForRefill(), NANOS_PER_SECOND));
  }

  /** Gives one token back, never above a full bucket. */
  public void giveBack(String key) {
    bucket(key).addTokens(1);
  }

  private Bucket bucket(String key) {
    return buckets.get(key, _ -> newBucket());
  }

  private Bucket newBucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(burst).refillGreedy(refill, period))
        .withCustomTimePrecision(clock)
        .build();
  }
}
