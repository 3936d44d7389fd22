package rapport.gateway.account;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import rapport.gateway.account.Identities.Identity;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import reactor.core.publisher.Mono;

/** By what identity providers know a user, for administrators. */
@Allow(Role.ADMIN)
@RestController
@RequestMapping("/api/v1/users/{id}/identities")
final class IdentityController {
  private final Identities identities;
  private final UserChanges changes;

  IdentityController(Identities identities, UserChanges changes) {
    this.identities = identities;
    this.changes = changes;
  }

  /** At most one for each provider. */
  record IdentityList(List<Identity> items) {}

  /** By what providers know the user. 404 {@code not-found}. */
  @GetMapping
  Mono<IdentityList> list(@PathVariable String id, Caller caller) {
    return changes
        .existing(caller.workspace(), id)
        .flatMap(user -> identities.of(user.workspace(), user.id()).collectList())
        .map(IdentityList::new);
  }

  /**
   * Detaches the user from all providers and ends the sessions, except the one that asks: 204.
   * Whoever a provider then vouches for with the user's address becomes the user. 404 {@code
   * not-found}.
   */
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> detach(@PathVariable String id, Caller caller, ServerWebExchange exchange) {
    Access access = Access.of(exchange);
    return changes
        .detach(caller.workspace(), id, access == null ? "" : access.tokenHash())
        .doOnSuccess(_ -> Noted.changed(exchange, "identities"));
  }
}
