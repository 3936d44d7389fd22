package rapport.testkit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Service tokens, made from their description and not by the code that makes them in the product:
 * good ones and such as must not be believed.
 */
final class ProbeTokens {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration GOOD_FOR = Duration.ofSeconds(60);
  private static final Duration LONG_AGO = Duration.ofMinutes(3);

  private final PrivateKey key;
  private final String service;

  ProbeTokens(PrivateKey key, String service) {
    this.key = key;
    this.service = service;
  }

  /** The token they bring, null for nobody. */
  @Nullable String token(Asking asking, String workspace) {
    String kind = asking.kind();
    if (kind == null) {
      return null;
    }
    Instant issued = Instant.now();
    if (asking == Asking.EXPIRED) {
      issued = issued.minus(LONG_AGO);
    }
    var claims = new TreeMap<String, Object>();
    claims.put("iss", "rapport");
    claims.put("aud", asking == Asking.WRONG_AUDIENCE ? "another-service" : service);
    claims.put("sub", asking.wire());
    claims.put("name", asking.wire());
    claims.put("ws", workspace);
    claims.put("kind", kind);
    claims.put("roles", asking.roles());
    claims.put("iat", issued.getEpochSecond());
    claims.put("exp", issued.plus(GOOD_FOR).getEpochSecond());
    return signed(claims, asking == Asking.FORGED ? anotherKey() : key);
  }

  private static String signed(Map<String, Object> claims, PrivateKey key) {
    String text = part(Map.of("alg", "EdDSA")) + "." + part(claims);
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return text + "." + base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static PrivateKey anotherKey() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String part(Map<String, ?> values) {
    return base64(JSON.writeValueAsBytes(values));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
