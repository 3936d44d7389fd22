package rapport.gateway.route;

import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.web.server.ServerWebExchange;

/** A service behind the gateway. */
public enum Upstream {
  CONVERSATION("conversation-service", "conversation service"),
  PROFILE("profile-service", "profile service"),
  LEAD_INTELLIGENCE("lead-intelligence-service", "lead intelligence service"),
  HEALTH_SCORE("health-score-service", "health score service"),
  INTEGRATIONS("integrations-service", "integrations service");

  static final String METADATA = "upstream";

  private final String id;
  private final String plainName;

  Upstream(String id, String plainName) {
    this.id = id;
    this.plainName = plainName;
  }

  /** The application's name, which is also the audience of its tokens. */
  public String id() {
    return id;
  }

  /** How people are told about it. */
  public String plainName() {
    return plainName;
  }

  /** The service the routed request goes to. */
  public static Upstream of(ServerWebExchange exchange) {
    Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
    if (route.getMetadata().get(METADATA) instanceof Upstream upstream) {
      return upstream;
    }
    throw new IllegalStateException("route " + route.getId() + " names no service");
  }
}
