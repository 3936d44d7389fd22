package rapport.gateway.widget;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.runtime.identity.HmacSha256;

/**
 * Checks that a site vouches for its visitor: by a JWT signed with the key's secret (HS256; {@code
 * sub}, {@code exp} at most an hour ahead, {@code email?}), or, for sites that come from other
 * chats, by the hex HMAC-SHA256 of the visitor's id.
 */
@Component
class Vouching {
  private static final int LONGEST_MINUTES = 60;
  private static final int SKEW_SECONDS = 60;
  private static final int LONGEST_TEXT = 254;

  private final WidgetSecrets secrets;
  private final Clock clock;

  Vouching(WidgetSecrets secrets, Clock clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * What a page says about its visitor: {@code token}, or {@code externalId} and {@code hash}.
   *
   * @param token a JWT of the site's server
   * @param email ignored: an address is believed from a token only
   */
  record Claim(
      @Nullable String token,
      @Nullable String externalId,
      @Nullable String email,
      @Nullable String hash) {
    @Override
    public String toString() {
      return "Claim[secret]";
    }
  }

  /**
   * Somebody the site knows.
   *
   * @param email as the site's token gives it
   */
  record Known(String externalId, @Nullable String email) {}

  /** The visitor, when the site has vouched; empty when nothing is claimed or it is not true. */
  Optional<Known> known(WidgetKey key, @Nullable Claim claim) {
    if (claim == null || key.sealedSecret() == null) {
      return Optional.empty();
    }
    byte[] secret = secrets.open(key.sealedSecret(), key.id()).getBytes(StandardCharsets.UTF_8);
    if (claim.token() != null) {
      return byToken(secret, claim.token());
    }
    return claim.externalId() != null && claim.hash() != null
        ? byHash(secret, claim.externalId(), claim.hash())
        : Optional.empty();
  }

  private Optional<Known> byToken(byte[] secret, String token) {
    var consumer =
        new JwtConsumerBuilder()
            .setJwsAlgorithmConstraints(
                new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256))
            .setVerificationKey(new HmacKey(secret))
            .setSkipDefaultAudienceValidation()
            .setRequireSubject()
            .setRequireExpirationTime()
            .setMaxFutureValidityInMinutes(LONGEST_MINUTES)
            .setAllowedClockSkewInSeconds(SKEW_SECONDS)
            .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
            .build();
    try {
      var claims = consumer.processToClaims(token);
      String email = claims.getStringClaimValue("email");
      return known(claims.getSubject(), email);
    } catch (InvalidJwtException | MalformedClaimException _) {
      return Optional.empty();
    }
  }

  private static Optional<Known> byHash(byte[] secret, String externalId, String hash) {
    byte[] tag = HmacSha256.tag(secret, externalId.getBytes(StandardCharsets.UTF_8));
    String expected = HexFormat.of().formatHex(tag);
    return HmacSha256.same(expected, hash.toLowerCase(Locale.ROOT))
        ? known(externalId, null)
        : Optional.empty();
  }

  private static Optional<Known> known(String externalId, @Nullable String email) {
    return externalId.isBlank() || externalId.length() > LONGEST_TEXT
        ? Optional.empty()
        : Optional.of(
            new Known(externalId, email == null || email.length() > LONGEST_TEXT ? null : email));
  }
}
