package rapport.gateway.widget;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
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
import org.springframework.stereotype.Component;

/**
 * What visitors show to be let into their conversation: {@code rpv_} and a signed JWT. It opens the
 * conversation for an hour; for a month it can be exchanged for a new one.
 */
@Component
class VisitorTokens {
  static final String PREFIX = "rpv_";
  private static final String ISSUER = "rapport-widget";

  private final WidgetSecrets secrets;
  private final WidgetSettings settings;
  private final Clock clock;

  VisitorTokens(WidgetSecrets secrets, WidgetSettings settings, Clock clock) {
    this.secrets = secrets;
    this.settings = settings;
    this.clock = clock;
  }

  /** A token and when it stops opening the conversation. */
  record Issued(String token, Instant expiresAt) {
    @Override
    public String toString() {
      return "Issued[secret]";
    }
  }

  private record Shown(Visitor visitor, Instant issuedAt, Instant expiresAt) {}

  Issued issue(Visitor visitor) {
    Instant now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
    Instant expiresAt = now.plus(settings.token());
    var claims = new JwtClaims();
    claims.setIssuer(ISSUER);
    claims.setSubject(visitor.id());
    claims.setIssuedAt(date(now));
    claims.setExpirationTime(date(expiresAt));
    claims.setStringClaim("ws", visitor.workspace());
    claims.setStringClaim("key", visitor.key());
    var signature = new JsonWebSignature();
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
    signature.setKey(secrets.signing());
    signature.setPayload(claims.toJson());
    try {
      return new Issued(PREFIX + signature.getCompactSerialization(), expiresAt);
    } catch (JoseException e) {
      throw new IllegalStateException("cannot sign a token", e);
    }
  }

  /** Who shows the token; empty when it is not ours or out of date. */
  Optional<Visitor> opened(String token) {
    return shown(token)
        .filter(shown -> shown.expiresAt().isAfter(clock.instant()))
        .map(Shown::visitor);
  }

  /** Whose token it is, while it can be exchanged for a new one. */
  Optional<Visitor> renewed(@Nullable String token) {
    return Optional.ofNullable(token)
        .flatMap(this::shown)
        .filter(shown -> shown.issuedAt().plus(settings.renewable()).isAfter(clock.instant()))
        .map(Shown::visitor);
  }

  private Optional<Shown> shown(String token) {
    if (!token.startsWith(PREFIX)) {
      return Optional.empty();
    }
    // Expiry is looked at by those who ask: one that is over can still be renewed.
    var consumer =
        new JwtConsumerBuilder()
            .setJwsAlgorithmConstraints(
                new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256))
            .setVerificationKey(secrets.signing())
            .setSkipAllDefaultValidators()
            .build();
    try {
      var claims = consumer.processToClaims(token.substring(PREFIX.length()));
      return ISSUER.equals(claims.getIssuer()) ? Optional.of(shown(claims)) : Optional.empty();
    } catch (InvalidJwtException | MalformedClaimException _) {
      return Optional.empty();
    }
  }

  private static Shown shown(JwtClaims claims) throws MalformedClaimException {
    return new Shown(
        new Visitor(
            claims.getStringClaimValue("ws"),
            claims.getStringClaimValue("key"),
            claims.getSubject()),
        Instant.ofEpochSecond(claims.getIssuedAt().getValue()),
        Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
  }

  private static NumericDate date(Instant at) {
    return NumericDate.fromSeconds(at.getEpochSecond());
  }
}
