package rapport.conversation.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import tools.jackson.databind.JsonNode;

class ConversationApiIT extends ConversationServiceSetting {

  @Test
  void begins_with_what_the_workspace_knows() {
    var id = start(Map.of("onboarding_company_name", "Acme Corp"));
    var conversation = conversation(id);
    assertThat(conversation.at("/values/company_name").asString()).isEqualTo("Acme Corp");
    assertThat(conversation.at("/fields/company_name/by").asString()).isEqualTo("prefill");
    assertThat(conversation.at("/asked/0").asString()).isEqualTo("ready");
    assertThat(conversation.at("/messages/0/text").asString()).contains("Acme Corp");
  }

  @Test
  void an_answer_is_in_the_values_and_the_next_question_is_asked() {
    var id = start();
    say(id, "m1", "yes");
    say(id, "m2", "Economic Buyer");
    var turn = say(id, "m3", "B2B");
    assertThat(turn.get("asked").get(0).asString()).isEqualTo("prototype_name");
    assertThat(turn.at("/replies/0/text").asString()).isNotBlank();
    var conversation = conversation(id);
    assertThat(conversation.at("/values/type").asString()).isEqualTo("Economic Buyer");
    assertThat(conversation.at("/values/b2b_b2c").asString()).isEqualTo("B2B");
    assertThat(conversation.get("rev").asLong()).isEqualTo(turn.get("rev").asLong());
  }

  @Test
  void buttons_do_what_they_say() {
    var id = start();
    var start = conversation(id).at("/messages/0/buttons/0");
    var turn = tap(id, "m1", start.get("action"));
    assertThat(turn.at("/replies/0/buttons")).hasSizeGreaterThanOrEqualTo(4);
    turn = tap(id, "m2", turn.at("/replies/0/buttons/1/action"));
    assertThat(conversation(id).at("/values/type").asString()).isEqualTo("Economic Buyer");
    assertThat(turn.get("asked").get(0).asString()).isEqualTo("b2b_b2c");
  }

  @Test
  void the_same_message_again_gets_the_same_bytes_and_changes_nothing() {
    var id = start();
    var body = Map.of("messageId", "m1", "text", "it's a B2B profile for Raj Patel");
    var first = bytes(id, body);
    var rev = conversation(id).get("rev").asLong();
    assertThat(bytes(id, body)).isEqualTo(first);
    assertThat(conversation(id).get("rev").asLong()).isEqualTo(rev);
  }

  private byte[] bytes(String id, Map<String, String> body) {
    var answer =
        client
            .post()
            .uri("/api/v1/conversations/" + id + "/messages")
            .bodyValue(body)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody()
            .returnResult()
            .getResponseBody();
    assertThat(answer).isNotNull();
    return answer == null ? new byte[0] : answer;
  }

  @Test
  void another_message_under_the_same_id_is_refused() {
    var id = start();
    say(id, "m1", "yes");
    var body = Map.of("messageId", "m1", "text", "no");
    var problem = post("/api/v1/conversations/" + id + "/messages", body, 409);
    assertThat(problem.get("code").asString()).isEqualTo("id-reused");
  }

  @Test
  void an_edit_in_the_panel_is_known_to_the_chat_at_once() {
    var id = start();
    say(id, "m1", "yes");
    var result = edit(id, "e1", "type", "End User", conversation(id).get("rev").asLong());
    assertThat(result.get("outcome").asString()).isEqualTo("applied");
    var conversation = conversation(id);
    assertThat(conversation.at("/fields/type/by").asString()).isEqualTo("panel");
    assertThat(conversation.at("/asked/0").asString()).isEqualTo("b2b_b2c");
    assertThat(
            conversation
                .get("messages")
                .get(conversation.get("messages").size() - 1)
                .get("role")
                .asString())
        .isEqualTo("bot");
  }

  @Test
  void the_same_edit_again_gets_the_same_result() {
    var id = start();
    var first = edit(id, "e1", "job_title", "CFO", 1);
    var rev = conversation(id).get("rev").asLong();
    assertThat(edit(id, "e1", "job_title", "CFO", 1)).isEqualTo(first);
    assertThat(conversation(id).get("rev").asLong()).isEqualTo(rev);
  }

  @Test
  void every_edit_of_a_batch_has_its_own_result() {
    var id = start();
    var rev = conversation(id).get("rev").asLong();
    var edits =
        List.of(
            Map.of("mutationId", "a", "path", "job_title", "value", "CFO", "baseRev", rev),
            Map.of("mutationId", "b", "path", "demographics.age", "value", 200, "baseRev", rev),
            Map.of("mutationId", "c", "path", "no.such", "value", "x", "baseRev", rev),
            Map.of("mutationId", "d", "path", "job_title", "value", "CFO", "baseRev", rev),
            Map.of("mutationId", "e", "path", "job_title", "value", Map.of(), "baseRev", rev));
    var results =
        send(
                HttpMethod.PATCH,
                "/api/v1/conversations/" + id + "/fields",
                Map.of("edits", edits),
                200)
            .get("results");
    assertThat(results)
        .extracting(result -> result.get("outcome").asString())
        .containsExactly("applied", "rejected", "rejected", "unchanged", "rejected");
    assertThat(results.get(1).get("code").asString()).isEqualTo("age-out-of-range");
    assertThat(results.get(2).get("code").asString()).isEqualTo("unknown-field");
  }

  @Test
  void two_panels_that_disagree_see_each_other() {
    var id = start();
    var seen = conversation(id).get("rev").asLong();
    edit(id, "e1", "job_title", "CFO", seen);
    var result = edit(id, "e2", "job_title", "COO", seen);
    assertThat(result.get("outcome").asString()).isEqualTo("conflict");
    var field = conversation(id).at("/fields/job_title");
    assertThat(field.get("value").asString()).isEqualTo("CFO");
    assertThat(field.at("/conflict/value").asString()).isEqualTo("COO");
  }

  @Test
  void takes_a_message_back() {
    var id = start();
    say(id, "m1", "yes");
    say(id, "m2", "Technical Buyer");
    var undo = "/api/v1/conversations/" + id + "/undo";
    var code = post(undo, Map.of("messageId", "m22"), 409).get("code").asString();
    assertThat(code).isEqualTo("nothing-to-undo");
    assertThat(conversation(id).at("/values/type").asString()).isEqualTo("Technical Buyer");
    var taken = post(undo, Map.of("messageId", "m2"), 200);
    assertThat(post(undo, Map.of("messageId", "m2"), 200)).isEqualTo(taken);
    var conversation = conversation(id);
    assertThat(conversation.at("/values/type").isMissingNode()).isTrue();
    assertThat(conversation.at("/asked/0").asString()).isEqualTo("type");
    var undone = new ArrayList<String>();
    conversation
        .get("messages")
        .forEach(message -> {
          if (message.path("undone").asBoolean(false)) {
            undone.add(message.get("id").asString());
          }
        });
    assertThat(undone).containsExactly("m2");
  }

  @Test
  void will_not_complete_while_something_is_needed_and_says_what() {
    var id = start();
    var problem = post("/api/v1/conversations/" + id + "/complete", "", 422);
    assertThat(problem.get("code").asString()).isEqualTo("required-fields-missing");
    assertThat(problem.get("errors").get(0).get("path").asString()).isEqualTo("type");
  }

  @Test
  void drafts_a_summary_that_goes_out_of_date() {
    var id = start();
    edit(id, "e1", "prototype_name", "Nora Lindqvist, COO", 1);
    edit(id, "e2", "job_title", "COO", 1);
    var focus = Map.of("focus", List.of("motivations"));
    post("/api/v1/conversations/" + id + "/summary", focus, 200);
    var summary = conversation(id).get("summary");
    assertThat(summary.get("text").asString()).contains("Nora");
    assertThat(summary.get("outdated").asBoolean()).isFalse();
    edit(id, "e3", "job_title", "CEO", conversation(id).get("rev").asLong());
    assertThat(conversation(id).at("/summary/outdated").asBoolean()).isTrue();
  }

  @Test
  void writers_at_once_lose_nothing_and_leave_no_gap() throws Exception {
    var id = start();
    var fields = List.of("job_title", "company_name", "prototype_name", "demographics.income");
    var writers = new ArrayList<Callable<JsonNode>>();
    for (var round = 0; round < 10; round++) {
      for (var path : fields) {
        var value = path + " " + round;
        writers.add(() -> edit(id, UUID.randomUUID().toString(), path, value, 0));
      }
      var text = "hello " + round;
      writers.add(() -> say(id, UUID.randomUUID().toString(), text));
    }
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var answer : threads.invokeAll(writers)) {
        assertThat(answer.get()).isNotNull();
      }
    }
    var events = events(id);
    assertThat(events)
        .extracting(event -> event.at("/headers/ce_rev").asString())
        .containsExactlyElementsOf(revisions(events.size()));
    assertThat(events)
        .extracting(event -> event.at("/headers/ce_id").asString())
        .doesNotHaveDuplicates();
    assertThat(conversation(id).get("rev").asLong()).isEqualTo(events.size());
  }

  private static List<String> revisions(int count) {
    var revisions = new ArrayList<String>();
    for (var rev = 1; rev <= count; rev++) {
      revisions.add(Integer.toString(rev));
    }
    return revisions;
  }

  private List<JsonNode> events(String id) {
    var uri = "/internal/workspaces/" + workspace + "/streams/" + id + "/events?from=1&to=100000";
    var body =
        with(Caller.service(workspace, "profile-service"))
            .get()
            .uri(uri)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody()
            .returnResult()
            .getResponseBody();
    var events = new ArrayList<JsonNode>();
    JSON.readTree(body).forEach(events::add);
    return events;
  }

  @Test
  void goes_on_with_the_next_profile() {
    var id = start(Map.of("onboarding_company_name", "Acme Corp"));
    var turn = say(id, "m1", "create another profile");
    var next = turn.get("next").asString();
    assertThat(conversation(next).at("/values/company_name").asString()).isEqualTo("Acme Corp");
    assertThat(say(id, "m1", "create another profile").get("next").asString()).isEqualTo(next);
  }

  @Test
  void another_workspace_sees_nothing() {
    var id = start();
    client = as(Role.ADMIN, "somebody-elses");
    for (var path : List.of("", "/feed")) {
      client.get().uri("/api/v1/conversations/" + id + path).exchange().expectStatus().isNotFound();
    }
    for (var path : List.of("/messages", "/undo", "/summary")) {
      var body = path.equals("/summary") ? Map.of() : Map.of("messageId", "m", "text", "x");
      var sent = path.equals("/undo") ? Map.of("messageId", "m") : body;
      assertThat(post("/api/v1/conversations/" + id + path, sent, 404).get("code").asString())
          .isEqualTo("conversation-not-found");
    }
    post("/api/v1/conversations/" + id + "/complete", "", 404);
  }

  @Test
  void a_viewer_may_look_but_not_touch() {
    var id = start();
    client = as(Role.VIEWER, workspace);
    conversation(id);
    post("/api/v1/conversations/" + id + "/messages", Map.of("messageId", "m", "text", "x"), 403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"messageId\":\"m\",\"text\":                          | 400 | malformed-json",
        "{\"messageId\":\"m\",\"text\":\"x\",\"colour\":\"red\"} | 400 | unknown-field",
        "{\"messageId\":\"m\",\"text\":12}                       | 400 | wrong-type",
        "{\"messageId\":\"m\",\"text\":[\"x\"]}                  | 400 | wrong-type",
        "{\"messageId\":\"m\"}                                   | 422 | not-acceptable-body",
        "{\"text\":\"x\"}                                        | 422 | not-acceptable-body",
        "{\"messageId\":\"no spaces\",\"text\":\"x\"}            | 422 | not-acceptable-body",
        "{\"messageId\":\"m\",\"text\":\"\\u0000\"}              | 422 | not-acceptable-body",
        "{\"messageId\":\"m\",\"action\":{\"type\":\"answer\"}}  | 422 | not-acceptable-body",
        "{\"messageId\":\"m\",\"action\":{\"type\":\"explode\"}} | 400 | wrong-type",
        "{\"messageId\":\"m\",\"action\":{}}                     | 422 | not-acceptable-body",
        "{\"messageId\":\"m\",\"action\":{\"type\":\"say\",\"value\":\"a\\u0000\"}} | 422 | not-acceptable-body",
        "{\"messageId\":\"m\",\"action\":{\"type\":\"ask\",\"value\":\"a\\u0007\"}} | 422 | not-acceptable-body",
        "{\"messageId\":\"start\",\"text\":\"x\"}                | 422 | not-acceptable-body",
        "{\"messageId\":\"reply:m\",\"text\":\"x\"}              | 422 | not-acceptable-body",
        "{\"messageId\":\"snapshot:1\",\"text\":\"x\"}           | 422 | not-acceptable-body",
      })
  void bad_bodies_are_refused_and_change_nothing(String body, int status, String code) {
    var id = start();
    var before = conversation(id);
    var problem = post("/api/v1/conversations/" + id + "/messages", body, status);
    assertThat(problem.get("code").asString()).isEqualTo(code);
    assertThat(conversation(id)).isEqualTo(before);
  }

  @Test
  void says_what_is_wrong_with_a_button_and_an_id() {
    var body = Map.of("messageId", "undo:m1", "action", Map.of("value", "x".repeat(17_000)));
    var errors = post("/api/v1/conversations/" + start() + "/messages", body, 422).get("errors");
    assertThat(errors)
        .extracting(error -> error.get("path").asString() + " " + error.get("code").asString())
        .containsExactly("messageId reserved-id", "action.type required", "action.value too-long");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":1}", "[1,2]", "[null]", "1e999999999"})
  void what_no_field_can_hold_is_refused_and_nothing_beside_it(String value) {
    var id = start();
    var body =
        """
        {"edits":[
          {"mutationId":"e1","path":"job_title","value":%s,"baseRev":0},
          {"mutationId":"e2","path":"company_name","value":"Acme","baseRev":0}]}
        """
            .formatted(value);
    var results =
        send(HttpMethod.PATCH, "/api/v1/conversations/" + id + "/fields", body, 200).get("results");
    assertThat(results.at("/0/outcome").asString()).isEqualTo("rejected");
    assertThat(results.at("/0/code").asString()).isEqualTo("wrong-type");
    assertThat(results.at("/1/outcome").asString()).isEqualTo("applied");
  }

  @Test
  void refuses_what_is_too_large_or_of_another_kind() {
    var id = start();
    var uri = "/api/v1/conversations/" + id + "/messages";
    var huge = Map.of("messageId", "m", "text", "x".repeat(1_000_000));
    assertThat(post(uri, huge, 413).get("code").asString()).isEqualTo("too-large");
    var longer = Map.of("messageId", "m", "text", "x".repeat(17_000));
    assertThat(post(uri, longer, 422).get("code").asString()).isEqualTo("not-acceptable-body");
    client
        .post()
        .uri(uri)
        .header("content-type", "text/plain")
        .bodyValue("hello")
        .exchange()
        .expectStatus()
        .isEqualTo(415);
  }

  @Test
  void refuses_flows_and_contexts_it_does_not_know() {
    assertThat(
            post("/api/v1/conversations", Map.of("flow", "nonsense"), 404).get("code").asString())
        .isEqualTo("flow-not-found");
    var context = Map.of("flow", "customer-profile", "context", Map.of("weather", "fine"));
    assertThat(post("/api/v1/conversations", context, 422).at("/errors/0/code").asString())
        .isEqualTo("unknown-context");
  }

  @Test
  void shows_the_flow_with_every_field_and_its_words() {
    assertThat(get("/api/v1/flows")).hasSizeGreaterThanOrEqualTo(1);
    var flow = get("/api/v1/flows/customer-profile");
    var paths = new HashSet<String>();
    flow.get("phases")
        .forEach(
            phase -> phase.get("fields").forEach(field -> paths.add(field.get("path").asString())));
    assertThat(paths).contains("demographics.age", "environment.languages_spoken", "ready");
    assertThat(flow.get("phases")).hasSize(7);
  }
}
