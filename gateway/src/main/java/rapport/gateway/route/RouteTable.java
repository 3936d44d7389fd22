package rapport.gateway.route;

import static rapport.gateway.route.Upstream.CONVERSATION;
import static rapport.gateway.route.Upstream.HEALTH_SCORE;
import static rapport.gateway.route.Upstream.INTEGRATIONS;
import static rapport.gateway.route.Upstream.LEAD_INTELLIGENCE;
import static rapport.gateway.route.Upstream.PROFILE;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.Buildable;
import org.springframework.cloud.gateway.route.builder.PredicateSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.route.builder.UriSpec;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.PathContainer;
import org.springframework.web.server.ServerWebExchange;
import rapport.runtime.identity.Caller;

/**
 * Which service answers which path. What is not here is not routed; the services' own {@code
 * /actuator} never is, and of {@code /internal} only what visitors of a website are led to.
 */
@Configuration(proxyBeanMethods = false)
class RouteTable {
  private static final Duration NO_LIMIT = Duration.ofMillis(-1);
  private static final String VIEW = "/api/v1/conversations/{id}/";

  private static final Caller NOBODY =
      new Caller("hooks", "hook", "hook", Set.of(), Caller.Kind.VISITOR);

  /** The resources under {@code /api/v1} each service owns. */
  private static final Map<Upstream, List<String>> RESOURCES =
      Map.of(
          CONVERSATION, List.of("flows", "conversations"),
          PROFILE,
              List.of(
                  "profiles",
                  "buying-processes",
                  "people",
                  "accounts",
                  "contacts",
                  "interactions",
                  "deals",
                  "privacy"),
          LEAD_INTELLIGENCE, List.of("leads", "personas", "sites"),
          HEALTH_SCORE, List.of("health-scores", "alerts", "reports"),
          INTEGRATIONS, List.of("integrations", "automations", "tasks"));

  private final RouteSettings settings;

  RouteTable(RouteSettings settings) {
    this.settings = settings;
  }

  @Bean
  RouteLocator routes(RouteLocatorBuilder locator) {
    var routes = locator.routes();
    routes.route("visitor-feeds", route -> visitors(route, true));
    routes.route("visitors", route -> visitors(route, false));
    routes.route("conversation-views", this::conversationViews);
    routes.route("conversation-uploads", this::uploads);
    routes.route(
        "archives", route -> to(PROFILE, route.path(PathKind.ARCHIVE), settings.uploadWithin()));
    routes.route(
        "genkit", route -> to(CONVERSATION, route.path("/genkit/**"), settings.genkitWithin()));
    routes.route("hooks", this::hooks);
    for (Upstream upstream : Upstream.values()) {
      String[] paths = paths(upstream);
      routes.route(
          upstream.id() + "-feeds",
          route ->
              to(
                  upstream,
                  route
                      .path(paths)
                      .and()
                      .predicate(exchange -> isFeed(exchange.getRequest().getPath())),
                  NO_LIMIT));
      routes.route(
          upstream.id(), route -> to(upstream, route.path(paths), settings.answerWithin()));
    }
    return routes.build();
  }

  /** Visitors see less of their conversations than people of the workspace do. */
  private Buildable<Route> visitors(PredicateSpec route, boolean feed) {
    UriSpec rewritten =
        route
            .predicate(exchange ->
                isVisitor(exchange)
                    && VisitorPaths.contain(exchange.getRequest().getPath())
                    && isFeed(exchange.getRequest().getPath()) == feed)
            .filters(filter ->
                filter.rewritePath(
                    "/api/v1/conversations/(?<rest>.*)",
                    "/internal/visitor/conversations/${rest}"));
    return to(CONVERSATION, rewritten, feed ? NO_LIMIT : settings.answerWithin());
  }

  private static boolean isVisitor(ServerWebExchange exchange) {
    return exchange.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller
        && caller.kind() == Caller.Kind.VISITOR;
  }

  /** What is asked of a conversation but answered from its record. */
  private Buildable<Route> conversationViews(PredicateSpec route) {
    UriSpec rewritten =
        route
            .path(VIEW + "export", VIEW + "history")
            .filters(filter ->
                filter.rewritePath(
                    "/api/v1/conversations/(?<id>[^/]+)/(?<view>export|history)",
                    "/api/v1/records/${id}/${view}"));
    return to(PROFILE, rewritten, settings.answerWithin());
  }

  /** Whoever calls here has nothing but a signature; to the service that is nobody yet. */
  private Buildable<Route> hooks(PredicateSpec route) {
    UriSpec asNobody =
        route
            .path("/hooks/{connection}")
            .filters(filter ->
                filter.filter((exchange, chain) -> {
                  exchange.getAttributes().put(Caller.ATTRIBUTE, NOBODY);
                  return chain.filter(exchange);
                }));
    return to(INTEGRATIONS, asNobody, settings.answerWithin());
  }

  private Buildable<Route> uploads(PredicateSpec route) {
    return to(CONVERSATION, route.path(VIEW + "image"), settings.uploadWithin());
  }

  private Buildable<Route> to(Upstream upstream, UriSpec route, Duration answerWithin) {
    return route
        .metadata(Upstream.METADATA, upstream)
        .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, answerWithin.toMillis())
        .uri(settings.address(upstream));
  }

  private static String[] paths(Upstream upstream) {
    return RESOURCES.getOrDefault(upstream, List.of()).stream()
        .map(resource -> "/api/v1/" + resource + "/**")
        .toArray(String[]::new);
  }

  static boolean isFeed(PathContainer path) {
    List<String> segments = PathKind.segments(path);
    return !segments.isEmpty() && segments.getLast().equals("feed");
  }
}
