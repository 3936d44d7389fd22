package rapport.gateway.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class WidgetCorsTest extends WidgetSetting {

  @ParameterizedTest
  @CsvSource({
    "/api/v1/widget/sessions, POST",
    "/api/v1/widget/config, GET",
    "/api/v1/conversations/c1, GET",
    "/api/v1/conversations/c1/messages, POST",
    "/api/v1/conversations/c1/feed, GET",
  })
  void pages_of_allowed_origins_may_ask_for_what_the_widget_needs(String path, String method) {
    keyId();
    preflight(path, method, SHOP)
        .expectStatus()
        .isNoContent()
        .expectHeader()
        .valueEquals("Access-Control-Allow-Origin", SHOP)
        .expectHeader()
        .valueMatches("Access-Control-Allow-Headers", ".*Last-Event-ID.*")
        .expectHeader()
        .doesNotExist("Access-Control-Allow-Credentials")
        .expectHeader()
        .valueEquals("Vary", "Origin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/v1/widget/sessions", "/api/v1/widget/config", "/api/v1/conversations/c1"})
  void other_pages_may_not(String path) {
    keyId();
    var refused = preflight(path, "POST", ELSEWHERE);
    refused.expectStatus().isForbidden();
    refused.expectHeader().doesNotExist("Access-Control-Allow-Origin");
    assertThat(code(refused)).isEqualTo("origin-not-allowed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/widget/keys",
        "/api/v1/conversations",
        "/api/v1/conversations/c1/fields",
        "/api/v1/conversations/c1/export",
        "/api/v1/sign-in",
        "/api/v1/me",
        "/genkit/flows/customer-profile"
      })
  void nothing_else_is_opened_to_any_page(String path) {
    keyId();
    preflight(path, "POST", SHOP).expectHeader().doesNotExist("Access-Control-Allow-Origin");
    gateway
        .anyone()
        .get()
        .uri(path)
        .header("Origin", SHOP)
        .exchange()
        .expectHeader()
        .doesNotExist("Access-Control-Allow-Origin");
  }

  @Test
  void a_page_can_read_why_it_was_refused() {
    keyId();
    opening(SHOP, Map.of("widgetKey", "wk_unknown"))
        .expectStatus()
        .isForbidden()
        .expectHeader()
        .valueEquals("Access-Control-Allow-Origin", SHOP);
    gateway
        .bearing("rpv_outdated")
        .get()
        .uri("/api/v1/conversations/c1/feed")
        .header("Origin", SHOP)
        .exchange()
        .expectStatus()
        .isUnauthorized()
        .expectHeader()
        .valueEquals("Access-Control-Allow-Origin", SHOP);
  }

  @Test
  void a_session_cookie_is_no_use_to_another_page() {
    keyId();
    gateway
        .anyone()
        .get()
        .uri("/api/v1/conversations/c1")
        .cookie("rapport", gateway.signIn("admin@example.com", "correct horse battery"))
        .header("Origin", SHOP)
        .exchange()
        .expectHeader()
        .doesNotExist("Access-Control-Allow-Credentials");
  }

  private ResponseSpec preflight(String path, String method, String origin) {
    return gateway
        .anyone()
        .options()
        .uri(path)
        .header("Origin", origin)
        .header("Access-Control-Request-Method", method)
        .header("Access-Control-Request-Headers", "authorization,content-type")
        .exchange();
  }
}
