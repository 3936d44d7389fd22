package rapport.health.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rapport.contracts.HealthEvent.AlertType;
import rapport.health.alert.Alert;
import rapport.health.store.Alerts.Stored;

class AlertWatchTest {

  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

  private final AlertWatch watch = new AlertWatch(NOW);

  @Test
  void every_change_is_news_once() {
    assertThat(watch.news(List.of(alert("a", 1, NOW)))).hasSize(1);
    assertThat(watch.news(List.of(alert("a", 1, NOW)))).isEmpty();
    assertThat(watch.news(List.of(alert("b", 1, NOW), alert("a", 2, NOW)))).hasSize(2);
  }

  @Test
  void news_are_told_in_the_order_in_which_they_happened() {
    var news = watch.news(List.of(alert("late", 1, NOW.plusSeconds(9)), alert("early", 1, NOW)));
    assertThat(news.stream().map(it -> it.alert().id())).containsExactly("early", "late");
  }

  @Test
  void what_is_stored_after_something_later_is_told_all_the_same() {
    var late = alert("late", 1, NOW.plusSeconds(30));
    watch.news(List.of(late));
    assertThat(watch.since()).isEqualTo(NOW.plusSeconds(30).minus(Duration.ofMinutes(2)));
    assertThat(watch.news(List.of(late, alert("early", 1, NOW)))).hasSize(1);
  }

  private static Stored alert(String id, long told, Instant at) {
    var alert =
        new Alert(
            id,
            "acme",
            AlertType.HEALTH_DROP,
            at,
            at,
            List.of(),
            Map.of(),
            Map.of(),
            null,
            null,
            null,
            null,
            List.of());
    return new Stored(alert, told);
  }
}
