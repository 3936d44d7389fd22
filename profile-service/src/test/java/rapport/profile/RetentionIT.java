package rapport.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static rapport.profile.person.VisitorStory.address;
import static rapport.profile.person.VisitorStory.comes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.contracts.ConversationEvent.SessionStarted;
import rapport.contracts.Envelope;
import rapport.runtime.identity.Role;

/** What a workspace does not want to keep for longer goes by itself, and nothing else does. */
class RetentionIT extends ProfileServiceSetting {

  private static final String RETENTION = "/api/v1/privacy/retention";

  @BeforeEach
  void signInAsAdministrator() {
    client = as(TestCallers.user(tokens, workspace, Role.ADMIN));
  }

  @Test
  void unknown_visitors_who_have_been_silent_for_long_go_and_nobody_else() throws Exception {
    talks("silent", "v_silent", 40);
    talks("lately", "v_lately", 3);
    talks("back-1", "v_back", 40);
    talks("back-2", "v_back", 3);
    talks("known", "v_known", 40, address("nora@deep.example"));
    talks("known-before", "v_known", 50);
    talks("studio", "v_studio", 40, new SessionStarted("customer-profile", 1, "en", "ada", null));
    await().untilAsserted(() -> assertThat(documents("talks")).hasSize(7));
    await().untilAsserted(() -> assertThat(documents("people")).hasSize(1));

    var outlook = tried(30);
    assertThat(outlook.getInteger("count")).isEqualTo(1);
    assertThat(Instant.parse(outlook.getString("oldest")))
        .isEqualTo(Instant.parse(outlook.getString("newest")))
        .isBetween(ago(41), ago(39));
    assertThat(documents("talks")).hasSize(7);

    set(0, 30).expectStatus().isOk();
    await()
        .untilAsserted(() ->
            assertThat(documents("talks"))
                .extracting(talk -> talk.getString("_id"))
                .hasSize(6)
                .noneMatch(key -> key.endsWith("-silent")));
    var last = get().get("last", Document.class);
    assertThat(last.getInteger("conversations")).isEqualTo(1);
    var receipt = "/api/v1/privacy/erasures/" + last.getString("request") + "/receipt";
    await().untilAsserted(() -> client.get().uri(receipt).exchange().expectStatus().isOk());
    assertThat(tried(30).getInteger("count")).isZero();
    assertThat(documents("people")).hasSize(1);
  }

  @Test
  void nothing_goes_unless_somebody_wants_it() throws Exception {
    talks("silent", "v_silent", 4000);
    await().untilAsserted(() -> assertThat(documents("talks")).hasSize(1));
    assertThat(get().getInteger("rev")).isZero();
    assertThat(outlookOf(post(Map.of("kinds", List.of(rule(null))))).getInteger("count")).isZero();
    assertThat(documents("talks")).hasSize(1);
  }

  @Test
  void a_policy_that_cannot_be_or_was_changed_meanwhile_is_refused() {
    set(0, 0).expectStatus().isEqualTo(422);
    set(0, 4000).expectStatus().isEqualTo(422);
    set(0, 90).expectStatus().isOk();
    set(0, 80).expectStatus().isEqualTo(409);
    set(7, 80).expectStatus().isEqualTo(409);
    set(1, null).expectStatus().isOk();
    assertThat(get().getInteger("rev")).isEqualTo(2);
    client
        .post()
        .uri(RETENTION + "/dry-run")
        .bodyValue(Map.of("kinds", List.of(Map.of("kind", "everything", "days", 1))))
        .exchange()
        .expectStatus()
        .isEqualTo(422);
    as(TestCallers.viewer(tokens, workspace))
        .get()
        .uri(RETENTION)
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  /** Somebody came so many days ago, and said one thing. */
  private void talks(String name, String visitor, int daysAgo) throws Exception {
    talks(name, visitor, daysAgo, List.of());
  }

  private void talks(
      String name, String visitor, int daysAgo, List<? extends ConversationEvent> more)
      throws Exception {
    var said = new ArrayList<ConversationEvent>(List.of(comes(visitor)));
    said.add(new MessageReceived("m1", "hello"));
    said.addAll(more);
    publish(name, daysAgo, said);
  }

  private void talks(String name, String visitor, int daysAgo, SessionStarted begin)
      throws Exception {
    publish(name, daysAgo, List.of(begin, new MessageReceived("m1", visitor)));
  }

  private void publish(String name, int daysAgo, List<ConversationEvent> said) throws Exception {
    var conversation = id + "-" + name;
    var envelopes = new ArrayList<Envelope<ConversationEvent>>();
    for (var event : said) {
      var rev = envelopes.size() + 1;
      envelopes.add(
          new Envelope<>(
              conversation + ":" + rev,
              workspace,
              conversation,
              rev,
              ago(daysAgo),
              null,
              null,
              event));
    }
    publish(envelopes);
  }

  private static Instant ago(int days) {
    return Instant.now().minus(Duration.ofDays(days));
  }

  private ResponseSpec set(long rev, @Nullable Integer days) {
    return client
        .put()
        .uri(RETENTION)
        .bodyValue(Map.of("rev", rev, "kinds", List.of(rule(days))))
        .exchange();
  }

  private static Map<String, Object> rule(@Nullable Integer days) {
    var rule = new HashMap<String, Object>(Map.of("kind", "visitors"));
    if (days != null) {
      rule.put("days", days);
    }
    return rule;
  }

  private Document get() {
    return read(client.get().uri(RETENTION).exchange());
  }

  private Document tried(int days) {
    return outlookOf(post(Map.of("kinds", List.of(rule(days)))));
  }

  private Document post(Map<String, ?> body) {
    return read(client.post().uri(RETENTION + "/dry-run").bodyValue(body).exchange());
  }

  private static Document outlookOf(Document answer) {
    return answer.getList("kinds", Document.class).getFirst();
  }

  private static Document read(ResponseSpec answer) {
    var body =
        answer.expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody();
    return Document.parse(Objects.requireNonNull(body));
  }
}
