package rapport.gateway.widget;

import java.time.Duration;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import rapport.gateway.FilterOrder;
import rapport.gateway.route.PathKind;
import rapport.gateway.route.VisitorPaths;
import reactor.core.publisher.Mono;

/**
 * The widget lives on other people's pages: pages of the origins that keys allow may ask for what
 * it needs, without cookies. A preflight names no key, so it passes when any key allows the origin;
 * whether this key does is decided on the request itself.
 */
@Component
@Order(FilterOrder.WIDGET_ORIGINS)
final class WidgetCors implements WebFilter {
  private static final Duration REMEMBERED = Duration.ofHours(1);
  private static final List<HttpMethod> METHODS = List.of(HttpMethod.GET, HttpMethod.POST);
  private static final List<String> REQUEST_HEADERS =
      List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.CONTENT_TYPE, "Last-Event-ID", "X-Request-Id");
  private static final List<String> ANSWER_HEADERS =
      List.of(HttpHeaders.RETRY_AFTER, "X-Request-Id");

  private final KeyBook book;

  WidgetCors(KeyBook book) {
    this.book = book;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    ServerHttpRequest request = exchange.getRequest();
    String origin = request.getHeaders().getOrigin();
    if (isFile(request)) {
      open(exchange.getResponse().getHeaders());
    }
    if (!isWidgets(request)) {
      return chain.filter(exchange);
    }
    exchange.getResponse().getHeaders().add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    if (origin == null || !CorsUtils.isCorsRequest(request)) {
      return chain.filter(exchange);
    }
    return book.pages()
        .map(pages -> pages.allow(origin))
        .flatMap(allowed -> {
          if (allowed) {
            allow(origin, exchange.getResponse().getHeaders());
          }
          return CorsUtils.isPreFlightRequest(request)
              ? preflight(exchange, allowed)
              : chain.filter(exchange);
        });
  }

  /** The widget's own files are for every page, also for those that isolate themselves. */
  private static boolean isFile(ServerHttpRequest request) {
    String path = request.getPath().value();
    return path.equals("/widget.js") || path.startsWith("/widget/");
  }

  private static void open(HttpHeaders headers) {
    headers.setAccessControlAllowOrigin("*");
    headers.set("Cross-Origin-Resource-Policy", "cross-origin");
  }

  private static boolean isWidgets(ServerHttpRequest request) {
    return PathKind.of(request.getPath()) == PathKind.WIDGET
        || VisitorPaths.contain(request.getPath());
  }

  private static void allow(String origin, HttpHeaders headers) {
    headers.setAccessControlAllowOrigin(origin);
    headers.setAccessControlExposeHeaders(ANSWER_HEADERS);
  }

  private static Mono<Void> preflight(ServerWebExchange exchange, boolean allowed) {
    if (!allowed) {
      return Mono.error(Usable.notAllowed());
    }
    HttpHeaders headers = exchange.getResponse().getHeaders();
    headers.setAccessControlAllowMethods(METHODS);
    headers.setAccessControlAllowHeaders(REQUEST_HEADERS);
    headers.setAccessControlMaxAge(REMEMBERED);
    exchange.getResponse().setStatusCode(HttpStatus.NO_CONTENT);
    return exchange.getResponse().setComplete();
  }
}
