package rapport.gateway.widget;

import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import rapport.runtime.identity.Caller;
import reactor.core.publisher.Mono;

/** Lets visitors in by their tokens. */
@Component
public class VisitorAccess {
  private final VisitorTokens tokens;
  private final KeyBook book;

  VisitorAccess(VisitorTokens tokens, KeyBook book) {
    this.tokens = tokens;
    this.book = book;
  }

  /** Whether a bearer token is meant to be a visitor's. */
  public boolean isVisitors(String bearer) {
    return bearer.startsWith(VisitorTokens.PREFIX);
  }

  /**
   * Makes the visitor the request's caller. Does nothing when the token is not good or its key is
   * not enabled any more; fails with 403 {@code origin-not-allowed} when the key may not be used
   * from there.
   */
  public Mono<Void> admit(String bearer, ServerWebExchange exchange) {
    return Mono.justOrEmpty(tokens.opened(bearer))
        .flatMap(visitor ->
            book.pages()
                .flatMap(pages -> Mono.justOrEmpty(pages.key(visitor.key())))
                .doOnNext(key -> {
                  Usable.check(key, exchange.getRequest());
                  exchange.getAttributes().put(Caller.ATTRIBUTE, visitor.caller());
                }))
        .then();
  }
}
