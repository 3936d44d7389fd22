package rapport.gateway.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** Where one is signed in, and signing out there. */
@Allow
@RestController
@RequestMapping("/api/v1/sessions")
final class SessionController {
  private final Sessions sessions;
  private final Authenticator authenticator;

  SessionController(Sessions sessions, Authenticator authenticator) {
    this.sessions = sessions;
    this.authenticator = authenticator;
  }

  /**
   * A session of the caller.
   *
   * @param agent what the browser or program called itself when it signed in
   * @param current whether it is the one that asks
   */
  record SessionView(
      String id, Instant createdAt, Instant expiresAt, @Nullable String agent, boolean current) {}

  /** The caller's sessions, the latest first; at most 200. */
  record SessionList(List<SessionView> items) {}

  /** Where the caller is signed in. */
  @GetMapping
  Mono<SessionList> list(Caller caller, ServerWebExchange exchange) {
    String own = own(exchange);
    return sessions
        .of(caller.workspace(), caller.subject())
        .map(session ->
            new SessionView(
                session.id(),
                session.createdAt(),
                session.expiresAt(),
                session.agent(),
                session.id().equals(own)))
        .collectList()
        .map(SessionList::new);
  }

  /** Ends a session of the caller: 204, or 404 {@code not-found}. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> end(@PathVariable String id, Caller caller) {
    return sessions
        .endOf(caller.workspace(), caller.subject(), id)
        .filter(ended -> ended)
        .switchIfEmpty(
            Mono.error(
                () -> Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such session.")))
        .doOnNext(_ -> authenticator.forget(id))
        .then();
  }

  /** Ends all sessions of the caller but the one that asks: 204. */
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> endOthers(Caller caller, ServerWebExchange exchange) {
    return sessions
        .endAllBut(own(exchange), caller.workspace(), caller.subject())
        .doOnSuccess(_ -> authenticator.forgetUser(caller.subject()));
  }

  private static String own(ServerWebExchange exchange) {
    Access access = Access.of(exchange);
    return access == null ? "" : access.tokenHash();
  }
}
