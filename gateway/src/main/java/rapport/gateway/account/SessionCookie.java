package rapport.gateway.account;

import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * The cookie that carries a session's token. Over https its name begins with {@code __Host-}, so no
 * other host or plain page can have set it.
 */
public final class SessionCookie {
  static final String NAME = "rapport";
  static final String SECURE_NAME = "__Host-rapport";

  private SessionCookie() {}

  /** The token a request brings in its cookie. */
  public static Optional<String> read(ServerHttpRequest request) {
    return Optional.ofNullable(request.getCookies().getFirst(name(request)))
        .map(HttpCookie::getValue)
        .filter(value -> !value.isEmpty());
  }

  static ResponseCookie of(ServerHttpRequest request, OpaqueToken token, Duration lifetime) {
    return cookie(request, token.value(), lifetime);
  }

  static ResponseCookie cleared(ServerHttpRequest request) {
    return cookie(request, "", Duration.ZERO);
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
    return isSecure(request) ? SECURE_NAME : NAME;
  }

  private static boolean isSecure(ServerHttpRequest request) {
    return "https".equals(request.getURI().getScheme());
  }
}
