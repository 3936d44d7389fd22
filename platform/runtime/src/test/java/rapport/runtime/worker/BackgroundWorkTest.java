package rapport.runtime.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class BackgroundWorkTest {

  private final BackgroundWork work = new BackgroundWork(2);
  private final List<String> done = new ArrayList<>();

  @Test
  void what_hangs_keeps_no_other_from_going_on() {
    assertThat(work.start("hangs", Mono.never())).isTrue();
    assertThat(work.start("goes on", Mono.fromRunnable(() -> done.add("it did")))).isTrue();
    assertThat(done).containsExactly("it did");
    assertThat(work.running()).isEqualTo(1);
  }

  @Test
  void a_piece_runs_once_at_a_time() {
    var gate = Sinks.<Void>one();
    assertThat(work.start("a", gate.asMono())).isTrue();
    assertThat(work.start("a", Mono.empty())).isFalse();
    gate.emitEmpty(Sinks.EmitFailureHandler.FAIL_FAST);
    assertThat(work.start("a", Mono.empty())).isTrue();
  }

  @Test
  void no_more_than_there_is_room_for() {
    work.start("a", Mono.never());
    work.start("b", Mono.never());
    assertThat(work.start("c", Mono.empty())).isFalse();
  }

  @Test
  void a_failure_makes_room_again() {
    work.start("a", Mono.error(new IllegalStateException("planned")));
    assertThat(work.running()).isZero();
  }

  @Test
  void a_stop_cancels_what_does_not_end() {
    work.start("a", Mono.<Void>never().doOnCancel(() -> done.add("cancelled")));
    work.stop(Duration.ZERO);
    assertThat(done).containsExactly("cancelled");
    assertThat(work.start("b", Mono.empty())).isFalse();
  }
}
