package rapport.integrations.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import rapport.runtime.identity.HmacSha256;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is altered, stale or unsigned is told from what is genuine. */
class SignaturesTest {

  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final byte[] BODY = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

  @Test
  void tags_are_those_of_the_published_vectors() throws Exception {
    try (var file = getClass().getResourceAsStream("/wycheproof/hmac_sha256_test.json")) {
      var seen = 0;
      for (var group : JsonMapper.shared().readTree(file).get("testGroups")) {
        var length = group.get("tagSize").asInt() / 8;
        for (var vector : group.get("tests")) {
          var whole =
              HmacSha256.tag(
                  bytes(vector.get("key").asString()), bytes(vector.get("msg").asString()));
          var tag = Arrays.copyOf(whole, length);
          assertThat(HmacSha256.same(tag, bytes(vector.get("tag").asString())))
              .as("vector %s", vector.get("tcId"))
              .isEqualTo(vector.get("result").asString().equals("valid"));
          seen++;
        }
      }
      assertThat(seen).isEqualTo(174);
    }
  }

  @Test
  void a_message_is_signed_as_the_specification_of_standard_webhooks_says() {
    var body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    var headers =
        StandardWebhooks.headers(
            List.of(SECRET),
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            Instant.ofEpochSecond(1614265330),
            body);
    assertThat(headers.get("webhook-signature"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void standard_webhooks_are_known_by_any_secret_that_is_valid() {
    var other = StandardWebhooks.secret(new byte[32]);
    var headers = StandardWebhooks.headers(List.of(other, SECRET), "msg_1", NOW, BODY);
    assertThat(StandardWebhooks.check(List.of(SECRET), headers, BODY, NOW))
        .isEqualTo(Checked.GENUINE);
    assertThat(StandardWebhooks.check(List.of(other), headers, BODY, NOW))
        .isEqualTo(Checked.GENUINE);
    var third = StandardWebhooks.secret(HexFormat.of().parseHex("ab".repeat(24)));
    assertThat(StandardWebhooks.check(List.of(third), headers, BODY, NOW))
        .isEqualTo(Checked.ALTERED);
  }

  @Test
  void any_altered_byte_of_body_id_or_time_is_noticed() {
    var headers = StandardWebhooks.headers(List.of(SECRET), "msg_1", NOW, BODY);
    for (var at = 0; at < BODY.length; at++) {
      var altered = BODY.clone();
      altered[at] ^= 1;
      assertThat(StandardWebhooks.check(List.of(SECRET), headers, altered, NOW))
          .isEqualTo(Checked.ALTERED);
      assertThat(SlackSignature.check("s", slack(NOW), altered, NOW)).isEqualTo(Checked.ALTERED);
    }
    for (var header : List.of("webhook-id", "webhook-timestamp")) {
      var altered = new HashMap<>(headers);
      altered.put(header, headers.getOrDefault(header, "").replace('1', '2'));
      assertThat(StandardWebhooks.check(List.of(SECRET), altered, BODY, NOW))
          .isNotEqualTo(Checked.GENUINE);
    }
  }

  @Test
  void what_is_older_or_newer_than_five_minutes_is_stale() {
    for (var apart : List.of(Duration.ofSeconds(301), Duration.ofSeconds(-301))) {
      var then = NOW.plus(apart);
      var headers = StandardWebhooks.headers(List.of(SECRET), "msg_1", then, BODY);
      assertThat(StandardWebhooks.check(List.of(SECRET), headers, BODY, NOW))
          .isEqualTo(Checked.STALE);
      assertThat(SlackSignature.check("s", slack(then), BODY, NOW)).isEqualTo(Checked.STALE);
    }
    var edge = StandardWebhooks.headers(List.of(SECRET), "msg_1", NOW.minusSeconds(300), BODY);
    assertThat(StandardWebhooks.check(List.of(SECRET), edge, BODY, NOW)).isEqualTo(Checked.GENUINE);
  }

  @Test
  void what_is_not_signed_is_told_so() {
    assertThat(StandardWebhooks.check(List.of(SECRET), Map.of(), BODY, NOW))
        .isEqualTo(Checked.UNSIGNED);
    var odd = new HashMap<>(slack(NOW));
    odd.put(SlackSignature.TIMESTAMP, "1e9");
    assertThat(SlackSignature.check("s", odd, BODY, NOW)).isEqualTo(Checked.UNSIGNED);
    assertThatThrownBy(() -> StandardWebhooks.key("whsec_c2hvcnQ="))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void slacks_own_example_is_genuine() {
    var body =
        ("token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
                + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands"
                + "%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
                + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c")
            .getBytes(StandardCharsets.UTF_8);
    var at = Instant.ofEpochSecond(1531420618);
    assertThat(SlackSignature.sign("8f742231b10e8888abcd99yyyzzz85a5", at, body))
        .isEqualTo("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503");
  }

  @Test
  void gongs_token_must_be_of_its_key_for_this_address_and_of_this_body() throws Exception {
    var keys = rsa();
    var path = "/hooks/cn-1";
    var good = token(keys, "https://crm.example" + path, BODY, NOW);
    var key = SignedJwt.key(Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
    assertThat(SignedJwt.check(key, good, path, BODY, NOW)).isEqualTo(Checked.GENUINE);
    assertThat(SignedJwt.check(key, good, "/hooks/cn-2", BODY, NOW)).isEqualTo(Checked.ALTERED);
    assertThat(SignedJwt.check(key, good, path, new byte[] {1}, NOW)).isEqualTo(Checked.ALTERED);
    assertThat(SignedJwt.check(key, good, path, BODY, NOW.plusSeconds(301)))
        .isEqualTo(Checked.STALE);
    assertThat(SignedJwt.check(rsa().getPublic(), good, path, BODY, NOW))
        .isEqualTo(Checked.ALTERED);
    assertThat(SignedJwt.check(key, Map.of(), path, BODY, NOW)).isEqualTo(Checked.UNSIGNED);
    var unsigned = Map.of("authorization", "Bearer eyJhbGciOiJub25lIn0.e30.");
    assertThat(SignedJwt.check(key, unsigned, path, BODY, NOW)).isEqualTo(Checked.ALTERED);
  }

  private static Map<String, String> slack(Instant at) {
    return Map.of(
        SlackSignature.TIMESTAMP,
        Long.toString(at.getEpochSecond()),
        SlackSignature.SIGNATURE,
        SlackSignature.sign("s", at, BODY));
  }

  private static Map<String, String> token(KeyPair keys, String address, byte[] body, Instant at)
      throws GeneralSecurityException, JoseException {
    var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    var signed = new JsonWebSignature();
    signed.setPayload(
        JsonMapper.shared()
            .writeValueAsString(
                Map.of("webhook_url", address, "body_sha256", hash, "iat", at.getEpochSecond())));
    signed.setKey(keys.getPrivate());
    signed.setAlgorithmHeaderValue("RS256");
    return Map.of("authorization", "Bearer " + signed.getCompactSerialization());
  }

  private static KeyPair rsa() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return Objects.requireNonNull(generator.generateKeyPair());
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
