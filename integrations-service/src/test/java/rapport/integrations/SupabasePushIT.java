package rapport.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static rapport.testkit.Patience.PATIENCE;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import rapport.contracts.FieldValue;
import rapport.integrations.push.Kind;
import rapport.integrations.push.Known;
import rapport.integrations.push.PushField;
import rapport.integrations.push.Said;
import rapport.integrations.push.store.KnownThings;
import rapport.integrations.push.store.KnownViews;
import rapport.runtime.identity.Role;
import rapport.simulators.SupabaseSimulator;
import tools.jackson.databind.json.JsonMapper;

/** An administrator has scores written into a table of their own. */
class SupabasePushIT extends RunningService {

  private final String workspace = "w-" + UUID.randomUUID();
  private final SupabaseSimulator supabase = new SupabaseSimulator(Clock.systemUTC(), 100, 0);
  private String push = "";
  @Autowired KnownThings things;

  @BeforeEach
  void connect() {
    supabase.table("crm_people", "email", "score");
    var made =
        admin()
            .post()
            .uri("/api/v1/integrations/supabase/connections")
            .bodyValue(Map.of("settings", Map.of("url", supabase.url(), "key", "sb_good")))
            .exchange()
            .expectStatus()
            .isCreated()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    var id = JsonMapper.shared().readTree(Objects.requireNonNull(made)).get("id").stringValue();
    push = "/api/v1/integrations/connections/" + id + "/push";
  }

  @AfterEach
  void close() {
    supabase.close();
  }

  @Test
  void what_cannot_be_written_is_said_when_it_is_saved_and_nothing_is_switched_on() {
    refused(Map.of("rev", 0, "kinds", List.of("lead")), "table-missing");
    refused(
        Map.of("rev", 0, "kinds", List.of("lead"), "objects", Map.of("lead", "crm_people")),
        "column-missing");
    supabase.deny("crm_people", "POST");
    refused(chosen(), "right-missing");
    refused(
        Map.of("rev", 0, "kinds", List.of("lead"), "objects", Map.of("lead", "no; drop")),
        "not-fitting");
    shown().jsonPath("$.on").isEqualTo(false);
    assertThat(supabase.rows("crm_people")).isEmpty();
  }

  @Test
  void scores_come_into_the_table_and_the_columns_somebody_chose() {
    lead("l-1", 40);
    put(chosen()).expectStatus().isOk();
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(points()).containsExactly(40));
    shown().jsonPath("$.kinds[2].object").isEqualTo("crm_people");
    shown().jsonPath("$.kinds[2].proposedObject").isEqualTo("rapport_leads");
    await().atMost(PATIENCE).untilAsserted(() -> shown().jsonPath("$.counts.done").isEqualTo(1));
  }

  private static Map<String, Object> chosen() {
    var columns = new HashMap<String, String>();
    PushField.of(Kind.LEAD).forEach(field -> columns.put(field.name(), ""));
    columns.put("email", "email");
    columns.put("lead_points", "score");
    return Map.of(
        "rev", 0,
        "kinds", List.of("lead"),
        "scores", true,
        "objects", Map.of("lead", "crm_people"),
        "fields", Map.of("lead", columns));
  }

  private void refused(Map<String, Object> body, String code) {
    put(body)
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.errors[0].path")
        .isEqualTo("objects.lead")
        .jsonPath("$.errors[0].code")
        .isEqualTo(code);
  }

  private void lead(String id, int points) {
    var values =
        Map.of(
            "email", Said.ours(id + "@acme.example"),
            "lead_points", Said.figure(FieldValue.Num.of(points)));
    new KnownViews<Object>(things, "lead")
        .save(workspace, id, new Known(id, true, values), 0, 1, List.of())
        .then()
        .block(PATIENCE);
  }

  private List<Integer> points() {
    return supabase.rows("crm_people").stream().map(row -> row.get("score").intValue()).toList();
  }

  private WebTestClient admin() {
    return client(workspace, "ada", Role.ADMIN);
  }

  private WebTestClient.ResponseSpec put(Map<String, Object> body) {
    return admin().put().uri(push).bodyValue(body).exchange();
  }

  private WebTestClient.BodyContentSpec shown() {
    return admin().get().uri(push).exchange().expectStatus().isOk().expectBody();
  }
}
