package rapport.gateway.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;
import rapport.runtime.identity.Caller;

/**
 * A caller who has proved who they are, and by what.
 *
 * @param tokenHash the hash of the token shown
 * @param viaApiToken whether it was an API token, not a session's
 * @param readOnly whether nothing may be changed with it
 * @param email of the user
 * @param expiresAt when the token stops being good, null for never
 */
public record Access(
    Caller caller,
    String tokenHash,
    boolean viaApiToken,
    boolean readOnly,
    String email,
    @Nullable Instant expiresAt) {

  private static final String ATTRIBUTE = Access.class.getName();

  /** Makes this the access of the request, and its caller the request's caller. */
  public void grant(ServerWebExchange exchange) {
    exchange.getAttributes().put(ATTRIBUTE, this);
    exchange.getAttributes().put(Caller.ATTRIBUTE, caller);
  }

  /** The access of the request, null when nobody proved anything. */
  public static @Nullable Access of(ServerWebExchange exchange) {
    return exchange.getAttribute(ATTRIBUTE);
  }

  boolean isGoodAt(Instant time) {
    return expiresAt == null || expiresAt.isAfter(time);
  }
}
