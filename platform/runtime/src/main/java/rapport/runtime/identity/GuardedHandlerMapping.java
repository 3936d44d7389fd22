package rapport.runtime.identity;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** Finds the controller method for a request, and holds it to its {@link Allow}. */
final class GuardedHandlerMapping extends RequestMappingHandlerMapping {

  @Override
  public Mono<HandlerMethod> getHandlerInternal(ServerWebExchange exchange) {
    return super.getHandlerInternal(exchange)
        .flatMap(handler -> {
          var refusal = refusal(exchange, handler);
          return refusal == null ? Mono.just(handler) : Mono.error(refusal);
        });
  }

  private static @Nullable Problem refusal(ServerWebExchange exchange, HandlerMethod handler) {
    var request = exchange.getRequest();
    Caller caller = exchange.getAttribute(Caller.ATTRIBUTE);
    if (caller != null && namesAnotherWorkspace(exchange, caller)) {
      return Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such thing here.");
    }
    var allow = annotation(handler, Allow.class);
    if (allow == null) {
      var open =
          annotation(handler, AllowAnyone.class) != null
              || request.getMethod().equals(HttpMethod.OPTIONS)
              || !isGuarded(exchange);
      return open ? null : forbidden();
    }
    if (caller == null) {
      return Problem.of(HttpStatus.UNAUTHORIZED, "unauthenticated", "Sign in to do this.");
    }
    return permits(allow, caller) ? null : forbidden();
  }

  private static boolean permits(Allow allow, Caller caller) {
    if (!Arrays.asList(allow.kinds()).contains(caller.kind())) {
      return false;
    }
    return caller.kind() == Caller.Kind.VISITOR
        || (allow.value().length == 0 ? !caller.roles().isEmpty() : caller.hasAny(allow.value()));
  }

  /** By the pattern too: a path may be spelled in more ways than one. */
  private static boolean isGuarded(ServerWebExchange exchange) {
    PathPattern pattern = exchange.getAttribute(BEST_MATCHING_PATTERN_ATTRIBUTE);
    return pattern == null
        || isGuarded(pattern.getPatternString())
        || isGuarded(exchange.getRequest().getPath().pathWithinApplication().value());
  }

  private static boolean isGuarded(String path) {
    return path.startsWith("/api") || path.startsWith("/internal");
  }

  private static boolean namesAnotherWorkspace(ServerWebExchange exchange, Caller caller) {
    Map<String, String> variables = exchange.getAttribute(URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    var workspace = variables == null ? null : variables.get("workspace");
    return workspace != null && !workspace.equals(caller.workspace());
  }

  /** What the method says counts, then what its class says. */
  private static <A extends Annotation> @Nullable A annotation(
      HandlerMethod handler, Class<A> type) {
    var onMethod = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), type);
    if (onMethod != null || isDecided(handler)) {
      return onMethod;
    }
    return AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), type);
  }

  private static boolean isDecided(HandlerMethod handler) {
    return handler.hasMethodAnnotation(Allow.class)
        || handler.hasMethodAnnotation(AllowAnyone.class);
  }

  private static Problem forbidden() {
    return Problem.of(HttpStatus.FORBIDDEN, "forbidden", "Your role does not permit this.");
  }
}
