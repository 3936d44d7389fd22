package rapport.gateway.account;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import rapport.gateway.account.Letters.Letter;
import rapport.gateway.account.Letters.Occasion;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import rapport.runtime.store.DuplicateKeyException;
import rapport.runtime.web.PageSize;
import reactor.core.publisher.Mono;

/** The users of a workspace, for its administrators. */
@Allow(Role.ADMIN)
@RestController
@RequestMapping("/api/v1/users")
final class UserController {
  private final Users users;
  private final UserChanges changes;
  private final PasswordLinks links;
  private final Letters letters;
  private final Passwords passwords;
  private final Clock clock;

  UserController(
      Users users,
      UserChanges changes,
      PasswordLinks links,
      Letters letters,
      Passwords passwords,
      Clock clock) {
    this.users = users;
    this.changes = changes;
    this.links = links;
    this.letters = letters;
    this.passwords = passwords;
    this.clock = clock;
  }

  /**
   * A user to be.
   *
   * @param password without it the user is invited: a link is made with which they set it
   */
  record NewUser(
      @Nullable String email,
      @Nullable String name,
      @Nullable List<@Nullable String> roles,
      @Nullable String password) {
    @Override
    public String toString() {
      return "NewUser[secret]";
    }
  }

  /** What shall be different; what is left out stays. */
  record ChangedUser(
      @Nullable String email,
      @Nullable String name,
      @Nullable List<@Nullable String> roles,
      @Nullable Boolean disabled,
      @Nullable String password) {
    @Override
    public String toString() {
      return "ChangedUser[secret]";
    }
  }

  /**
   * A user as administrators see one.
   *
   * @param invited whether they have not set a password yet
   */
  record UserView(
      String id,
      String email,
      String name,
      List<String> roles,
      boolean disabled,
      boolean invited,
      Instant createdAt) {}

  /** A page of users; {@code next} is the cursor of the following page, null on the last. */
  record UserPage(List<UserView> items, @Nullable String next) {}

  /**
   * Users in the order of their e-mail addresses.
   *
   * @param cursor {@code next} of the page before
   * @param limit from 1 to 200; 400 {@code bad-limit}
   */
  @GetMapping
  Mono<UserPage> list(
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = PageSize.USUAL) int limit,
      Caller caller) {
    int size = PageSize.of(limit);
    return users
        .after(caller.workspace(), cursor == null ? null : emailOf(cursor), size + 1)
        .map(UserController::view)
        .collectList()
        .map(found -> page(found, size));
  }

  /**
   * A link with which a user sets a password, shown this once.
   *
   * @param path to be put behind the address of this Rapport and brought to the user; null when it
   *     was sent
   * @param sent whether the user was sent it by e-mail
   */
  record LinkView(@Nullable String path, Instant expiresAt, boolean sent) {
    @Override
    public String toString() {
      return "LinkView[secret]";
    }
  }

  /** A user that was added, with the link they get when they have no password yet. */
  record AddedUser(
      String id,
      String email,
      String name,
      List<String> roles,
      boolean disabled,
      Instant createdAt,
      @Nullable LinkView invitation) {}

  /**
   * Adds a user: 201. Without a password they are invited, by e-mail when there is a mail server.
   * 409 {@code email-taken}; 422 {@code invalid-fields}.
   */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Mono<AddedUser> create(@RequestBody NewUser body, Caller caller, ServerWebExchange exchange) {
    var fields = new Fields();
    String email = fields.email(body.email());
    String name = fields.name(body.name());
    Set<Role> roles = fields.roles(body.roles());
    String password = body.password() == null ? null : fields.newPassword(body.password());
    fields.orThrow();
    return hashed(password)
        .map(hash ->
            new User(
                UUID.randomUUID().toString(),
                caller.workspace(),
                email,
                name,
                roles,
                hash.orElse(null),
                false,
                clock.instant().truncatedTo(ChronoUnit.MILLIS)))
        .flatMap(user -> users.add(user).then(Mono.defer(() -> added(user, caller, exchange))))
        .onErrorMap(DuplicateKeyException.class, _ -> UserChanges.emailTaken());
  }

  /**
   * Changes a user and answers what it is now. A new password or disabling ends the user's
   * sessions, except the one that asks; a new address ends links to set a password. 404 {@code
   * not-found}; 409 {@code last-admin}, {@code email-taken}; 422 {@code invalid-fields}.
   */
  @PatchMapping("/{id}")
  Mono<UserView> change(
      @PathVariable String id,
      @RequestBody ChangedUser body,
      Caller caller,
      ServerWebExchange exchange) {
    var fields = new Fields();
    String email = body.email() == null ? null : fields.email(body.email());
    String name = body.name() == null ? null : fields.name(body.name());
    Set<Role> roles = body.roles() == null ? null : fields.roles(body.roles());
    String password = body.password() == null ? null : fields.newPassword(body.password());
    fields.orThrow();
    Access access = Access.of(exchange);
    String own = access == null ? "" : access.tokenHash();
    return (password == null
            ? Mono.just(new UserChange(email, name, roles, body.disabled(), null))
            : passwords
                .hash(password)
                .map(hash -> new UserChange(email, name, roles, body.disabled(), hash)))
        .flatMap(change ->
            changes
                .apply(caller.workspace(), id, change, own)
                .doOnNext(_ -> change.told().forEach(what -> Noted.changed(exchange, what))))
        .map(UserController::view);
  }

  /**
   * Makes a link with which the user sets a new password: 201. It is sent by e-mail when there is a
   * mail server, else shown to be sent. The one before is good no more; the password stays until
   * then. 404 {@code not-found}.
   */
  @PostMapping("/{id}/password-link")
  @ResponseStatus(HttpStatus.CREATED)
  Mono<LinkView> link(@PathVariable String id, Caller caller, ServerWebExchange exchange) {
    return users
        .byId(caller.workspace(), id)
        .switchIfEmpty(
            Mono.error(
                () -> Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such user.")))
        .flatMap(user -> linked(user, caller, exchange));
  }

  private Mono<Optional<String>> hashed(@Nullable String password) {
    return password == null
        ? Mono.just(Optional.empty())
        : passwords.hash(password).map(Optional::of);
  }

  private Mono<AddedUser> added(User user, Caller by, ServerWebExchange exchange) {
    return user.passwordHash() == null
        ? linked(user, by, exchange).map(link -> added(user, link))
        : Mono.just(added(user, null));
  }

  /** A link, sent if that is possible. */
  private Mono<LinkView> linked(User user, Caller by, ServerWebExchange exchange) {
    Occasion occasion = user.passwordHash() == null ? Occasion.INVITATION : Occasion.PASSWORD_RESET;
    String language = PasswordResetController.language(exchange);
    return links
        .make(user)
        .flatMap(made ->
            letters
                .send(new Letter(occasion, user, made, by.name(), language))
                .map(sent -> new LinkView(sent ? null : made.path(), made.expiresAt(), sent)));
  }

  private static AddedUser added(User user, @Nullable LinkView invitation) {
    return new AddedUser(
        user.id(),
        user.email(),
        user.name(),
        Users.wire(user.roles()),
        user.disabled(),
        user.createdAt(),
        invitation);
  }

  private static UserPage page(List<UserView> found, int size) {
    if (found.size() <= size) {
      return new UserPage(found, null);
    }
    List<UserView> items = found.subList(0, size);
    return new UserPage(items, cursorOf(items.getLast().email()));
  }

  private static String cursorOf(String email) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(email.getBytes(StandardCharsets.UTF_8));
  }

  private static String emailOf(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw Problem.of(HttpStatus.BAD_REQUEST, "bad-cursor", "This cursor is not one of ours.");
    }
  }

  private static UserView view(User user) {
    return new UserView(
        user.id(),
        user.email(),
        user.name(),
        Users.wire(user.roles()),
        user.disabled(),
        user.passwordHash() == null,
        user.createdAt());
  }
}
