package rapport.integrations.signature;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import rapport.runtime.identity.HmacSha256;

/**
 * Gong's signature: a JWT signed with RS256 in the header {@code Authorization}, with the hash of
 * the body and the address it is for.
 */
public final class SignedJwt {

  private static final String SCHEME = "Bearer ";

  private SignedJwt() {}

  /**
   * The key an administrator copied over.
   *
   * @param pem an RSA key as X.509, with or without the lines around it
   * @throws IllegalArgumentException when it is none
   */
  public static PublicKey key(String pem) {
    try {
      var bytes = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
      return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not an RSA public key", e);
    }
  }

  /**
   * Looks at a request.
   *
   * @param headers by their names in lower case
   * @param address the request must be for; its host is not compared, as a proxy may change it
   */
  public static Checked check(
      PublicKey key, Map<String, String> headers, String address, byte[] body, Instant now) {
    var header = headers.getOrDefault("authorization", "");
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Checked.UNSIGNED;
    }
    try {
      var claims = consumer(key).processToClaims(header.substring(SCHEME.length()).strip());
      if (!isFresh(claims, now)) {
        return Checked.STALE;
      }
      return isFor(claims, address) && isOf(claims, body) ? Checked.GENUINE : Checked.ALTERED;
    } catch (InvalidJwtException | MalformedClaimException _) {
      return Checked.ALTERED;
    }
  }

  private static JwtConsumer consumer(PublicKey key) {
    return new JwtConsumerBuilder()
        .setVerificationKey(key)
        .setSkipDefaultAudienceValidation()
        .setSkipAllDefaultValidators()
        .setJwsAlgorithmConstraints(
            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256))
        .build();
  }

  /** One that names no time may be kept and sent again: what it tells is then known already. */
  private static boolean isFresh(JwtClaims claims, Instant now) throws MalformedClaimException {
    NumericDate issued = claims.getIssuedAt();
    NumericDate expires = claims.getExpirationTime();
    return (issued == null || Window.holds(Instant.ofEpochSecond(issued.getValue()), now))
        && (expires == null
            || now.minus(Window.WIDTH).isBefore(Instant.ofEpochSecond(expires.getValue())));
  }

  private static boolean isFor(JwtClaims claims, String address) throws MalformedClaimException {
    var told = claims.getStringClaimValue("webhook_url");
    return told != null && told.replaceFirst("[?#].*$", "").endsWith(address);
  }

  private static boolean isOf(JwtClaims claims, byte[] body) throws MalformedClaimException {
    var told = claims.getStringClaimValue("body_sha256");
    return told != null && HmacSha256.same(told.toLowerCase(Locale.ROOT), hash(body));
  }

  private static String hash(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java knows SHA-256", e);
    }
  }
}
