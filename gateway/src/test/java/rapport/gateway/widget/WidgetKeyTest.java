package rapport.gateway.widget;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rapport.runtime.identity.Role;
import rapport.runtime.store.DocumentStore;
import tools.jackson.databind.JsonNode;

class WidgetKeyTest extends WidgetSetting {

  @Test
  void a_key_is_made_listed_and_changed() {
    JsonNode key =
        newKey(
            Map.of(
                "origins",
                List.of("HTTPS://Shop.example/", "http://localhost:*"),
                "theme",
                Map.of("accent", "#0B5FFF", "position", "left", "title", "Ask us")));
    assertThat(key.get("id").asString()).startsWith("wk_");
    assertThat(key.get("flow").asString()).isEqualTo("lead-to-sales");
    assertThat(key.get("enabled").asBoolean()).isTrue();
    assertThat(key.at("/origins/0").asString()).isEqualTo("https://shop.example");
    assertThat(key.at("/theme/accent").asString()).isEqualTo("#0b5fff");

    String id = key.get("id").asString();
    change(id, Map.of("name", "Shop, new", "locale", "de", "flow", "customer-profile"));
    JsonNode listed = listed(id);
    assertThat(listed.get("name").asString()).isEqualTo("Shop, new");
    assertThat(listed.get("locale").asString()).isEqualTo("de");
    assertThat(listed.at("/theme/position").asString()).isEqualTo("left");
    change(id, Map.of("locale", ""));
    assertThat(listed(id).has("locale")).isFalse();
  }

  private JsonNode listed(String id) {
    JsonNode items = read(gateway.admin().get().uri("/api/v1/widget/keys").exchange()).get("items");
    return items
        .valueStream()
        .filter(key -> key.get("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everything_that_is_wrong_is_said_at_once() {
    gateway
        .admin()
        .post()
        .uri("/api/v1/widget/keys")
        .bodyValue(
            Map.of(
                "name",
                " ",
                "origins",
                List.of("*", "https://shop.example"),
                "flow",
                "No Flow",
                "locale",
                "no language",
                "theme",
                Map.of("accent", "red; }", "position", "top", "privacyUrl", "javascript:alert(1)")))
        .exchange()
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.errors[*].path")
        .isEqualTo(
            List.of(
                "name",
                "origins[0]",
                "flow",
                "locale",
                "theme.accent",
                "theme.position",
                "theme.privacyUrl"));
  }

  @Test
  void a_secret_is_shown_once_and_stored_unreadably() {
    String id = keyId();
    assertThat(listed(id).get("hasSecret").asBoolean()).isFalse();
    String secret = secret(id);
    assertThat(listed(id).get("hasSecret").asBoolean()).isTrue();
    assertThat(listed(id).toString()).doesNotContain(secret);
    var stored =
        gateway
            .bean(DocumentStore.class)
            .collection("widget_keys")
            .findOne("main", Filters.eq("_id", id))
            .block();
    assertThat(stored).isNotNull();
    assertThat(String.valueOf(stored)).doesNotContain(secret);
  }

  @Test
  void keys_are_for_administrators() {
    var marketer = gateway.bearing(gateway.newUser(Role.MARKETER, Role.SALES).token());
    marketer.get().uri("/api/v1/widget/keys").exchange().expectStatus().isForbidden();
    marketer
        .post()
        .uri("/api/v1/widget/keys")
        .bodyValue(Map.of("name", "x", "origins", List.of(SHOP)))
        .exchange()
        .expectStatus()
        .isForbidden();
    gateway.anyone().get().uri("/api/v1/widget/keys").exchange().expectStatus().isUnauthorized();
  }

  @Test
  void a_key_that_is_not_there_cannot_be_changed() {
    var change = gateway.admin().patch().uri("/api/v1/widget/keys/wk_unknown");
    change.bodyValue(Map.of("enabled", false)).exchange().expectStatus().isNotFound();
    gateway
        .admin()
        .post()
        .uri("/api/v1/widget/keys/wk_unknown/secret")
        .exchange()
        .expectStatus()
        .isNotFound();
  }

  @Test
  void a_page_learns_how_the_widget_looks_before_it_is_opened() {
    String id = newKey(Map.of("theme", Map.of("title", "Ask us"))).get("id").asString();
    JsonNode config =
        read(
            gateway
                .anyone()
                .get()
                .uri("/api/v1/widget/config?key=" + id)
                .header("Origin", SHOP)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=300, private"));
    assertThat(config.at("/theme/title").asString()).isEqualTo("Ask us");
    gateway
        .anyone()
        .get()
        .uri("/api/v1/widget/config?key=" + id)
        .header("Origin", ELSEWHERE)
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  @Test
  void the_first_start_makes_a_key_for_pages_of_this_machine() {
    String id = gateway.bean(DemoKey.class).id().block();
    assertThat(id).isNotNull();
    JsonNode key = listed(String.valueOf(id));
    assertThat(key.get("local").asBoolean()).isTrue();
    assertThat(key.at("/origins/0").asString()).isEqualTo("http://localhost:*");
    opening("http://127.0.0.1:" + gateway.port(), Map.of("widgetKey", String.valueOf(id)))
        .expectStatus()
        .isOk();
    opening("http://localhost:3000", Map.of("widgetKey", String.valueOf(id))).expectStatus().isOk();
    opening(SHOP, Map.of("widgetKey", String.valueOf(id))).expectStatus().isForbidden();
  }
}
