package rapport.gateway.widget;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.reactive.CorsUtils;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** Which key a request may use. */
@Component
class Usable {
  private final KeyBook book;

  Usable(KeyBook book) {
    this.book = book;
  }

  /**
   * The key, when it is there, enabled, and good for where the request comes from. A request
   * without an origin comes from no page of others: browsers do not let a page hide it.
   *
   * @return fails with 403 {@code widget-key-unusable} or {@code origin-not-allowed}
   */
  Mono<WidgetKey> key(@Nullable String id, ServerHttpRequest request) {
    return book.pages()
        .flatMap(pages -> Mono.justOrEmpty(pages.key(id)))
        .switchIfEmpty(
            Mono.error(() ->
                Problem.of(
                    HttpStatus.FORBIDDEN,
                    "widget-key-unusable",
                    "This widget key is not known, or is disabled.")))
        .doOnNext(key -> check(key, request));
  }

  /** Throws 403 {@code origin-not-allowed} when the request comes from a page it must not. */
  static void check(WidgetKey key, ServerHttpRequest request) {
    String origin = request.getHeaders().getOrigin();
    if (origin != null
        && CorsUtils.isCorsRequest(request)
        && !Origins.allow(key.origins(), origin)) {
      throw notAllowed();
    }
  }

  static Problem notAllowed() {
    return Problem.of(
        HttpStatus.FORBIDDEN,
        "origin-not-allowed",
        "This widget key may not be used on pages of this origin.");
  }
}
