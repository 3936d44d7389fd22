package rapport.gateway.oidc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import rapport.gateway.secret.DerivedKeys;
import rapport.gateway.secret.Seal;

/**
 * The cookie that carries a sign-in under way. Sealed, so that the browser can neither read nor
 * change it; SameSite=Lax, as it comes back from another site.
 */
@Component
class JourneyCookie {
  static final Duration LIFETIME = Duration.ofMinutes(10);
  private static final String NAME = "rapport-sign-in";
  private static final String ABOUT = "journey";

  private final Seal seal;
  private final Clock clock;

  JourneyCookie(DerivedKeys keys, Clock clock) {
    this.seal = new Seal(keys, "sign-in-journeys");
    this.clock = clock;
  }

  Journey setOut(String provider) {
    return Journey.to(provider, clock.instant().plus(LIFETIME));
  }

  ResponseCookie of(ServerHttpRequest request, Journey journey) {
    return cookie(request, seal.seal(journey.written(), ABOUT), LIFETIME);
  }

  ResponseCookie cleared(ServerHttpRequest request) {
    return cookie(request, "", Duration.ZERO);
  }

  /** The sign-in under way at that provider; empty when there is none, or it takes too long. */
  Optional<Journey> read(ServerHttpRequest request, String provider) {
    Instant now = clock.instant();
    return Optional.ofNullable(request.getCookies().getFirst(name(request)))
        .map(HttpCookie::getValue)
        .flatMap(this::opened)
        .filter(journey -> journey.provider().equals(provider))
        .filter(journey -> journey.expiresAt().isAfter(now));
  }

  private Optional<Journey> opened(String value) {
    try {
      return Journey.read(seal.open(value, ABOUT));
    } catch (IllegalStateException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static ResponseCookie cookie(ServerHttpRequest request, String value, Duration lifetime) {
    return ResponseCookie.from(name(request), value)
        .path("/")
        .maxAge(lifetime)
        .httpOnly(true)
        .secure(isSecure(request))
        .sameSite("Lax")
        .build();
  }

  private static String name(ServerHttpRequest request) {
    return isSecure(request) ? "__Host-" + NAME : NAME;
  }

  private static boolean isSecure(ServerHttpRequest request) {
    return "https".equals(request.getURI().getScheme());
  }
}
