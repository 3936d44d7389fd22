package rapport.health.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeetingOrderTest {

  private final MeetingOrder order = new MeetingOrder();

  @Test
  void what_everybody_meets_in_turn_stands_in_that_order_however_far_they_come() {
    order.add(List.of("d", "c"));
    order.add(List.of("d"));
    order.add(List.of("d", "c", "b", "a"));
    assertThat(order.names()).containsExactly("d", "c", "b", "a");
  }

  @Test
  void one_who_jumps_ahead_moves_nothing() {
    order.add(List.of("a", "d", "b", "c"));
    for (int i = 0; i < 3; i++) {
      order.add(List.of("a", "b", "c"));
    }
    assertThat(order.names()).containsExactly("a", "b", "c", "d");
  }

  @Test
  void what_is_met_as_often_and_as_soon_stands_by_name() {
    order.add(List.of("b"));
    order.add(List.of("a"));
    assertThat(order.names()).containsExactly("a", "b");
  }
}
