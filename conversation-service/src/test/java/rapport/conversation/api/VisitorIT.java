package rapport.conversation.api;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.testkit.Patience.PATIENCE;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import rapport.runtime.identity.Caller;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

class VisitorIT extends ConversationServiceSetting {

  private JsonNode open(String visitor, Map<String, Object> body) {
    client = with(Caller.service(workspace, "gateway"));
    return post(
        "/internal/workspaces/" + workspace + "/visitors/" + visitor + "/conversation", body, 200);
  }

  private JsonNode open(String visitor) {
    return open(visitor, Map.of("flow", "customer-profile", "locale", "en"));
  }

  private String idFor(String visitor) {
    return open(visitor).get("conversationId").asString();
  }

  private WebTestClient visiting(String visitor) {
    client = with(new Caller(workspace, visitor, "", Set.of(), Caller.Kind.VISITOR));
    return client;
  }

  private static String path(String id) {
    return "/internal/visitor/conversations/" + id;
  }

  @Test
  void a_new_visitor_is_greeted() {
    var opened = open("v_1");
    assertThat(opened.at("/replies/0/text").asString()).isNotBlank();
    assertThat(opened.at("/replies/0/buttons")).isNotEmpty();
    assertThat(opened.get("status").asString()).isEqualTo("in_progress");
    assertThat(opened.get("dir").asString()).isEqualTo("ltr");
  }

  @Test
  void a_visitor_who_comes_back_goes_on_where_they_were() {
    var first = open("v_1");
    visiting("v_1");
    var said =
        post(
            path(first.get("conversationId").asString()) + "/messages",
            Map.of("messageId", "m1", "text", "yes"),
            200);
    var again = open("v_1", Map.of("flow", "customer-profile", "locale", "de"));
    assertThat(again.get("conversationId")).isEqualTo(first.get("conversationId"));
    assertThat(again.get("replies")).isEqualTo(said.get("replies"));
    assertThat(again.get("locale").asString()).isEqualTo("en");
  }

  @Test
  void what_was_replied_last_is_told_also_after_something_that_got_no_reply() {
    var opened = open("v_1");
    signIn();
    edit(opened.get("conversationId").asString(), "e1", "job_title", "CFO", 1);
    var again = open("v_1");
    assertThat(again.get("rev").asLong()).isGreaterThan(opened.get("rev").asLong());
    assertThat(again.at("/replies/0/text").asString()).isNotBlank();
  }

  @Test
  void several_tabs_at_once_get_one_conversation() {
    client = with(Caller.service(workspace, "gateway"));
    var ids = IntStream.range(0, 8).parallel().mapToObj(_ -> idFor("v_tabs")).distinct().toList();
    assertThat(ids).hasSize(1);
  }

  @Test
  void each_visitor_has_a_conversation_of_their_own() {
    assertThat(idFor("v_1")).isNotEqualTo(idFor("v_2"));
  }

  @Test
  void where_the_visitor_came_from_is_kept() {
    var id =
        open(
                "v_1",
                Map.of(
                    "flow",
                    "customer-profile",
                    "context",
                    Map.of("page", "https://shop.example/pricing", "utm_source", "news")))
            .get("conversationId")
            .asString();
    signIn();
    assertThat(conversation(id).at("/context/page").asString())
        .isEqualTo("https://shop.example/pricing");
    assertThat(conversation(id).at("/context/utm_source").asString()).isEqualTo("news");
  }

  @Test
  void a_flow_nobody_knows_is_refused() {
    client = with(Caller.service(workspace, "gateway"));
    var problem =
        post(
            "/internal/workspaces/" + workspace + "/visitors/v_1/conversation",
            Map.of("flow", "nothing"),
            404);
    assertThat(problem.get("code").asString()).isEqualTo("flow-not-found");
  }

  @Test
  void what_is_not_known_of_where_they_came_from_has_to_be_left_out() {
    client = with(Caller.service(workspace, "gateway"));
    var body =
        """
        {"flow": "customer-profile", "context": {"page": "https://shop.example/", "utm_source": null}}
        """;
    var problem =
        post("/internal/workspaces/" + workspace + "/visitors/v_1/conversation", body, 422);
    assertThat(problem.at("/errors/0/path").asString()).isEqualTo("context.utm_source");
  }

  @Test
  void a_visitor_sees_what_was_said_and_nothing_of_what_is_concluded() {
    var id = idFor("v_1");
    visiting("v_1");
    post(path(id) + "/messages", Map.of("messageId", "m1", "text", "it's a B2B profile"), 200);
    var view = get(path(id));
    assertThat(view.propertyNames())
        .containsExactlyInAnyOrder(
            "id", "rev", "status", "mode", "locale", "dir", "asked", "messages");
    assertThat(view.at("/messages/1/text").asString()).isEqualTo("it's a B2B profile");
  }

  @Test
  void a_turn_tells_a_visitor_the_replies_without_the_events() {
    var id = idFor("v_1");
    visiting("v_1");
    var turn = post(path(id) + "/messages", Map.of("messageId", "m1", "text", "yes"), 200);
    assertThat(turn.propertyNames())
        .containsExactlyInAnyOrder("rev", "replies", "status", "mode", "asked");
    assertThat(turn.at("/replies/0/mainText").asString()).isNotBlank();
  }

  @Test
  void the_same_message_again_changes_nothing() {
    var id = idFor("v_1");
    visiting("v_1");
    var message = Map.of("messageId", "m1", "text", "it's a B2B profile");
    var first = post(path(id) + "/messages", message, 200);
    assertThat(post(path(id) + "/messages", message, 200)).isEqualTo(first);
    assertThat(get(path(id)).get("messages")).hasSize(3);
  }

  @Test
  void the_conversations_of_others_do_not_exist_for_a_visitor() {
    var others = idFor("v_2");
    signIn();
    var marketers = start();
    visiting("v_1");
    for (var id : new String[] {others, marketers}) {
      assertThat(send(HttpMethod.GET, path(id), "", 404).get("code").asString())
          .isEqualTo("conversation-not-found");
      var said = post(path(id) + "/messages", Map.of("messageId", "m1", "text", "hello"), 404);
      assertThat(said.get("code").asString()).isEqualTo("conversation-not-found");
      client.get().uri(path(id) + "/feed").exchange().expectStatus().isNotFound();
    }
    visiting("v_2");
    assertThat(get(path(others)).get("messages")).hasSize(1);
  }

  @Test
  void an_address_alone_opens_nothing_of_what_its_owner_said_elsewhere() {
    var lead = Map.<String, Object>of("flow", "lead-to-sales", "locale", "en");
    var first = open("v_laptop", lead).get("conversationId").asString();
    visiting("v_laptop");
    talk(first, "I'm Nora Lang, we are 14 people and use Angular", "write to nora@example.com");

    var second = open("v_phone", lead).get("conversationId").asString();
    visiting("v_phone");
    var welcome =
        talk(second, "We handle 90 tickets a day with Django", "write to nora@example.com");
    var later = talk(second, "What do you know about me?", "And what else?");
    var seen = get(path(second)).toString();

    assertThat(second).isNotEqualTo(first);
    assertThat(welcome.get("mode").asString()).isEqualTo("sales");
    assertThat(welcome.at("/replies/0/mainText").asString()).as("grounded here").contains("Django");
    assertThat(later.get("asked").toString()).doesNotContain("email");
    assertThat(seen).doesNotContain("Nora", "Lang", "Angular");
  }

  /** Says one after the other; the answer to the last. */
  private JsonNode talk(String id, String... texts) {
    JsonNode turn = JSON.nullNode();
    for (var text : texts) {
      var message = Map.of("messageId", UUID.randomUUID().toString(), "text", text);
      turn = post(path(id) + "/messages", message, 200);
    }
    return turn;
  }

  @Test
  void a_visitor_of_the_same_name_in_another_workspace_is_somebody_else() {
    var id = idFor("v_1");
    client = with(new Caller("elsewhere", "v_1", "", Set.of(), Caller.Kind.VISITOR));
    send(HttpMethod.GET, path(id), "", 404);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/conversations/{id}",
    "GET, /api/v1/conversations/{id}/feed",
    "POST, /api/v1/conversations/{id}/messages",
    "PATCH, /api/v1/conversations/{id}/fields",
    "POST, /api/v1/conversations/{id}/items",
    "POST, /api/v1/conversations/{id}/undo",
    "POST, /api/v1/conversations/{id}/summary",
    "POST, /api/v1/conversations/{id}/complete",
    "GET, /api/v1/conversations/{id}/story",
    "POST, /api/v1/conversations",
    "GET, /api/v1/flows",
    "POST, /genkit/flows/customer-profile"
  })
  void everything_else_is_not_for_visitors(String method, String path) {
    var id = idFor("v_1");
    visiting("v_1");
    client
        .method(HttpMethod.valueOf(method))
        .uri(path.replace("{id}", id))
        .header("content-type", "application/json")
        .bodyValue("{}")
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  @Test
  void nobody_but_visitors_passes_as_one() {
    var id = idFor("v_1");
    signIn();
    client.get().uri(path(id)).exchange().expectStatus().isForbidden();
    visiting("v_1");
    client
        .post()
        .uri("/internal/workspaces/" + workspace + "/visitors/v_1/conversation")
        .header("content-type", "application/json")
        .bodyValue("{}")
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  @Test
  void a_visitor_follows_the_conversation() {
    var id = idFor("v_1");
    visiting("v_1");
    StepVerifier.create(feed(id))
        .assertNext(event -> {
          assertThat(event.event()).isEqualTo("snapshot");
          assertThat(data(event).has("values")).isFalse();
          assertThat(data(event).get("messages")).hasSize(1);
        })
        .then(() -> post(path(id) + "/messages", Map.of("messageId", "m1", "text", "yes"), 200))
        .assertNext(event -> assertThat(data(event).get("role").asString()).isEqualTo("user"))
        .assertNext(event -> assertThat(data(event).get("role").asString()).isEqualTo("bot"))
        .assertNext(event -> {
          assertThat(event.event()).isEqualTo("patch");
          assertThat(data(event).toString()).doesNotContain("/fields", "/values");
        })
        .thenCancel()
        .verify(PATIENCE);
  }

  private Flux<ServerSentEvent<JsonNode>> feed(String id) {
    return client
        .get()
        .uri(path(id) + "/feed")
        .exchange()
        .expectStatus()
        .isOk()
        .returnResult(new ParameterizedTypeReference<ServerSentEvent<JsonNode>>() {})
        .getResponseBody()
        .filter(event -> event.event() != null);
  }

  private static JsonNode data(ServerSentEvent<JsonNode> event) {
    return Objects.requireNonNull(event.data());
  }
}
