package rapport.integrations.automation.action;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.testkit.Patience.PATIENCE;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import rapport.contracts.AutomationEvent.Subject;
import rapport.integrations.automation.Action;
import rapport.integrations.automation.Run;
import rapport.integrations.automation.Run.State;
import rapport.integrations.automation.Run.Step;
import rapport.integrations.automation.StepOutcome;
import rapport.integrations.delivery.Endpoint;
import rapport.integrations.delivery.Parcel;
import rapport.integrations.delivery.engine.DeliveryRunner;
import rapport.integrations.delivery.engine.Owing;
import rapport.integrations.delivery.store.Deliveries;
import rapport.integrations.delivery.store.Endpoints;
import rapport.integrations.delivery.store.Lanes;
import rapport.integrations.outbound.Message;
import rapport.integrations.outbound.Outbound;
import rapport.integrations.outbound.Outcome;
import rapport.runtime.store.DocumentStore;
import rapport.testkit.EmbeddedStore;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What automations want delivered is owed once, however often the step is tried. */
class DeliveredEffectTest {

  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  private final MongoClient client = MongoClients.create(EmbeddedStore.shared().uri());
  private final DocumentStore store = new DocumentStore(client, "it-" + UUID.randomUUID());
  private final Deliveries deliveries = new Deliveries(store);
  private final Endpoints endpoints = new Endpoints(store);
  private final DeliveredEffect effect =
      new DeliveredEffect(
          new OnlyChats(),
          endpoints,
          new Owing(
              deliveries,
              new Lanes(store),
              new StaticListableBeanFactory().getBeanProvider(DeliveryRunner.class),
              Clock.systemUTC()));

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void a_webhook_is_called_once_with_the_subject_and_the_facts_that_are_given() {
    webhook("wh-1", "Ops");
    var call =
        call("webhook", Map.of("webhook", "Ops", "data", Map.of("name", "{{account_name}}")));
    var done = (StepOutcome.Done) apply(call);
    assertThat(apply(call)).isEqualTo(done);
    assertThat(parcels())
        .singleElement()
        .isInstanceOfSatisfying(
            Parcel.Hook.class,
            hook -> {
              assertThat(hook.endpoint()).isEqualTo("wh-1");
              var data = JsonMapper.shared().readTree(hook.body()).get("data");
              assertThat(data.get("subject").get("id").asString()).isEqualTo("a-1");
              assertThat(data.get("values").get("name").asString()).isEqualTo("Acme");
            });
    assertThat(deliveries.find("w", String.valueOf(done.reference())).block(PATIENCE)).isNotNull();
  }

  @Test
  void an_email_and_a_message_are_owed_with_their_facts_filled_in() {
    apply(
        call(
            "email",
            Map.of("to", List.of("a@b.example"), "subject", "{{account_name}}", "text", "Hi")));
    apply(call("slack_message", Map.of("channel", "C1", "text", "See {{account_name}}")));
    assertThat(parcels())
        .containsExactlyInAnyOrder(
            new Parcel.Mail(List.of("a@b.example"), "Acme", "Hi", null),
            new Parcel.Chat(null, "C1", "See Acme"));
  }

  @Test
  void each_recipient_gets_a_letter_of_their_own_once() {
    var to = List.of("a@b.example", "c@d.example", "a@b.example");
    var call = call("email", Map.of("to", to, "subject", "News", "text", "Hi"));
    assertThat(apply(call)).isEqualTo(apply(call));
    assertThat(parcels())
        .containsExactlyInAnyOrder(
            new Parcel.Mail(List.of("a@b.example"), "News", "Hi", null),
            new Parcel.Mail(List.of("c@d.example"), "News", "Hi", null));
  }

  @Test
  void a_webhook_that_is_not_there_is_for_a_person_to_make() {
    var call = call("webhook", Map.of("webhook", "Nobody"));
    assertThat(apply(call)).isEqualTo(new StepOutcome.Refused("There is no webhook 'Nobody'."));
    assertThat(parcels()).isEmpty();
  }

  @Test
  void what_the_workspace_cannot_have_is_said_when_an_automation_is_saved() {
    assertThat(effect.refusal("w", "slack_message").blockOptional(PATIENCE)).isEmpty();
    assertThat(effect.refusal("w", "email").block(PATIENCE)).contains("mail server");
    assertThat(effect.refusal("w", "webhook").block(PATIENCE)).contains("has none");
    webhook("wh-1", "Ops");
    assertThat(effect.refusal("w", "webhook").blockOptional(PATIENCE)).isEmpty();
  }

  private record OnlyChats() implements Outbound {
    @Override
    public Mono<Outcome> send(String workspace, Message message, String idempotencyKey) {
      return Mono.error(new AssertionError("deliveries send, not steps"));
    }

    @Override
    public Mono<Boolean> canSend(String workspace, Class<? extends Message> kind) {
      return Mono.just(kind == Message.Chat.class);
    }
  }

  private void webhook(String id, String name) {
    var endpoint =
        new Endpoint(
            id, name, "https://a.example", List.of(), true, null, "", List.of(), START, START, 1);
    endpoints.add("w", endpoint).block(PATIENCE);
  }

  private StepOutcome apply(Call call) {
    return effect.apply(call).blockOptional(PATIENCE).orElseThrow();
  }

  private static Call call(String name, Map<String, Object> with) {
    var action = new Action(name, with, 5, Duration.ofSeconds(30));
    var step = new Step(action, State.WAITING, 0, null, null, null, null, null);
    var run =
        new Run(
            "run-1-" + name,
            "flow",
            1,
            new Subject("account", "a-1"),
            "health_score < 60",
            START,
            Map.of("account_name", "Acme"),
            null,
            List.of(step),
            State.WAITING);
    return new Call("w", run, 0, START);
  }

  private List<Parcel> parcels() {
    return deliveries
        .list("w", null, null, null, 100)
        .map(stored -> stored.delivery().parcel())
        .collectList()
        .blockOptional(PATIENCE)
        .orElseThrow();
  }
}
