package rapport.gateway.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
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

/** Signing in and out, and who one is. */
@RestController
@RequestMapping("/api/v1")
final class SignInController {
  private final Users users;
  private final Sessions sessions;
  private final Passwords passwords;
  private final SignInAttempts attempts;
  private final Authenticator authenticator;
  private final Clock clock;

  SignInController(
      Users users,
      Sessions sessions,
      Passwords passwords,
      SignInAttempts attempts,
      Authenticator authenticator,
      Clock clock) {
    this.users = users;
    this.sessions = sessions;
    this.passwords = passwords;
    this.attempts = attempts;
    this.authenticator = authenticator;
    this.clock = clock;
  }

  /** What a sign-in asks for. */
  record SignIn(@Nullable String email, @Nullable String password) {
    @Override
    public String toString() {
      return "SignIn[secret]";
    }
  }

  /**
   * What a sign-in gives.
   *
   * @param token for {@code Authorization: Bearer}; the session cookie carries the same
   */
  record SignedIn(String token, Instant expiresAt, UserView user) {
    @Override
    public String toString() {
      return "SignedIn[secret]";
    }
  }

  /** Who one is. */
  record UserView(String id, String email, String name, List<String> roles, String workspace) {}

  /**
   * Opens a session: 200 with its token and a session cookie. 401 {@code wrong-credentials} for a
   * wrong password, an unknown or a disabled user alike; 422 {@code invalid-fields}; 429 {@code
   * too-many-attempts} and 503 {@code busy}, both with Retry-After.
   */
  @AllowAnyone
  @PostMapping("/sign-in")
  Mono<ResponseEntity<SignedIn>> signIn(@RequestBody SignIn body, ServerWebExchange exchange) {
    var fields = new Fields();
    String email = fields.email(body.email());
    String password = fields.password(body.password());
    fields.orThrow();
    String address = NetworkAddress.of(exchange.getRequest());
    attempts.begin(email, address);
    return proven(email, password, exchange)
        .doOnNext(_ -> attempts.succeeded(email, address))
        .flatMap(user ->
            sessions
                .open(user, exchange.getRequest().getHeaders().getFirst(HttpHeaders.USER_AGENT))
                .map(opened -> answer(exchange, user, opened)));
  }

  /**
   * Ends the session: 204, and the cookie is cleared. 422 {@code not-a-session} for an API token.
   */
  @Allow
  @PostMapping("/sign-out")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> signOut(ServerWebExchange exchange) {
    Access access = access(exchange);
    if (access.viaApiToken()) {
      return Mono.error(
          Problem.of(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "not-a-session",
              "An API token is not signed out but deleted."));
    }
    exchange.getResponse().addCookie(SessionCookie.cleared(exchange.getRequest()));
    return sessions
        .end(access.caller().workspace(), access.tokenHash())
        .doOnNext(_ -> authenticator.forget(access.tokenHash()))
        .then();
  }

  /** Who the caller is, with the roles the shown token gives. */
  @Allow
  @GetMapping("/me")
  UserView me(ServerWebExchange exchange) {
    Access access = access(exchange);
    var caller = access.caller();
    return new UserView(
        caller.subject(),
        access.email(),
        caller.name(),
        Users.wire(caller.roles()),
        caller.workspace());
  }

  private Mono<User> proven(String email, String password, ServerWebExchange exchange) {
    return users
        .byEmail(email)
        .doOnNext(user -> Noted.claimed(exchange, user))
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty())
        .flatMap(user ->
            passwords
                .matches(password, user.map(User::passwordHash).orElse(null))
                .filter(matches -> matches)
                .flatMap(_ -> Mono.justOrEmpty(user)))
        .filter(user -> !user.disabled())
        .switchIfEmpty(
            Mono.error(() ->
                Problem.of(
                    HttpStatus.UNAUTHORIZED,
                    "wrong-credentials",
                    "The e-mail address or the password is wrong.")));
  }

  private ResponseEntity<SignedIn> answer(
      ServerWebExchange exchange, User user, Sessions.Opened opened) {
    Duration lifetime = Duration.between(clock.instant(), opened.expiresAt());
    exchange
        .getResponse()
        .addCookie(SessionCookie.of(exchange.getRequest(), opened.token(), lifetime));
    var view =
        new UserView(
            user.id(), user.email(), user.name(), Users.wire(user.roles()), user.workspace());
    return ResponseEntity.ok(new SignedIn(opened.token().value(), opened.expiresAt(), view));
  }

  private static Access access(ServerWebExchange exchange) {
    return Objects.requireNonNull(Access.of(exchange), "@Allow lets nobody in without access");
  }
}
