package rapport.gateway.oidc;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Believes an ID token, or not: signed with a key of the provider's by an algorithm with public
 * keys, of that issuer, for us, in date, and an answer to what this browser asked.
 */
final class IdTokens {
  private static final int SKEW_SECONDS = 60;
  private static final AlgorithmConstraints PUBLIC_KEYS =
      new AlgorithmConstraints(
          ConstraintType.PERMIT,
          AlgorithmIdentifiers.RSA_USING_SHA256,
          AlgorithmIdentifiers.RSA_USING_SHA384,
          AlgorithmIdentifiers.RSA_USING_SHA512,
          AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
          AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
          AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
          AlgorithmIdentifiers.EDDSA);

  private final URI issuer;
  private final String clientId;

  IdTokens(URI issuer, String clientId) {
    this.issuer = issuer;
    this.clientId = clientId;
  }

  /** It is signed with a key that is not among those known. */
  static final class UnknownKeyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnknownKeyException() {
      super("signed with an unknown key", null, false, false);
    }
  }

  /**
   * What the token says.
   *
   * @throws RefusedException when it is not to be believed
   * @throws UnknownKeyException when other keys might help
   */
  JwtClaims verified(String token, List<JsonWebKey> keys, String nonce, Instant now) {
    try {
      JwtClaims claims =
          new JwtConsumerBuilder()
              .setJwsAlgorithmConstraints(PUBLIC_KEYS)
              .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys))
              .setExpectedIssuer(true, issuer.toString())
              .setExpectedAudience(true, clientId)
              .setRequireSubject()
              .setRequireExpirationTime()
              .setRequireIssuedAt()
              .setAllowedClockSkewInSeconds(SKEW_SECONDS)
              .setEvaluationTime(NumericDate.fromMilliseconds(now.toEpochMilli()))
              .build()
              .processToClaims(token);
      return answers(claims, nonce);
    } catch (InvalidJwtException e) {
      if (e.getCause() instanceof UnresolvableKeyException) {
        throw new UnknownKeyException();
      }
      throw RefusedException.refused("its ID token is not good");
    } catch (MalformedClaimException _) {
      throw RefusedException.refused("its ID token is malformed");
    }
  }

  private JwtClaims answers(JwtClaims claims, String nonce) throws MalformedClaimException {
    String told = claims.getStringClaimValue("nonce");
    if (told == null || !same(told, nonce)) {
      throw RefusedException.refused("its ID token answers another request");
    }
    String party = claims.getStringClaimValue("azp");
    boolean others = claims.getAudience().size() > 1;
    if (party == null ? others : !party.equals(clientId)) {
      throw RefusedException.refused("its ID token is for somebody else");
    }
    return claims;
  }

  static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
