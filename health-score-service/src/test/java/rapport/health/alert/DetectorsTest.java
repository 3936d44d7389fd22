package rapport.health.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rapport.contracts.HealthEvent.AlertType;

/** When alerts fire, clear and keep quiet, each watched once a day. */
class DetectorsTest {

  private final Customer customer = new Customer();

  @Test
  void a_competitor_somebody_there_named_is_a_threat_until_nobody_does_for_thirty_days() {
    customer.mention(10, "Deskly", .8, true);
    customer.watch(0, 40);
    assertThat(opened(AlertType.COMPETITIVE_THREAT)).containsExactly(10);
    assertThat(customer.alert(AlertType.COMPETITIVE_THREAT).isOpen()).isFalse();
  }

  @Test
  void what_is_unsure_or_was_said_by_us_is_no_threat() {
    customer.mention(10, "Deskly", .79, true);
    customer.mention(11, "Deskly", 1, false);
    customer.watch(0, 20);
    assertThat(customer.opened()).isEmpty();
  }

  @Test
  void the_same_competitor_is_told_again_after_two_weeks_and_another_one_at_once() {
    customer.mention(10, "Deskly", .9, true);
    customer.mention(20, "Deskly", .9, true);
    customer.watch(0, 21);
    assertThat(customer.alert(AlertType.COMPETITIVE_THREAT).trail()).hasSize(1);
    customer.mention(22, "Chatty", .9, true);
    customer.mention(26, "Deskly", .9, true);
    customer.watch(22, 27);
    assertThat(customer.alert(AlertType.COMPETITIVE_THREAT).causes())
        .containsExactly("Deskly", "Chatty");
    assertThat(customer.alert(AlertType.COMPETITIVE_THREAT).trail()).hasSize(3);
    assertThat(opened(AlertType.COMPETITIVE_THREAT)).containsExactly(10);
  }

  @Test
  void nine_of_ten_seats_used_is_a_signal_until_there_are_fewer_than_eighty_five_percent() {
    used(0, 9, 50);
    used(10, 20, 90);
    used(21, 30, 86);
    customer.watch(0, 30);
    assertThat(opened(AlertType.EXPANSION_SIGNAL)).containsExactly(10);
    assertThat(customer.alert(AlertType.EXPANSION_SIGNAL).isOpen()).isTrue();
    used(31, 31, 84);
    customer.watch(31);
    assertThat(customer.alert(AlertType.EXPANSION_SIGNAL).isOpen()).isFalse();
    used(32, 70, 95);
    customer.watch(32, 70);
    assertThat(opened(AlertType.EXPANSION_SIGNAL)).containsExactly(10, 61);
  }

  @Test
  void usage_that_grew_by_more_than_half_is_a_signal() {
    used(0, 27, 20);
    used(28, 56, 31);
    customer.watch(0, 56);
    // 25 days of 31 and three of 20 are 49 % more; with 26 and two it is 51 %.
    assertThat(opened(AlertType.EXPANSION_SIGNAL)).containsExactly(53);
  }

  @Test
  void a_renewal_is_at_risk_once_for_each_step_until_it_is_renewed() {
    customer.contract("k1", 0, 200, "active", null);
    customer.watch(0, 150);
    var alert = customer.alert(AlertType.RENEWAL_RISK);
    assertThat(opened(AlertType.RENEWAL_RISK)).containsExactly(80);
    assertThat(alert.causes())
        .containsExactly("120-days", "no-executive-touch", "no-renewal-deal", "90-days", "60-days");
    assertThat(alert.trail()).hasSize(3);
    customer.contract("k2", 151, 500, "active", "k1");
    customer.watch(151);
    assertThat(customer.alert(AlertType.RENEWAL_RISK).cleared())
        .extracting(Alert.Clearing::reason)
        .isEqualTo("renewed");
  }

  @Test
  void a_renewal_that_is_seen_to_is_not_at_risk() {
    customer.contract("k1", 0, 200, "active", null);
    customer.renewalDeal(70, "k1");
    for (int day = 0; day < 200; day += 20) {
      customer.meeting(day, .5, true);
    }
    customer.watch(0, 199);
    assertThat(opened(AlertType.RENEWAL_RISK)).isEmpty();
  }

  @Test
  void silence_that_is_twice_as_long_as_usual_is_a_change_until_two_normal_weeks() {
    for (int day = 0; day <= 70; day += 7) {
      customer.meeting(day, .5, false);
    }
    customer.watch(0, 90);
    assertThat(opened(AlertType.ENGAGEMENT_CHANGE)).containsExactly(84);
    for (int day = 91; day <= 112; day += 7) {
      customer.meeting(day, .5, false);
    }
    customer.watch(91, 97);
    assertThat(customer.alert(AlertType.ENGAGEMENT_CHANGE).isOpen()).isTrue();
    customer.watch(98, 112);
    assertThat(customer.alert(AlertType.ENGAGEMENT_CHANGE).isOpen()).isFalse();
  }

  @Test
  void what_is_seen_clears_its_mark_when_there_is_more() {
    customer.mention(1, "Deskly", .9, true);
    customer.watch(1);
    var seen =
        AlertChange.acknowledged(
            customer.alert(AlertType.COMPETITIVE_THREAT), "user-1", Customer.noon(1));
    assertThat(seen.alert().status(Customer.noon(2))).isEqualTo(Alert.Status.ACKNOWLEDGED);
    var more = new Finding.Raised(List.of("Chatty"), Map.of(), Map.of());
    assertThat(seen.alert().updated(more, Customer.noon(3)).status(Customer.noon(3)))
        .isEqualTo(Alert.Status.OPEN);
  }

  private void used(int fromDay, int toDay, int active) {
    for (int day = fromDay; day <= toDay; day++) {
      customer.usage(day, active, 100);
    }
  }

  private List<Integer> opened(AlertType type) {
    return customer.opened().stream()
        .filter(it -> it.type() == type)
        .map(Customer.Opened::day)
        .toList();
  }
}
