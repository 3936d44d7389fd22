package rapport.gateway.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import rapport.gateway.FakeService.Asked;
import rapport.gateway.route.Upstream;
import rapport.runtime.identity.Caller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WidgetSessionTest extends WidgetSetting {

  @Test
  void a_visitor_gets_a_token_and_a_conversation() {
    JsonNode session = open(keyId(), null);
    assertThat(session.get("visitorToken").asString()).startsWith("rpv_");
    assertThat(session.get("conversationId").asString()).startsWith("c-v_");
    assertThat(session.get("mode").asString()).isEqualTo("lead");
    assertThat(session.at("/replies/0/mainText").asString()).isEqualTo("Hello");
    assertThat(Instant.parse(session.get("expiresAt").asString())).isAfter(Instant.now());
  }

  @Test
  void the_conversation_service_is_asked_by_the_gateway_itself() {
    Asked asked = asked(open(keyId(), null));
    Caller caller =
        gateway
            .verifier()
            .verify(
                Objects.requireNonNull(asked.headers().get("x-rapport-token")),
                "conversation-service");
    assertThat(caller).isEqualTo(Caller.service("main", "gateway"));
    assertThat(asked.uri()).startsWith("/internal/workspaces/main/visitors/v_");
  }

  @Test
  void what_is_told_of_the_page_is_handed_on() {
    String key = newKey(Map.of("flow", "customer-profile")).get("id").asString();
    JsonNode session =
        open(
            Map.of(
                "widgetKey",
                key,
                "locale",
                "de-AT",
                "page",
                Map.of("url", SHOP + "/pricing?x=1", "utm", Map.of("source", "news"))));
    JsonNode body = JsonMapper.shared().readTree(asked(session).body());
    assertThat(body.get("flow").asString()).isEqualTo("customer-profile");
    assertThat(body.get("locale").asString()).isEqualTo("de-AT");
    assertThat(body.at("/context/page").asString()).isEqualTo(SHOP + "/pricing");
    assertThat(body.at("/context/utm_source").asString()).isEqualTo("news");
    assertThat(body.at("/context/widget").asString()).isEqualTo(key);
  }

  @Test
  void the_language_of_the_page_counts_then_that_of_the_key_then_the_browsers() {
    String german = newKey(Map.of("locale", "de")).get("id").asString();
    assertThat(locale(open(Map.of("widgetKey", german, "locale", "fr")))).isEqualTo("fr");
    assertThat(locale(open(Map.of("widgetKey", german)))).isEqualTo("de");
    String any = keyId();
    JsonNode session =
        read(
            gateway
                .anyone()
                .post()
                .uri("/api/v1/widget/sessions")
                .header("Accept-Language", "ar-EG, en;q=0.5")
                .bodyValue(Map.of("widgetKey", any, "locale", "<script>"))
                .exchange());
    assertThat(locale(session)).isEqualTo("ar-EG");
  }

  private String locale(JsonNode session) {
    return JsonMapper.shared().readTree(asked(session).body()).get("locale").asString();
  }

  @Test
  void who_hands_in_the_old_token_is_the_same_visitor() {
    String key = keyId();
    JsonNode first = open(key, null);
    JsonNode again = open(key, first.get("visitorToken").asString());
    assertThat(again.get("conversationId")).isEqualTo(first.get("conversationId"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "made up", "rpv_", "rpv_a.b.c", "rpt_something"})
  void an_unknown_token_makes_a_new_visitor(String token) {
    String key = keyId();
    JsonNode first = open(key, token);
    assertThat(open(key, token).get("conversationId")).isNotEqualTo(first.get("conversationId"));
  }

  @Test
  void a_token_of_another_key_makes_a_new_visitor() {
    JsonNode first = open(keyId(), null);
    JsonNode other = open(keyId(), first.get("visitorToken").asString());
    assertThat(other.get("conversationId")).isNotEqualTo(first.get("conversationId"));
  }

  @Test
  void a_key_nobody_knows_or_that_is_disabled_opens_nothing() {
    String key = keyId();
    change(key, Map.of("enabled", false));
    for (String unusable : new String[] {key, "wk_unknown"}) {
      var refused = opening(SHOP, Map.of("widgetKey", unusable)).expectStatus().isForbidden();
      assertThat(code(refused)).isEqualTo("widget-key-unusable");
    }
  }

  @Test
  void a_session_needs_a_key() {
    var refused = opening(SHOP, Map.of()).expectStatus().isEqualTo(422);
    assertThat(read(refused).at("/errors/0/path").asString()).isEqualTo("widgetKey");
  }

  @ParameterizedTest
  @ValueSource(strings = {ELSEWHERE, "http://shop.example", "https://shop.example:8443", "null"})
  void a_page_that_is_not_allowed_opens_nothing(String origin) {
    var refused = opening(origin, Map.of("widgetKey", keyId())).expectStatus().isForbidden();
    assertThat(code(refused)).isEqualTo("origin-not-allowed");
  }

  @Test
  void a_program_has_no_origin_and_may_open_a_session() {
    opening(null, Map.of("widgetKey", keyId())).expectStatus().isOk();
  }

  @Test
  void a_flow_that_is_not_there_is_said_to_be_missing() {
    String key = newKey(Map.of("flow", "nothing")).get("id").asString();
    var refused = opening(SHOP, Map.of("widgetKey", key)).expectStatus().isEqualTo(422);
    assertThat(code(refused)).isEqualTo("flow-not-found");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/conversations/c1, /internal/visitor/conversations/c1",
    "POST, /api/v1/conversations/c1/messages, /internal/visitor/conversations/c1/messages",
  })
  void a_visitor_is_led_to_what_visitors_may_see(String method, String path, String asked) {
    JsonNode session = open(keyId(), null);
    JsonNode seen =
        read(
            gateway
                .bearing(session.get("visitorToken").asString())
                .method(HttpMethod.valueOf(method))
                .uri(path)
                .header("Origin", SHOP)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Access-Control-Allow-Origin", SHOP));
    assertThat(seen.get("uri").asString()).isEqualTo(asked);
    Caller caller =
        gateway
            .verifier()
            .verify(seen.at("/headers/x-rapport-token").asString(), "conversation-service");
    assertThat(caller.kind()).isEqualTo(Caller.Kind.VISITOR);
    assertThat(caller.roles()).isEmpty();
    assertThat("c-" + caller.subject()).isEqualTo(session.get("conversationId").asString());
    assertThat(seen.at("/headers").has("authorization")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/conversations/c1/history",
    "GET, /api/v1/conversations/c1/export",
    "GET, /api/v1/conversations/c1/messages",
    "PATCH, /api/v1/conversations/c1/fields",
    "POST, /api/v1/conversations/c1/undo",
    "POST, /api/v1/conversations/c1/image",
    "POST, /api/v1/conversations",
    "GET, /api/v1/flows",
    "GET, /api/v1/profiles",
    "GET, /api/v1/me",
    "GET, /api/v1/widget/keys",
    "GET, /api/v1/users",
    "POST, /genkit/flows/customer-profile",
    "GET, /actuator/prometheus",
    "GET, /internal/visitor/conversations/c1",
  })
  void everything_else_is_not_for_visitors(String method, String path) {
    gateway
        .bearing(open(keyId(), null).get("visitorToken").asString())
        .method(HttpMethod.valueOf(method))
        .uri(path)
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  @Test
  void a_token_is_good_on_pages_of_its_key_only() {
    String token = open(keyId(), null).get("visitorToken").asString();
    var refused =
        gateway
            .bearing(token)
            .get()
            .uri("/api/v1/conversations/c1")
            .header("Origin", ELSEWHERE)
            .exchange()
            .expectStatus()
            .isForbidden();
    assertThat(code(refused)).isEqualTo("origin-not-allowed");
  }

  @Test
  void a_disabled_key_ends_its_visitors_sessions() {
    String key = keyId();
    String token = open(key, null).get("visitorToken").asString();
    var visitor = gateway.bearing(token);
    visitor.get().uri("/api/v1/conversations/c1").exchange().expectStatus().isOk();
    change(key, Map.of("enabled", false));
    visitor.get().uri("/api/v1/conversations/c1").exchange().expectStatus().isUnauthorized();
  }

  @Test
  void a_damaged_token_is_refused() {
    String token = open(keyId(), null).get("visitorToken").asString();
    gateway
        .bearing(token.substring(0, token.length() - 4) + "AAAA")
        .get()
        .uri("/api/v1/conversations/c1")
        .exchange()
        .expectStatus()
        .isUnauthorized();
  }

  @Test
  void who_the_site_vouches_for_is_the_same_visitor_everywhere() {
    String key = keyId();
    String secret = secret(key);
    JsonNode one = open(Map.of("widgetKey", key, "identity", identity(secret, "ada", 600)));
    JsonNode other = open(Map.of("widgetKey", key, "identity", identity(secret, "ada", 1200)));
    assertThat(one.get("identified").asBoolean()).isTrue();
    assertThat(other.get("conversationId")).isEqualTo(one.get("conversationId"));
    assertThat(one.get("conversationId").asString()).startsWith("c-u_");
    JsonNode body = JsonMapper.shared().readTree(asked(one).body());
    assertThat(body.at("/context/external_id").asString()).isEqualTo("ada");
    assertThat(body.at("/context/email").asString()).isEqualTo("ada@example.com");
  }

  @Test
  void a_claim_that_is_not_true_makes_nobody_known() {
    String key = keyId();
    String secret = secret(key);
    var claims =
        new Object[] {
          identity("x".repeat(43), "ada", 600),
          identity(secret, "ada", -600),
          identity(secret, "ada", 7200),
          Map.of("token", "nonsense"),
          Map.of("externalId", "ada", "hash", "00"),
          Map.of("externalId", "ada", "email", "ada@example.com")
        };
    for (Object claim : claims) {
      JsonNode session = open(Map.of("widgetKey", key, "identity", claim));
      assertThat(session.get("identified").asBoolean()).isFalse();
      assertThat(session.get("conversationId").asString()).startsWith("c-v_");
    }
  }

  @Test
  void a_plain_hash_will_do_but_brings_no_address() {
    String key = keyId();
    String hash = hmac(secret(key), "ada");
    JsonNode session =
        open(
            Map.of(
                "widgetKey",
                key,
                "identity",
                Map.of("externalId", "ada", "email", "eve@example.com", "hash", hash)));
    assertThat(session.get("identified").asBoolean()).isTrue();
    assertThat(asked(session).body()).doesNotContain("eve@example.com");
  }

  @Test
  void a_new_secret_ends_the_old_one() {
    String key = keyId();
    String old = secret(key);
    secret(key);
    JsonNode session = open(Map.of("widgetKey", key, "identity", identity(old, "ada", 600)));
    assertThat(session.get("identified").asBoolean()).isFalse();
  }

  @Test
  void who_has_signed_out_of_the_site_does_not_see_what_was_said_before() {
    String key = keyId();
    JsonNode known = open(Map.of("widgetKey", key, "identity", identity(secret(key), "ada", 600)));
    JsonNode stranger = open(key, known.get("visitorToken").asString());
    assertThat(stranger.get("conversationId").asString())
        .startsWith("c-v_")
        .isNotEqualTo(known.get("conversationId").asString());
  }

  @Test
  void a_key_can_be_for_known_visitors_only() {
    String key = newKey(Map.of("identityRequired", true)).get("id").asString();
    var refused = opening(SHOP, Map.of("widgetKey", key)).expectStatus().isForbidden();
    assertThat(code(refused)).isEqualTo("identity-required");
    open(Map.of("widgetKey", key, "identity", identity(secret(key), "ada", 600)));
  }

  /** Others let them in again: whoever closes a chat to strangers means those inside, too. */
  @Test
  void strangers_of_before_neither_start_nor_read_nor_write_once_a_key_is_for_known_visitors() {
    String key = keyId();
    String secret = secret(key);
    String stranger = open(key, null).get("visitorToken").asString();
    var vouched = Map.of("widgetKey", key, "identity", identity(secret, "ada", 600));
    String known = open(vouched).get("visitorToken").asString();
    change(key, Map.of("identityRequired", true));
    var visitor = gateway.bearing(stranger);
    for (String path : List.of("", "/feed")) {
      var refused = visitor.get().uri("/api/v1/conversations/c1" + path).exchange().expectStatus();
      assertThat(code(refused.isForbidden())).isEqualTo("identity-required");
    }
    var said = Map.of("messageId", "m1", "text", "hello");
    var refused =
        visitor.post().uri("/api/v1/conversations/c1/messages").bodyValue(said).exchange();
    assertThat(code(refused.expectStatus().isForbidden())).isEqualTo("identity-required");
    var again = opening(SHOP, Map.of("widgetKey", key, "visitorToken", stranger));
    assertThat(code(again.expectStatus().isForbidden())).isEqualTo("identity-required");
    var made = Map.of("widgetKey", key, "identity", identity(secret(keyId()), "ada", 600));
    assertThat(code(opening(SHOP, made).expectStatus().isForbidden()))
        .isEqualTo("identity-required");
    gateway.bearing(known).get().uri("/api/v1/conversations/c1").exchange().expectStatus().isOk();
  }

  @Test
  void while_the_conversation_service_is_away_the_chat_says_so() {
    String key = keyId();
    var service = gateway.service(Upstream.CONVERSATION);
    service.stop();
    try {
      var refused = opening(SHOP, Map.of("widgetKey", key)).expectStatus().isEqualTo(503);
      refused.expectHeader().exists("Retry-After");
      refused.expectHeader().valueEquals("Access-Control-Allow-Origin", SHOP);
      assertThat(code(refused)).isEqualTo("service-unavailable");
    } finally {
      service.start();
    }
  }

  private static String hmac(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, String> identity(String secret, String subject, int seconds) {
    var claims = new JwtClaims();
    claims.setSubject(subject);
    claims.setStringClaim("email", subject + "@example.com");
    claims.setExpirationTime(
        NumericDate.fromSeconds(Instant.now().plusSeconds(seconds).getEpochSecond()));
    var signature = new JsonWebSignature();
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
    signature.setKey(new HmacKey(secret.getBytes(StandardCharsets.UTF_8)));
    signature.setPayload(claims.toJson());
    try {
      return Map.of("token", signature.getCompactSerialization());
    } catch (JoseException e) {
      throw new AssertionError(e);
    }
  }
}
