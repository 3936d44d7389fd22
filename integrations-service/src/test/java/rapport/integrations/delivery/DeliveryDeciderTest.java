package rapport.integrations.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rapport.integrations.delivery.Attempt.Result;
import rapport.integrations.delivery.Delivery.State;

class DeliveryDeciderTest {

  private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
  private static final Result DOWN = new Result.Later(Duration.ZERO, true);

  @Test
  void is_tried_again_ever_more_slowly_and_given_up_within_three_days() {
    for (var seed = 0; seed < 200; seed++) {
      var random = new Random(seed);
      var delivery = owed();
      var pauses = new ArrayList<Duration>();
      while (delivery.state() == State.WAITING) {
        var at = Objects.requireNonNull(delivery.due());
        delivery = DeliveryDecider.after(delivery, attempt(at, DOWN), random.nextDouble());
        if (delivery.due() != null) {
          pauses.add(Duration.between(at, delivery.due()));
        }
      }
      assertThat(delivery.state()).as("seed %d", seed).isEqualTo(State.DEAD);
      assertThat(delivery.reason()).startsWith("Given up after").endsWith("why");
      assertThat(delivery.tries()).isBetween(10, DeliveryDecider.MOST_TRIES);
      assertThat(pauses.getFirst()).isBetween(Duration.ofMillis(2500), Duration.ofSeconds(5));
      assertThat(pauses).allMatch(pause -> pause.compareTo(Duration.ofHours(10)) <= 0);
      assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
          .isLessThanOrEqualTo(DeliveryDecider.LONGEST);
    }
  }

  @Test
  void waits_as_long_as_the_other_side_asks() {
    var later = new Result.Later(Duration.ofHours(2), true);
    var after = DeliveryDecider.after(owed(), attempt(START, later), 0.5);
    assertThat(after.due()).isEqualTo(START.plus(Duration.ofHours(2)));
  }

  @Test
  void what_is_refused_is_given_up_at_once_with_the_reason() {
    var after = DeliveryDecider.after(owed(), attempt(START, new Result.Refused(false)), 0.5);
    assertThat(after.state()).isEqualTo(State.DEAD);
    assertThat(after.reason()).isEqualTo("why");
    assertThat(after.due()).isNull();
  }

  @Test
  void replaying_begins_anew_with_the_same_message_id() {
    var dead = DeliveryDecider.after(owed(), attempt(START, new Result.Refused(false)), 0.5);
    var later = START.plus(Duration.ofDays(20));
    var again = DeliveryDecider.replayed(dead, later);
    assertThat(again.messageId()).isEqualTo(dead.messageId());
    assertThat(again.due()).isEqualTo(later);
    assertThat(again.attempts()).hasSize(1);
    var tried = DeliveryDecider.after(again, attempt(later, DOWN), 0.5);
    assertThat(tried.state()).as("its three days begin anew").isEqualTo(State.WAITING);
  }

  @Test
  void a_destination_that_keeps_failing_is_left_alone_and_then_asked_with_one_thing() {
    var lane = Lane.NEW;
    for (var time = 0; time < Lane.MOST_FAILURES; time++) {
      assertThat(lane.room(START, 16)).isEqualTo(16);
      lane = lane.after(List.of(attempt(START, DOWN)));
    }
    assertThat(lane.room(START.plusSeconds(29), 16)).isZero();
    assertThat(lane.room(START.plusSeconds(31), 16)).isEqualTo(1);
    lane = lane.after(List.of(attempt(START.plusSeconds(31), DOWN)));
    assertThat(lane.room(START.plusSeconds(31 + 59), 16)).isZero();
    lane = lane.after(List.of(attempt(START.plusSeconds(100), new Result.Done())));
    assertThat(lane.room(START.plusSeconds(100), 16)).isEqualTo(16);
    assertThat(lane.lastSuccess()).isEqualTo(START.plusSeconds(100));
  }

  @Test
  void minding_one_thing_does_not_speak_against_a_destination() {
    var minding = attempt(START, new Result.Later(Duration.ZERO, false));
    var lane = Lane.NEW;
    for (var time = 0; time < 20; time++) {
      lane = lane.after(List.of(minding));
    }
    assertThat(lane.room(START, 16)).isEqualTo(16);
  }

  private static Delivery owed() {
    var parcel = new Parcel.Hook("wh-1", "{}");
    return Delivery.owed("d-1", "msg_1", "t", "Hook", parcel, START, START);
  }

  private static Attempt attempt(Instant at, Result result) {
    return new Attempt(at, Duration.ofMillis(12), result, 500, "why");
  }
}
