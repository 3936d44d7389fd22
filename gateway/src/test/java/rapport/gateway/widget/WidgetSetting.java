package rapport.gateway.widget;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import rapport.gateway.FakeService.Asked;
import rapport.gateway.RunningGateway;
import rapport.gateway.route.Upstream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway with a widget key, and a visitor of a shop. */
abstract class WidgetSetting {
  static final String SHOP = "https://shop.example";
  static final String ELSEWHERE = "https://elsewhere.example";

  final RunningGateway gateway = RunningGateway.shared();

  JsonNode newKey(Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>(Map.of("name", "Shop", "origins", List.of(SHOP)));
    body.putAll(more);
    return read(gateway.admin().post().uri("/api/v1/widget/keys").bodyValue(body).exchange());
  }

  String keyId() {
    return newKey(Map.of()).get("id").asString();
  }

  void change(String id, Map<String, Object> change) {
    gateway
        .admin()
        .patch()
        .uri("/api/v1/widget/keys/" + id)
        .bodyValue(change)
        .exchange()
        .expectStatus()
        .isOk();
  }

  String secret(String id) {
    return read(gateway.admin().post().uri("/api/v1/widget/keys/" + id + "/secret").exchange())
        .get("secret")
        .asString();
  }

  ResponseSpec opening(@Nullable String origin, Map<String, Object> body) {
    var request = gateway.anyone().post().uri("/api/v1/widget/sessions");
    if (origin != null) {
      request.header("Origin", origin);
    }
    return request.bodyValue(body).exchange();
  }

  JsonNode open(Map<String, Object> body) {
    return read(opening(SHOP, body).expectStatus().isOk());
  }

  JsonNode open(String key, @Nullable String token) {
    return open(
        token == null ? Map.of("widgetKey", key) : Map.of("widgetKey", key, "visitorToken", token));
  }

  /** What the conversation service was asked last for this conversation's visitor. */
  Asked asked(JsonNode session) {
    String visitor = session.get("conversationId").asString().substring("c-".length());
    return gateway.service(Upstream.CONVERSATION).asked().stream()
        .filter(asked -> asked.uri().contains("/visitors/" + visitor + "/"))
        .toList()
        .getLast();
  }

  static JsonNode read(ResponseSpec response) {
    byte[] body = response.expectBody().returnResult().getResponseBody();
    return JsonMapper.shared().readTree(Objects.requireNonNull(body));
  }

  static String code(ResponseSpec response) {
    return read(response).get("code").asString();
  }
}
