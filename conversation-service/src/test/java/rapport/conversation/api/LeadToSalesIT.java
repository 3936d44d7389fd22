package rapport.conversation.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.TopicExistsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.EventCodec;
import rapport.contracts.LeadEvent;
import rapport.contracts.PersonaState;
import rapport.contracts.WireMessage;
import rapport.conversation.session.ConversationReader;
import rapport.runtime.identity.Role;
import rapport.runtime.kafka.KafkaClients;
import rapport.runtime.kafka.Wire;
import tools.jackson.databind.JsonNode;

/** A visitor's talk over HTTP, with somebody who plays lead-intelligence-service on the broker. */
class LeadToSalesIT extends ConversationServiceSetting {

  @Autowired KafkaClients kafka;
  @Autowired ConversationReader conversations;

  private Producer<byte[], byte[]> leadIntelligence;
  private long assessments;

  @BeforeEach
  void leadIntelligenceIsThere() throws Exception {
    try (var admin = kafka.admin()) {
      for (var topic : List.of(EventCatalog.LEAD.topic(), PersonaState.CATALOG.topic())) {
        try {
          admin
              .createTopics(List.of(new NewTopic(topic, 2, (short) 1)))
              .all()
              .get(60, TimeUnit.SECONDS);
        } catch (ExecutionException there) {
          assertThat(there).hasCauseInstanceOf(TopicExistsException.class);
        }
      }
    }
    leadIntelligence = kafka.producer("lead-intelligence-" + UUID.randomUUID());
  }

  @AfterEach
  void leadIntelligenceIsGone() {
    leadIntelligence.close();
  }

  @Test
  void answers_without_an_assessment_and_a_late_one_steers_the_next_reply() throws Exception {
    var id = begin();
    var first = say(id, "m1", "We're looking for support automation");
    assertThat(first.get("asked").toString()).isEqualTo("[\"team_size\"]");

    assessed(id, "m1", first.get("rev").asLong(), 0.9);
    await().until(() -> conversation(id).get("rev").asLong() > first.get("rev").asLong());

    var second = say(id, "m2", "We are 10 people and use React");
    assertThat(second.get("asked").toString()).isEqualTo("[\"email\"]");
    assertThat(reply(second).get("profileContext").get("buyingReadiness").asString())
        .isEqualTo("high");

    var third = say(id, "m3", "nora@example.com");
    assertThat(third.get("mode").asString()).isEqualTo("sales");
    assertThat(reply(third).get("mainText").asString()).contains("React");
    assertThat(reply(third).get("nextSteps")).isNotEmpty();
    assertThat(say(id, "m3", "nora@example.com")).isEqualTo(third);
  }

  @Test
  void answers_with_what_was_approved_and_leaves_the_rest_open() throws Exception {
    approved(
        new PersonaState.Answer(
            "pricing", "What does it cost?", "Plans start at 49 a month.", "https://example.com"));
    var id = begin();
    await()
        .until(() ->
            text(say(id, UUID.randomUUID().toString(), "What is your pricing?"))
                .contains("Plans start at 49 a month."));

    var open = say(id, "m9", "Does it run on a mainframe?");
    assertThat(open.get("events").toString()).contains("QuestionLeftOpen");
    assertThat(text(open)).contains("find out");
  }

  @Test
  void what_a_persona_knew_is_forgotten_with_it() throws Exception {
    approved(new PersonaState.Answer("pricing", "What does it cost?", "From 49 a month.", null));
    var id = begin();
    await()
        .until(
            () -> text(say(id, UUID.randomUUID().toString(), "What does it cost?")).contains("49"));

    send(new WireMessage(PersonaState.CATALOG.topic(), workspace + "/startup", Map.of(), null));

    await()
        .until(() ->
            !text(say(id, UUID.randomUUID().toString(), "What does it cost?")).contains("49"));
  }

  @Test
  void a_colleague_takes_over_answers_and_hands_back() {
    var id = begin();
    assertThat(say(id, "m1", "Can I talk to a human?").get("mode").asString()).isEqualTo("human");
    var silent = say(id, "m2", "Is anybody there?");
    assertThat(silent.get("replies")).isEmpty();

    client = as(Role.SALES, workspace);
    assertThat(get("/api/v1/conversations?mode=human").get("conversations"))
        .extracting(one -> one.get("id").asString())
        .containsExactly(id);
    post(path(id, "take-over"), Map.of(), 200);
    post(path(id, "agent-messages"), Map.of("messageId", "a1", "text", "Hello, Ada here"), 200);
    var said = conversation(id).get("messages").valueStream().toList();
    assertThat(said.getLast().get("role").asString()).isEqualTo("agent");
    assertThat(said.getLast().get("author").asString()).isEqualTo("Ada");

    assertThat(post(path(id, "hand-back"), Map.of(), 200).get("mode").asString()).isEqualTo("lead");
    post(path(id, "hand-back"), Map.of(), 409);
    assertThat(get("/api/v1/conversations?mode=human").get("conversations")).isEmpty();
  }

  @Test
  void whoever_waits_is_found_however_many_were_handed_back_since() {
    var waiting = begin();
    say(waiting, "m1", "Can I talk to a human?");
    var served = begin();
    say(served, "m1", "Can I talk to a human?");
    client = as(Role.SALES, workspace);
    post(path(served, "take-over"), Map.of(), 200);
    post(path(served, "hand-back"), Map.of(), 200);

    assertThat(
            conversations.inMode(workspace, "human", 1).map(one -> one.id()).collectList().block())
        .containsExactly(waiting);
  }

  @Test
  void whoever_means_to_buy_is_shown_to_sales_while_the_bot_goes_on() throws Exception {
    var id = begin();
    var said = say(id, "m1", "We need support automation for 200 people, and soon");
    assessed(id, "m1", said.get("rev").asLong(), 0.9);

    client = as(Role.SALES, workspace);
    await().until(() -> !called().isEmpty());
    assertThat(called().get(0).get("id").asString()).isEqualTo(id);
    assertThat(called().get(0).get("called").asString()).isEqualTo("likely_buyer");
    assertThat(called().get(0).get("mode").asString()).isEqualTo("lead");
    assertThat(get("/api/v1/conversations?mode=human").get("conversations")).isEmpty();

    post(path(id, "take-over"), Map.of(), 200);
    assertThat(called()).isEmpty();
    assertThat(get("/api/v1/conversations?mode=human").get("conversations")).hasSize(1);
  }

  private JsonNode called() {
    return get("/api/v1/conversations?called=true").get("conversations");
  }

  private String begin() {
    return post("/api/v1/conversations", Map.of("flow", "lead-to-sales"), 201).get("id").asString();
  }

  private static String path(String id, String what) {
    return "/api/v1/conversations/" + id + "/" + what;
  }

  private static JsonNode reply(JsonNode turn) {
    return turn.get("replies").get(0);
  }

  private static String text(JsonNode turn) {
    return reply(turn).get("mainText").asString();
  }

  private void assessed(String conversation, String messageId, long rev, double intent)
      throws Exception {
    var assessed =
        new LeadEvent.VisitorAssessed(
            messageId,
            rev,
            null,
            List.of(),
            List.of(),
            new LeadEvent.Intent(intent, List.of()),
            List.of(),
            List.of(),
            List.of());
    send(
        new EventCodec<>(EventCatalog.LEAD)
            .encode(envelope(conversation, ++assessments, assessed)));
  }

  private void approved(PersonaState.Answer answer) throws Exception {
    var persona =
        new PersonaState(
            "Start-up",
            1,
            PersonaState.STARTER,
            PersonaState.Status.APPROVED,
            PersonaState.Maker.STARTER,
            "",
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            List.of(),
            List.of(),
            List.of(answer));
    send(new EventCodec<>(PersonaState.CATALOG).encode(envelope("startup", 1, persona)));
  }

  private <E> Envelope<E> envelope(String stream, long rev, E event) {
    return new Envelope<>(
        stream + ":" + rev, workspace, stream, rev, Instant.now(), null, null, event);
  }

  private void send(WireMessage message)
      throws InterruptedException, ExecutionException, TimeoutException {
    leadIntelligence.send(Wire.record(message)).get(60, TimeUnit.SECONDS);
  }
}
