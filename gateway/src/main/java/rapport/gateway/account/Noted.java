package rapport.gateway.account;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;
import rapport.runtime.identity.Caller;

/** What is known of a request only while it is answered, for whoever writes it down. */
public final class Noted {
  private static final String CLAIMED = Noted.class.getName() + ".claimed";
  private static final String CHANGES = Noted.class.getName() + ".changes";

  private Noted() {}

  /** Somebody says to be this user; whether it is true, the answer shows. */
  static void claimed(ServerWebExchange exchange, User user) {
    exchange.getAttributes().put(CLAIMED, user.caller(user.roles()));
  }

  /** Something is different now, such as {@code roles: sales -> admin}. Never a secret. */
  static void changed(ServerWebExchange exchange, String what) {
    List<String> changes = new ArrayList<>(changes(exchange));
    changes.add(what);
    exchange.getAttributes().put(CHANGES, changes);
  }

  /** Who the sender of the request says to be, without having proved it before. */
  public static @Nullable Caller claimedBy(ServerWebExchange exchange) {
    return exchange.getAttribute(CLAIMED);
  }

  /** What was changed. */
  public static List<String> changes(ServerWebExchange exchange) {
    List<String> changes = exchange.getAttribute(CHANGES);
    return changes == null ? List.of() : changes;
  }
}
