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
   * from there, and {@code identity-required} when it is by now for visitors the site vouches for
   * only, and this one is none.
   */
  public Mono<Void> admit(String bearer, ServerWebExchange exchange) {
    return Mono.justOrEmpty(tokens.opened(bearer))
        .flatMap(visitor ->
            book.pages()
                .flatMap(pages -> Mono.justOrEmpty(pages.key(visitor.key())))
                .doOnNext(key -> {
                  Usable.check(key, exchange.getRequest());
                  identified(key, visitor);
                  exchange.getAttributes().put(Caller.ATTRIBUTE, visitor.caller());
                }))
        .then();
  }

  /** A token from before the key was closed to strangers opens nothing any more. */
  private static void identified(WidgetKey key, Visitor visitor) {
    if (key.identityRequired() && !visitor.isVouchedFor()) {
      throw WidgetSessions.identityRequired();
    }
  }
}
