package rapport.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadTest {

  @Test
  void holds_every_conversation_once_and_counts_its_turns() throws InterruptedException {
    var held = new ConcurrentSkipListSet<Integer>();
    var load =
        Load.of(
            (number, stopwatch) -> {
              assertThat(held.add(number)).isTrue();
              stopwatch.time(() -> {});
              stopwatch.time(() -> {});
            },
            20,
            3);
    assertThat(held).containsExactlyElementsOf(IntStream.range(0, 20).boxed().toList());
    assertThat(load.turns().count()).isEqualTo(40);
    assertThat(load.turnsPerSecond()).isPositive();
    assertThat(load.errors()).isEmpty();
  }

  @Test
  void holds_as_many_at_a_time_as_it_may() throws InterruptedException {
    var together = new CyclicBarrier(4);
    var now = new AtomicInteger();
    var most = new AtomicInteger();
    Load.of(
        (_, _) -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          meet(together);
          now.decrementAndGet();
        },
        12,
        4);
    assertThat(most).hasValue(4);
  }

  @Test
  void an_error_ends_its_conversation_and_is_counted_with_others_like_it() throws Exception {
    var load =
        Load.of(
            (number, stopwatch) -> {
              stopwatch.time(() -> {});
              if (number > 0) {
                throw new IllegalStateException(
                    "conversation 5d1f8e9a-0b1c-4d2e-8f3a-00000000000%d is gone".formatted(number));
              }
            },
            4,
            2);
    assertThat(load.errors()).containsOnly(Map.entry("conversation ... is gone", 3));
    assertThat(load.turns().count()).isEqualTo(4);
  }

  @Test
  void a_turn_that_fails_is_no_sample() throws InterruptedException {
    var load =
        Load.of(
            (_, stopwatch) ->
                stopwatch.time(() -> {
                  throw new IllegalStateException("refused");
                }),
            1,
            1);
    assertThat(load.turns().count()).isZero();
    assertThat(load.errors()).containsOnlyKeys("refused");
  }

  private static void meet(CyclicBarrier together) {
    try {
      together.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
