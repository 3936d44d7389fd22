package rapport.runtime.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * Tokens by which the gateway tells services who is calling: a JWT signed with Ed25519 that lives
 * {@link #LIFETIME} and is good for one service, its audience.
 */
public final class ServiceTokens {

  /** The header a token travels in. */
  public static final String HEADER = "X-Rapport-Token";

  /** How long a token is good for. */
  public static final Duration LIFETIME = Duration.ofSeconds(60);

  private static final int CLOCK_SKEW_SECONDS = 30;
  private static final String ISSUER = "rapport";

  private final @Nullable PrivateKey privateKey;
  private final @Nullable PublicKey publicKey;
  private final Clock clock;

  /**
   * The gateway uses a token for some seconds; to check its signature each time is a sixth of a
   * turn.
   */
  private final Cache<Presented, Verified> verified =
      Caffeine.newBuilder()
          .maximumSize(2_000)
          .expireAfterWrite(LIFETIME.plusSeconds(CLOCK_SKEW_SECONDS))
          .build();

  private record Presented(String token, String audience) {}

  private record Verified(Caller caller, Instant goodUntil) {}

  /**
   * @param privateKey needed to {@link #mint}
   * @param publicKey needed to {@link #verify}
   */
  public ServiceTokens(
      @Nullable PrivateKey privateKey, @Nullable PublicKey publicKey, Clock clock) {
    this.privateKey = privateKey;
    this.publicKey = publicKey;
    this.clock = clock;
  }

  /**
   * A token that tells {@code audience}, a service's name, who is calling.
   *
   * @throws IllegalStateException when there is no private key
   */
  public String mint(Caller caller, String audience) {
    if (privateKey == null) {
      throw new IllegalStateException(
          "no private key to sign with: RAPPORT_SERVICE_PRIVATE_KEY_FILE");
    }
    var now = clock.instant();
    var claims = new JwtClaims();
    claims.setIssuer(ISSUER);
    claims.setAudience(audience);
    claims.setSubject(caller.subject());
    claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(now.plus(LIFETIME).getEpochSecond()));
    claims.setStringClaim("ws", caller.workspace());
    claims.setStringClaim("name", caller.name());
    claims.setStringListClaim("roles", caller.roles().stream().map(Role::wire).sorted().toList());
    claims.setStringClaim("kind", caller.kind().wire());
    var signature = new JsonWebSignature();
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
    signature.setKey(privateKey);
    signature.setPayload(claims.toJson());
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("cannot sign a token", e);
    }
  }

  /**
   * A statement signed with the services' key, as compact JWS (EdDSA), which anybody with the
   * public key can check.
   *
   * @param type says what it is, so that nothing else that was signed passes for it
   * @throws IllegalStateException when there is no private key
   */
  public String sign(String type, String statement) {
    if (privateKey == null) {
      throw new IllegalStateException(
          "no private key to sign with: RAPPORT_SERVICE_PRIVATE_KEY_FILE");
    }
    var signature = new JsonWebSignature();
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
    signature.setHeader("typ", type);
    signature.setKey(privateKey);
    signature.setPayload(statement);
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("cannot sign a statement", e);
    }
  }

  /** The statement of that type; empty when it was not signed by us, or was altered. */
  public Optional<String> signed(String type, String jws) {
    var signature = new JsonWebSignature();
    signature.setAlgorithmConstraints(
        new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA));
    signature.setKey(publicKey);
    try {
      signature.setCompactSerialization(jws);
      return publicKey != null
              && signature.verifySignature()
              && type.equals(signature.getHeader("typ"))
          ? Optional.of(signature.getPayload())
          : Optional.empty();
    } catch (JoseException _) {
      return Optional.empty();
    }
  }

  /**
   * Who the bearer of this token is.
   *
   * @throws InvalidTokenException when it was not signed by us, is not for {@code audience}, is out
   *     of date, or says something we do not understand
   */
  public Caller verify(String token, String audience) {
    if (publicKey == null) {
      throw new InvalidTokenException(
          "no public key to verify with: RAPPORT_SERVICE_PUBLIC_KEY_FILE");
    }
    var presented = new Presented(token, audience);
    var known = verified.getIfPresent(presented);
    if (known != null && clock.instant().isBefore(known.goodUntil())) {
      return known.caller();
    }
    var checked = check(token, audience, publicKey);
    verified.put(presented, checked);
    return checked.caller();
  }

  private Verified check(String token, String audience, PublicKey key) {
    var consumer =
        new JwtConsumerBuilder()
            .setJwsAlgorithmConstraints(
                new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA))
            .setVerificationKey(key)
            .setExpectedIssuer(ISSUER)
            .setExpectedAudience(audience)
            .setRequireSubject()
            .setRequireIssuedAt()
            .setRequireExpirationTime()
            .setMaxFutureValidityInMinutes(2)
            .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
            .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
            .build();
    try {
      var claims = consumer.processToClaims(token);
      var expiry = Instant.ofEpochMilli(claims.getExpirationTime().getValueInMillis());
      return new Verified(caller(claims), expiry.plusSeconds(CLOCK_SKEW_SECONDS));
    } catch (InvalidJwtException | MalformedClaimException e) {
      throw new InvalidTokenException("the service token is not valid", e);
    }
  }

  private static Caller caller(JwtClaims claims) throws MalformedClaimException {
    var kind =
        Caller.Kind.of(text(claims, "kind"))
            .orElseThrow(() -> new InvalidTokenException("the service token has an unknown kind"));
    return new Caller(
        text(claims, "ws"), claims.getSubject(), text(claims, "name"), roles(claims), kind);
  }

  private static String text(JwtClaims claims, String name) throws MalformedClaimException {
    var text = claims.getStringClaimValue(name);
    if (text == null) {
      throw new InvalidTokenException("the service token lacks " + name);
    }
    return text;
  }

  private static Set<Role> roles(JwtClaims claims) throws MalformedClaimException {
    List<String> names = claims.getStringListClaimValue("roles");
    if (names == null) {
      throw new InvalidTokenException("the service token lacks roles");
    }
    return names.stream()
        .map(name ->
            Role.of(name)
                .orElseThrow(
                    () -> new InvalidTokenException("the service token has an unknown role")))
        .collect(Collectors.toUnmodifiableSet());
  }
}
