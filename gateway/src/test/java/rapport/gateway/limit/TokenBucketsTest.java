package rapport.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {
  private final Clock clock = new Clock();
  private final TokenBuckets buckets = new TokenBuckets(3, 1, Duration.ofSeconds(2), 100, clock);

  @Test
  void allows_a_burst_and_then_tells_how_long_to_wait() {
    take(3);
    assertThat(buckets.take("a")).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void rounds_the_wait_up_to_whole_seconds() {
    take(3);
    clock.advance(Duration.ofMillis(900));
    assertThat(buckets.take("a")).isEqualTo(Duration.ofSeconds(2));
    clock.advance(Duration.ofMillis(200));
    assertThat(buckets.take("a")).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void tokens_flow_in_with_time() {
    take(3);
    clock.advance(Duration.ofSeconds(2));
    assertThat(buckets.take("a")).isZero();
    assertThat(buckets.take("a")).isPositive();
  }

  @Test
  void keys_do_not_share() {
    take(3);
    assertThat(buckets.take("b")).isZero();
  }

  @Test
  void a_token_given_back_can_be_taken_again_but_never_more_than_there_were() {
    take(3);
    buckets.giveBack("a");
    assertThat(buckets.take("a")).isZero();
    for (int i = 0; i < 10; i++) {
      buckets.giveBack("a");
    }
    take(3);
    assertThat(buckets.take("a")).isPositive();
  }

  private void take(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(buckets.take("a")).isZero();
    }
  }

  private static final class Clock implements TimeMeter {
    private long nanos = 1;

    void advance(Duration time) {
      nanos += time.toNanos();
    }

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
