package rapport.gateway.account;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import rapport.gateway.limit.NetworkAddress;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.AllowAnyone;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** Setting one's own password: with the one known so far, or with a link. */
@RestController
@RequestMapping("/api/v1")
final class PasswordController {
  private final Users users;
  private final UserChanges changes;
  private final PasswordLinks links;
  private final Passwords passwords;
  private final SignInAttempts attempts;

  PasswordController(
      Users users,
      UserChanges changes,
      PasswordLinks links,
      Passwords passwords,
      SignInAttempts attempts) {
    this.users = users;
    this.changes = changes;
    this.links = links;
    this.passwords = passwords;
    this.attempts = attempts;
  }

  /** A password for whoever has the link. */
  record ByLink(@Nullable String token, @Nullable String password) {
    @Override
    public String toString() {
      return "ByLink[secret]";
    }
  }

  /** A new password instead of the one known so far. */
  record OwnChange(@Nullable String current, @Nullable String password) {
    @Override
    public String toString() {
      return "OwnChange[secret]";
    }
  }

  /**
   * Sets the password of the user a link was made for, once: 204. All sessions of the user end. 422
   * {@code link-not-good} when it was used, is too old or another was made since; 422 {@code
   * invalid-fields}.
   */
  @AllowAnyone
  @PostMapping("/password-links/use")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> byLink(@RequestBody ByLink body, ServerWebExchange exchange) {
    var fields = new Fields();
    String password = fields.newPassword(body.password());
    fields.orThrow();
    String token = body.token() == null ? "" : body.token();
    String hash = new OpaqueToken(token).hash();
    return links
        .find(hash)
        .flatMap(link ->
            passwords
                .hash(password)
                .flatMap(newHash -> links.use(link, hash).filter(used -> used).map(_ -> newHash))
                .flatMap(newHash -> set(link, newHash, exchange)))
        .switchIfEmpty(
            Mono.error(() ->
                Problem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "link-not-good",
                    "This link was used or is too old. Ask an administrator for a new one.")))
        .then();
  }

  /**
   * Changes the caller's password: 204. Other sessions of the caller end. 422 {@code
   * wrong-password} when the current one is not right, or {@code invalid-fields}; 422 {@code
   * not-a-session} for an API token; 429 {@code too-many-attempts}.
   */
  @Allow
  @PostMapping("/me/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> own(@RequestBody OwnChange body, ServerWebExchange exchange) {
    Access access = Objects.requireNonNull(Access.of(exchange), "@Allow lets nobody in without");
    if (access.viaApiToken()) {
      throw Problem.of(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "not-a-session",
          "A password is changed by its owner, not with an API token.");
    }
    var fields = new Fields();
    String current = fields.password(body.current());
    String password = fields.newPassword(body.password());
    fields.orThrow();
    String address = NetworkAddress.of(exchange.getRequest());
    attempts.begin(access.email(), address);
    var caller = access.caller();
    return users
        .byId(caller.workspace(), caller.subject())
        .filterWhen(user -> passwords.matches(current, user.passwordHash()))
        .switchIfEmpty(
            Mono.error(() ->
                Problem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "wrong-password",
                    "This is not your current password.")))
        .doOnNext(_ -> attempts.succeeded(access.email(), address))
        .flatMap(_ -> passwords.hash(password))
        .flatMap(hash ->
            changes.apply(
                caller.workspace(),
                caller.subject(),
                new UserChange(null, null, null, null, hash),
                access.tokenHash()))
        .doOnNext(_ -> Noted.changed(exchange, "password"))
        .then();
  }

  private Mono<User> set(PasswordLinks.Link link, String hash, ServerWebExchange exchange) {
    return changes
        .apply(link.workspace(), link.user(), new UserChange(null, null, null, null, hash), "")
        .doOnNext(user -> {
          Noted.claimed(exchange, user);
          Noted.changed(exchange, "password");
        });
  }
}
