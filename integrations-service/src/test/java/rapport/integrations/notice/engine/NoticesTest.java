package rapport.integrations.notice.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.testkit.Patience.PATIENCE;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import rapport.contracts.Envelope;
import rapport.contracts.HealthEvent;
import rapport.contracts.HealthEvent.AlertOpened;
import rapport.contracts.HealthEvent.AlertType;
import rapport.integrations.automation.store.Subjects;
import rapport.integrations.delivery.Parcel;
import rapport.integrations.delivery.engine.DeliveryRunner;
import rapport.integrations.delivery.engine.Owing;
import rapport.integrations.delivery.store.Deliveries;
import rapport.integrations.delivery.store.Lanes;
import rapport.integrations.mail.MailPage;
import rapport.integrations.mail.Texts;
import rapport.integrations.notice.Channel;
import rapport.integrations.notice.Occasion;
import rapport.integrations.notice.Rule;
import rapport.integrations.notice.store.Rules;
import rapport.integrations.notice.store.Waiting;
import rapport.runtime.store.DocumentStore;
import rapport.simulators.MovableClock;
import rapport.testkit.EmbeddedStore;
import reactor.core.publisher.Mono;

/** Who asked is told, each once, and of many things in one message. */
class NoticesTest {

  private static final Instant START = Instant.parse("2026-03-02T09:01:00Z");
  private static final Channel SLACK = new Channel.Slack("C1");
  private static final Channel MAIL = new Channel.Email(List.of("ada@acme.example"));

  private final MongoClient client = MongoClients.create(EmbeddedStore.shared().uri());
  private final DocumentStore store = new DocumentStore(client, "it-" + UUID.randomUUID());
  private final MovableClock clock = new MovableClock(START);
  private final Deliveries deliveries = new Deliveries(store);
  private final Rules rules = new Rules(store);
  private final Waiting waiting = new Waiting(store);
  private final Notices notices =
      new Notices(
          rules,
          waiting,
          new StaticListableBeanFactory().getBeanProvider(NoticeWorker.class),
          clock);
  private final Telling telling =
      new Telling(
          rules,
          waiting,
          new Subjects(store),
          new Owing(
              deliveries,
              new Lanes(store),
              new StaticListableBeanFactory().getBeanProvider(DeliveryRunner.class),
              clock),
          clock);

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void an_alert_is_told_in_every_channel_of_the_rule_and_once() {
    rule(Duration.ZERO, "en", SLACK, MAIL);
    opened("al-1", AlertType.HEALTH_DROP);
    opened("al-1", AlertType.HEALTH_DROP);
    tell();
    opened("al-1", AlertType.HEALTH_DROP);
    tell();
    assertThat(parcels())
        .containsExactlyInAnyOrder(
            new Parcel.Chat(null, "C1", "a-1: the health score has dropped (band-down)."),
            mail("a-1: the health score has dropped (band-down)."));
  }

  @Test
  void nobody_is_told_what_they_did_not_ask_for() {
    rule(Duration.ZERO, "en", SLACK);
    opened("al-1", AlertType.RENEWAL_RISK);
    tell();
    assertThat(parcels()).isEmpty();
  }

  @Test
  void many_things_within_a_window_are_told_in_one_message_at_its_end() {
    rule(Duration.ofMinutes(15), "de", SLACK);
    for (var alert = 0; alert < 25; alert++) {
      opened("al-" + alert, AlertType.HEALTH_DROP);
    }
    tell();
    assertThat(parcels()).as("not yet").isEmpty();
    clock.pass(Duration.ofMinutes(14));
    tell();
    assertThat(parcels())
        .singleElement()
        .isInstanceOfSatisfying(
            Parcel.Chat.class,
            chat ->
                assertThat(chat.text().lines())
                    .hasSize(21)
                    .startsWith("a-1: Der Gesundheitswert ist gefallen (band-down).")
                    .endsWith("Und 5 weitere."));
  }

  @Test
  void two_that_tell_the_same_at_once_owe_it_once() {
    rule(Duration.ZERO, "en", SLACK);
    opened("al-1", AlertType.HEALTH_DROP);
    assertThat(Mono.zip(telling.pass(), telling.pass()).block(PATIENCE)).isNotNull();
    assertThat(parcels()).hasSize(1);
  }

  @Test
  void a_rule_that_is_gone_tells_nothing_more() {
    var rule = rule(Duration.ofMinutes(15), "en", SLACK);
    opened("al-1", AlertType.HEALTH_DROP);
    assertThat(rules.delete("w", rule.id()).block(PATIENCE)).isTrue();
    clock.pass(Duration.ofHours(1));
    tell();
    assertThat(parcels()).isEmpty();
    assertThat(waiting.due(clock.instant(), 10).collectList().block(PATIENCE)).isEmpty();
  }

  private Rule rule(Duration every, String locale, Channel... channels) {
    var rule =
        new Rule(
            "nr-" + UUID.randomUUID(),
            "Alerts",
            true,
            Set.of(Occasion.HEALTH_DROP),
            List.of(channels),
            every,
            null,
            locale,
            START,
            START,
            1);
    rules.add("w", rule).block(PATIENCE);
    return rule;
  }

  private void opened(String alert, AlertType type) {
    HealthEvent event =
        new AlertOpened("a-1", alert, type, List.of("band-down"), Map.of("score", 55.0));
    notices
        .take(new Envelope<>(alert + ":1", "w", alert, 1, clock.instant(), null, null, event))
        .block(PATIENCE);
  }

  private void tell() {
    assertThat(telling.pass().block(PATIENCE)).isNotNull();
  }

  private List<Parcel> parcels() {
    return deliveries
        .list("w", null, null, null, 100)
        .map(stored -> stored.delivery().parcel())
        .collectList()
        .blockOptional(PATIENCE)
        .orElseThrow();
  }

  private static Parcel mail(String line) {
    return new Parcel.Mail(
        List.of("ada@acme.example"),
        line,
        line,
        new MailPage(Texts.of("en"), List.of(line), null, null).html());
  }
}
