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
import rapport.contracts.ConversationEvent.SessionCompleted;
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

    var outlook = tried("visitors", 30);
    assertThat(outlook.getInteger("count")).isEqualTo(1);
    assertThat(Instant.parse(outlook.getString("oldest")))
        .isEqualTo(Instant.parse(outlook.getString("newest")))
        .isBetween(ago(41), ago(39));
    assertThat(documents("talks")).hasSize(7);

    set(0, rule("visitors", 30)).expectStatus().isOk();
    await()
        .untilAsserted(() ->
            assertThat(documents("talks"))
                .extracting(talk -> talk.getString("_id"))
                .hasSize(6)
                .noneMatch(key -> key.endsWith("-silent")));
    var last = get().get("last", Document.class);
    assertThat(last.getList("kinds", Document.class))
        .containsExactly(new Document("kind", "visitors").append("count", 1));
    var receipt = "/api/v1/privacy/erasures/" + last.getString("request") + "/receipt";
    await().untilAsserted(() -> client.get().uri(receipt).exchange().expectStatus().isOk());
    assertThat(tried("visitors", 30).getInteger("count")).isZero();
    assertThat(documents("people")).hasSize(1);
  }

  @Test
  void people_nobody_has_heard_of_for_long_go_unless_there_is_more_to_them() throws Exception {
    talks("gone", "v_gone", 40, address("gone@deep.example"));
    talks("gone-2", "v_gone", 50);
    talks("back", "v_back", 40, address("back@deep.example"));
    talks("back-2", "v_back", 3);
    talks("customer", "v_customer", 40, address("customer@deep.example"));
    talks("left", "v_left", 60, address("left@deep.example"));
    talks("called", "v_called", 40, address("called@deep.example"));
    talks("edited", "v_edited", 40, address("edited@deep.example"));
    talks("consented", "v_consented", 40, address("consented@deep.example"));
    talks("lender", "v_shared", 40, address("lender@deep.example"));
    talks("borrower", "v_shared", 3, address("borrower@deep.example"));
    talks("twin", "v_twin", 40, address("twin@deep.example"));
    talks("twin-2", "v_twin-2", 3, address("twin@private.example"));
    talks("stranger", "v_stranger", 40);
    await().untilAsserted(() -> assertThat(documents("people")).hasSize(11));
    await().untilAsserted(() -> assertThat(documents("talks")).hasSize(14));
    hasContact("customer@deep.example");
    leaves(hasContact("left@deep.example"));
    var called = hasContact("called@deep.example");
    calls(called, 10);
    leaves(called);
    patch(
        "/api/v1/people/" + person("edited") + "/fields",
        Map.of(
            "edits",
            List.of(Map.of("path", "company.name", "value", "Mill", "baseRev", 1_000_000))));
    post(
        "/api/v1/people/" + person("consented") + "/consents",
        Map.of("purpose", "crm", "granted", false));
    post("/api/v1/people/" + person("twin") + "/merge", Map.of("other", person("twin-2")));

    var outlook = tried("people", 30);
    assertThat(outlook.getInteger("count")).isEqualTo(2);
    assertThat(Instant.parse(outlook.getString("oldest"))).isBetween(ago(61), ago(59));
    assertThat(Instant.parse(outlook.getString("newest"))).isBetween(ago(41), ago(39));

    set(0, rule("people", 30)).expectStatus().isOk();
    await()
        .untilAsserted(() ->
            assertThat(documents("people"))
                .hasSize(9)
                .extracting(person -> person.getString("search"))
                .noneMatch(text -> text.contains("gone@") || text.contains("left@")));
    await()
        .untilAsserted(() ->
            assertThat(documents("talks"))
                .extracting(talk -> talk.getString("_id"))
                .hasSize(11)
                .noneMatch(key -> key.contains("-gone") || key.contains("-left")));
    var last = get().get("last", Document.class);
    assertThat(last.getList("kinds", Document.class))
        .containsExactly(new Document("kind", "people").append("count", 2));
    var receipt = "/api/v1/privacy/erasures/" + last.getString("request") + "/receipt";
    await().untilAsserted(() -> client.get().uri(receipt).exchange().expectStatus().isOk());
    assertThat(documents("contacts"))
        .extracting(contact -> contact.getString("email"))
        .containsExactlyInAnyOrder("customer@deep.example", null, "called@deep.example");
    assertThat(tried("people", 30).getInteger("count")).isZero();
  }

  @Test
  void interviews_nobody_finished_go_and_what_was_finished_stays() throws Exception {
    interviewed("left", "customer-profile", 40, false);
    interviewed("done", "customer-profile", 40, true);
    interviewed("lately", "customer-profile", 3, false);
    interviewed("journey", "buying-process", 50, false);
    talks("visitor", "v_1", 40);
    await().untilAsserted(() -> assertThat(documents("profiles")).hasSize(5));
    await().untilAsserted(() -> assertThat(documents("buying_process_mappings")).hasSize(5));

    assertThat(tried("interviews", 30).getInteger("count")).isEqualTo(2);
    set(0, rule("interviews", 30)).expectStatus().isOk();
    await()
        .untilAsserted(() ->
            assertThat(documents("profiles"))
                .extracting(profile -> profile.getString("stream"))
                .containsExactlyInAnyOrder(id + "-done", id + "-lately", id + "-visitor"));
    await().untilAsserted(() -> assertThat(documents("buying_process_mappings")).hasSize(3));
    assertThat(documents("talks")).isNotEmpty();
  }

  @Test
  void a_change_of_one_term_leaves_the_others() {
    set(0, rule("visitors", 90), rule("people", 1000)).expectStatus().isOk();
    set(1, rule("interviews", 400)).expectStatus().isOk();
    assertThat(get().getList("kinds", Document.class))
        .containsExactly(
            new Document("kind", "visitors").append("days", 90),
            new Document("kind", "people").append("days", 1000),
            new Document("kind", "interviews").append("days", 400));
    set(2, rule("people", null)).expectStatus().isOk();
    set(3).expectStatus().isOk();
    assertThat(get().getList("kinds", Document.class))
        .containsExactly(
            new Document("kind", "visitors").append("days", 90),
            new Document("kind", "people"),
            new Document("kind", "interviews").append("days", 400));
  }

  @Test
  void several_kinds_go_by_one_erasure() throws Exception {
    talks("silent", "v_silent", 40);
    talks("gone", "v_gone", 40, address("gone@deep.example"));
    interviewed("left", "customer-profile", 40, false);
    await().untilAsserted(() -> assertThat(documents("talks")).hasSize(3));
    await().untilAsserted(() -> assertThat(documents("people")).hasSize(1));
    await().untilAsserted(() -> assertThat(documents("profiles")).hasSize(3));
    set(0, rule("visitors", 30), rule("people", 30), rule("interviews", 30)).expectStatus().isOk();
    await().untilAsserted(() -> assertThat(documents("talks")).isEmpty());
    await().untilAsserted(() -> assertThat(documents("people")).isEmpty());
    var last = get().get("last", Document.class);
    assertThat(last.getList("kinds", Document.class))
        .extracting(it -> it.getInteger("count"))
        .containsExactly(1, 1, 1);
    var erasure =
        read(client.get().uri("/api/v1/privacy/erasures/" + last.get("request")).exchange());
    assertThat(erasure.getString("reason")).contains("Visitors", "People", "Interviews", "30 days");
  }

  @Test
  void nothing_goes_unless_somebody_wants_it() throws Exception {
    talks("silent", "v_silent", 4000);
    await().untilAsserted(() -> assertThat(documents("talks")).hasSize(1));
    assertThat(get().getInteger("rev")).isZero();
    assertThat(
            outlookOf(post(Map.of("kinds", List.of(rule("visitors", null))))).getInteger("count"))
        .isZero();
    assertThat(documents("talks")).hasSize(1);
  }

  @Test
  void a_policy_that_cannot_be_or_was_changed_meanwhile_is_refused() {
    set(0, rule("visitors", 0)).expectStatus().isEqualTo(422);
    set(0, rule("visitors", 4000)).expectStatus().isEqualTo(422);
    set(0, rule("visitors", 90)).expectStatus().isOk();
    set(0, rule("visitors", 80)).expectStatus().isEqualTo(409);
    set(7, rule("visitors", 80)).expectStatus().isEqualTo(409);
    set(1, rule("visitors", null)).expectStatus().isOk();
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

  private void interviewed(String name, String flow, int daysAgo, boolean finished)
      throws Exception {
    var said = new ArrayList<ConversationEvent>();
    said.add(new SessionStarted(flow, 1, "en", "ada"));
    said.add(new MessageReceived("m1", "hello"));
    if (finished) {
      said.add(new SessionCompleted());
    }
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

  private ResponseSpec set(long rev, Map<?, ?>... rules) {
    return client
        .put()
        .uri(RETENTION)
        .bodyValue(Map.of("rev", rev, "kinds", List.of(rules)))
        .exchange();
  }

  private static Map<String, Object> rule(String kind, @Nullable Integer days) {
    var rule = new HashMap<String, Object>(Map.of("kind", kind));
    if (days != null) {
      rule.put("days", days);
    }
    return rule;
  }

  private Document get() {
    return read(client.get().uri(RETENTION).exchange());
  }

  private Document tried(String kind, int days) {
    return outlookOf(post(Map.of("kinds", List.of(rule(kind, days)))));
  }

  private Document post(Map<String, ?> body) {
    return post(RETENTION + "/dry-run", body);
  }

  private Document post(String path, Map<String, ?> body) {
    return read(client.post().uri(path).bodyValue(body).exchange());
  }

  private void patch(String path, Map<String, ?> body) {
    read(client.patch().uri(path).bodyValue(body).exchange());
  }

  /** Whose the conversation of that name is. */
  private String person(String name) {
    return documents("talks").stream()
        .filter(talk -> talk.get("_id", "").endsWith(id + "-" + name))
        .map(talk -> talk.getString("person"))
        .findFirst()
        .orElseThrow();
  }

  /** As a contact of an account of their own. */
  private Document hasContact(String email) {
    var account =
        post("/api/v1/accounts", Map.of("details", Map.of("name", "Mill")))
            .get("account", Document.class)
            .getString("id");
    var details = Map.of("name", "Somebody", "email", email);
    return post("/api/v1/contacts", Map.of("account", account, "details", details));
  }

  private void leaves(Document made) {
    post("/api/v1/contacts/" + id(made) + "/leave", Map.of());
  }

  private void calls(Document made, int daysAgo) {
    var details = new HashMap<String, Object>();
    details.put("source", "manual");
    details.put("externalId", "call-1");
    details.put("channel", "call");
    details.put("at", ago(daysAgo).toString());
    details.put("direction", "inbound");
    details.put("contacts", List.of(id(made)));
    details.put("ourPeople", List.of());
    details.put("ourExecutive", false);
    details.put("competitors", List.of());
    post("/api/v1/interactions", Map.of("account", made.getString("account"), "details", details));
  }

  private static String id(Document made) {
    return made.get("contact", Document.class).getString("id");
  }

  private static Document outlookOf(Document answer) {
    return answer.getList("kinds", Document.class).getFirst();
  }

  private static Document read(ResponseSpec answer) {
    var body =
        answer
            .expectStatus()
            .is2xxSuccessful()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    return Document.parse(Objects.requireNonNull(body));
  }
}
