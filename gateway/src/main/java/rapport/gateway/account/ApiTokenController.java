package rapport.gateway.account;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import rapport.gateway.account.ApiTokens.ApiToken;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** One's own API tokens, for scripts. */
@Allow
@RestController
@RequestMapping("/api/v1/tokens")
final class ApiTokenController {
  private final ApiTokens tokens;
  private final Authenticator authenticator;
  private final Clock clock;

  ApiTokenController(ApiTokens tokens, Authenticator authenticator, Clock clock) {
    this.tokens = tokens;
    this.authenticator = authenticator;
    this.clock = clock;
  }

  /**
   * What a new token shall be.
   *
   * @param roles not above the caller's own
   * @param readOnly whether nothing can be changed with it; false when left out
   * @param expiresAt in the future; without it the token is good until deleted
   */
  record NewToken(
      @Nullable String name,
      @Nullable List<@Nullable String> roles,
      @Nullable Boolean readOnly,
      @Nullable Instant expiresAt) {}

  /**
   * A token without its secret.
   *
   * @param usedAt when it was last shown, to the minute
   */
  record TokenView(
      String id,
      String name,
      List<String> roles,
      boolean readOnly,
      Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable Instant usedAt) {}

  /** A token with its secret, shown this once. */
  record CreatedToken(
      String id,
      String token,
      String name,
      List<String> roles,
      boolean readOnly,
      Instant createdAt,
      @Nullable Instant expiresAt) {
    @Override
    public String toString() {
      return "CreatedToken[secret]";
    }
  }

  /** All tokens of the caller, oldest first. */
  record TokenList(List<TokenView> items) {}

  /** The caller's tokens; there are at most a hundred. */
  @GetMapping
  Mono<TokenList> list(Caller caller) {
    return tokens
        .of(caller.workspace(), caller.subject())
        .map(ApiTokenController::view)
        .collectList()
        .map(TokenList::new);
  }

  /**
   * Makes a token: 201. 422 {@code invalid-fields}, also for a role above the caller's; 409 {@code
   * too-many-tokens}.
   */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Mono<CreatedToken> create(@RequestBody NewToken body, Caller caller) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var fields = new Fields();
    String name = fields.name(body.name());
    Set<Role> roles = fields.roles(body.roles());
    Instant expiresAt = fields.future("expiresAt", body.expiresAt(), now);
    if (!roles.stream().allMatch(caller::hasAny)) {
      fields.wrong("roles", "role-not-held", "A token cannot have a role its owner does not have.");
    }
    fields.orThrow();
    var token =
        new ApiToken(
            UUID.randomUUID().toString(),
            caller.workspace(),
            caller.subject(),
            name,
            roles,
            Boolean.TRUE.equals(body.readOnly()),
            now,
            expiresAt,
            null);
    var secret = OpaqueToken.forApi();
    return notTooMany(caller)
        .then(tokens.add(token, secret.hash()))
        .then(Mono.fromSupplier(() -> created(token, secret)));
  }

  /** Ends a token of the caller's at once: 204, or 404 {@code not-found}. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> delete(@PathVariable String id, Caller caller) {
    return tokens
        .delete(caller.workspace(), caller.subject(), id)
        .filter(deleted -> deleted)
        .switchIfEmpty(
            Mono.error(
                () -> Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such token.")))
        .doOnNext(_ -> authenticator.forgetUser(caller.subject()))
        .then();
  }

  private Mono<Void> notTooMany(Caller caller) {
    return tokens
        .of(caller.workspace(), caller.subject())
        .count()
        .filter(count -> count < ApiTokens.LIMIT_PER_USER)
        .switchIfEmpty(
            Mono.error(() ->
                Problem.of(
                    HttpStatus.CONFLICT,
                    "too-many-tokens",
                    "Delete a token that is no longer used first.")))
        .then();
  }

  private static TokenView view(ApiToken token) {
    return new TokenView(
        token.id(),
        token.name(),
        Users.wire(token.roles()),
        token.readOnly(),
        token.createdAt(),
        token.expiresAt(),
        token.usedAt());
  }

  private static CreatedToken created(ApiToken token, OpaqueToken secret) {
    return new CreatedToken(
        token.id(),
        secret.value(),
        token.name(),
        Users.wire(token.roles()),
        token.readOnly(),
        token.createdAt(),
        token.expiresAt());
  }
}
