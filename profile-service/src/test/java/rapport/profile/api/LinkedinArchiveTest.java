package rapport.profile.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import rapport.profile.TestCallers;
import rapport.runtime.identity.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A colleague's own archive gives contacts the address of their profile, and does nothing else. */
class LinkedinArchiveTest extends ApiSetting {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ADA = "https://www.linkedin.com/in/ada";
  private static final String ARCHIVE =
      """
      First Name,Last Name,URL,Email Address,Company,Position,Connected On
      Ada,Lovelace,https://www.linkedin.com/in/ada,ADA@mill.example,Mill,CTO,01 Mar 2024
      Bob,Typed,https://www.linkedin.com/in/bob,bob@mill.example,Mill,,
      Eve,Hidden,https://www.linkedin.com/in/eve,,Bay,,
      Zoe,Stranger,https://www.linkedin.com/in/zoe,zoe@bay.example,Bay,,
      Dan,,https://evil.example/in/dan,dan@mill.example,,,
      """;

  private String mill = "";
  private String ada = "";
  private String bob = "";

  @BeforeEach
  void contacts() {
    client = as(TestCallers.user(tokens, workspace, Role.SALES));
    mill = made("/api/v1/accounts", Map.of("details", Map.of("name", "Mill")), "/account/id");
    ada = contact(Map.of("name", "Ada", "email", "ada@mill.example"));
    bob =
        contact(
            Map.of(
                "name", "Bob",
                "email", "bob@mill.example",
                "linkedin", "https://www.linkedin.com/in/the-other-bob"));
  }

  @Test
  void a_preview_says_what_would_happen_and_changes_nothing() {
    var preview = take("", ARCHIVE);
    assertThat(preview.get("applied").asBoolean()).isFalse();
    assertThat(counts(preview))
        .isEqualTo("rows 5, hidden 1, unknown 1, matched 2, given 1, kept 1, faulty 1");
    assertThat(preview.at("/problems/0/row").asInt()).isEqualTo(5);
    assertThat(linkedin(ada)).isEmpty();
  }

  @Test
  void known_people_get_their_address_typed_ones_stay_and_nobody_is_added() {
    var applied = take("?apply=true", ARCHIVE);
    assertThat(applied.get("applied").asBoolean()).isTrue();
    assertThat(counts(applied))
        .isEqualTo("rows 5, hidden 1, unknown 1, matched 2, given 1, kept 1, faulty 1");
    assertThat(linkedin(ada)).isEqualTo(ADA);
    assertThat(linkedin(bob)).endsWith("the-other-bob");
    var contacts = read("/api/v1/contacts");
    assertThat(contacts.get("items").size()).isEqualTo(2);
    assertThat(contacts.toString()).doesNotContain("zoe", "CTO", "Lovelace");
    var again = take("?apply=true", ARCHIVE);
    assertThat(again.get("given").asInt()).isZero();
    assertThat(again.get("same").asInt()).isEqualTo(1);
  }

  @Test
  void what_a_colleague_writes_later_stays_whatever_the_archive_says() {
    take("?apply=true", ARCHIVE);
    client
        .patch()
        .uri("/api/v1/contacts/" + ada)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("{\"changes\":{\"linkedin\":\"https://www.linkedin.com/in/countess\"}}")
        .exchange()
        .expectStatus()
        .isOk();
    assertThat(take("?apply=true", ARCHIVE).get("kept").asInt()).isEqualTo(2);
    assertThat(linkedin(ada)).endsWith("countess");
  }

  @Test
  void what_is_no_archive_or_too_large_is_refused_and_so_is_another_role() {
    send("", "text/csv", new byte[0]).expectStatus().isEqualTo(422);
    send("", "text/csv", "a,b".getBytes(UTF_8))
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("no-connections");
    send("", "application/zip", new byte[8_000_001]).expectStatus().isEqualTo(413);
    client = as(TestCallers.user(tokens, workspace, Role.MARKETER));
    send("", "text/csv", ARCHIVE.getBytes(UTF_8)).expectStatus().isForbidden();
  }

  private static String counts(JsonNode outcome) {
    return "rows %s, hidden %s, unknown %s, matched %s, given %s, kept %s, faulty %s"
        .formatted(
            outcome.get("rows"),
            outcome.get("withoutAddress"),
            outcome.get("unknown"),
            outcome.get("matched"),
            outcome.get("given"),
            outcome.get("kept"),
            outcome.get("faulty"));
  }

  private String linkedin(String contact) {
    return read("/api/v1/contacts/" + contact).at("/contact/details/linkedin").asString("");
  }

  private JsonNode read(String path) {
    return JSON.readTree(text(client, path));
  }

  private JsonNode take(String query, String archive) {
    return JSON.readTree(
        send(query, "text/csv", archive.getBytes(UTF_8))
            .expectStatus()
            .isOk()
            .expectBody(byte[].class)
            .returnResult()
            .getResponseBodyContent());
  }

  private WebTestClient.ResponseSpec send(String query, String type, byte[] file) {
    return client
        .post()
        .uri("/api/v1/contacts/linkedin/archive" + query)
        .contentType(MediaType.valueOf(type))
        .bodyValue(file)
        .exchange();
  }

  private String contact(Map<String, String> details) {
    return made("/api/v1/contacts", Map.of("account", mill, "details", details), "/contact/id");
  }

  private String made(String path, Object body, String id) {
    var answer =
        client
            .post()
            .uri(path)
            .contentType(MediaType.APPLICATION_JSON)
            .bodyValue(JSON.writeValueAsString(body))
            .exchange()
            .expectStatus()
            .isCreated()
            .expectBody(byte[].class)
            .returnResult()
            .getResponseBodyContent();
    return JSON.readTree(answer).at(id).asString();
  }
}
