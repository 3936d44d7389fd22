package rapport.runtime.identity;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** Gives controller methods the {@link Caller} of the request. */
final class CallerArgumentResolver implements HandlerMethodArgumentResolver {

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Caller.class;
  }

  @Override
  public Mono<Object> resolveArgument(
      MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
    return Mono.justOrEmpty(exchange.<Object>getAttribute(Caller.ATTRIBUTE))
        .switchIfEmpty(
            Mono.error(
                Problem.of(HttpStatus.UNAUTHORIZED, "unauthenticated", "Sign in to do this.")));
  }
}
