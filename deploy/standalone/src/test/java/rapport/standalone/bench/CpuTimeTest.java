package rapport.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CpuTimeTest {

  @Test
  void what_a_process_used_since_then_is_told_in_seconds() {
    var before = new CpuTime(Map.of("store", Duration.ofMillis(1_500)));
    var after = new CpuTime(Map.of("store", Duration.ofMillis(1_750)));
    assertThat(after.since(before)).containsOnly(Map.entry("store", 0.25));
  }

  @Test
  void a_process_that_came_later_began_at_nothing() {
    var after = new CpuTime(Map.of("bare", Duration.ofMillis(20)));
    assertThat(after.since(new CpuTime(Map.of()))).containsOnly(Map.entry("bare", 0.02));
  }

  @Test
  void this_process_has_used_some() {
    var used = CpuTime.of(Map.of("this", ProcessHandle.current())).used();
    assertThat(used.get("this")).isPositive();
  }
}
