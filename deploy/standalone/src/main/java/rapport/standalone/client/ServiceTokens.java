package rapport.standalone.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Tokens as the gateway mints them for the callers it knows, each used for a while. */
public final class ServiceTokens implements Supplier<String> {

  private static final Duration LIFETIME = Duration.ofSeconds(60);
  private static final Duration REUSED = LIFETIME.dividedBy(3);

  private final PrivateKey key;
  private final String audience;
  private final String kind;
  private String token = "";
  private long mintedAt;

  private ServiceTokens(PrivateKey key, String audience, String kind) {
    this.key = key;
    this.audience = audience;
    this.kind = kind;
  }

  /**
   * @param privateKey PEM file of an Ed25519 key
   * @param audience the service they are for
   */
  public static ServiceTokens of(Path privateKey, String audience) throws IOException {
    try {
      var base64 = Files.readString(privateKey).replaceAll("-----[A-Z ]+-----|\\s", "");
      var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
      return new ServiceTokens(
          KeyFactory.getInstance("Ed25519").generatePrivate(spec), audience, "user");
    } catch (GeneralSecurityException e) {
      throw new IOException(privateKey + " is no Ed25519 key", e);
    }
  }

  /** The same as one service gives another. */
  public ServiceTokens asService() {
    return new ServiceTokens(key, audience, "service");
  }

  @Override
  public synchronized String get() {
    if (token.isEmpty() || System.nanoTime() - mintedAt > REUSED.toNanos()) {
      token = mint();
      mintedAt = System.nanoTime();
    }
    return token;
  }

  private String mint() {
    var claims = new JwtClaims();
    claims.setIssuer("rapport");
    claims.setAudience(audience);
    claims.setSubject("operator");
    claims.setJwtId(UUID.randomUUID().toString());
    claims.setIssuedAtToNow();
    var expiry = NumericDate.now();
    expiry.addSeconds(LIFETIME.toSeconds());
    claims.setExpirationTime(expiry);
    claims.setStringClaim("ws", "main");
    claims.setStringClaim("name", "Operator");
    claims.setStringClaim("kind", kind);
    claims.setStringListClaim("roles", List.of("admin"));
    var signed = new JsonWebSignature();
    signed.setPayload(claims.toJson());
    signed.setKey(key);
    signed.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
    try {
      return signed.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("a token cannot be signed", e);
    }
  }
}
