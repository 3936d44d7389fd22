package rapport.gateway.widget;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** The widget keys of a workspace, for its administrators. */
@Allow(Role.ADMIN)
@RestController
@RequestMapping("/api/v1/widget/keys")
final class WidgetKeyController {
  private final WidgetKeys keys;
  private final KeyBook book;
  private final WidgetSecrets secrets;
  private final Clock clock;

  WidgetKeyController(WidgetKeys keys, KeyBook book, WidgetSecrets secrets, Clock clock) {
    this.keys = keys;
    this.book = book;
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * A key to be.
   *
   * @param origins where it may be used: {@code https://shop.example}, {@code
   *     https://*.shop.example}, {@code http://localhost:*}
   * @param flow what its conversations follow; {@code lead-to-sales} when absent
   * @param locale the language they begin in when the page says none; without it the visitor's
   * @param identityRequired whether only visitors vouched for by the site may chat; no when absent
   */
  record NewKey(
      @Nullable String name,
      @Nullable List<@Nullable String> origins,
      @Nullable String flow,
      @Nullable String locale,
      @Nullable WidgetTheme theme,
      @Nullable Boolean identityRequired) {}

  /**
   * What shall be different; what is left out stays.
   *
   * @param locale an empty text for the visitor's own language
   * @param theme replaces the whole theme
   */
  record ChangedKey(
      @Nullable String name,
      @Nullable List<@Nullable String> origins,
      @Nullable String flow,
      @Nullable String locale,
      @Nullable WidgetTheme theme,
      @Nullable Boolean identityRequired,
      @Nullable Boolean enabled) {}

  /**
   * A key as administrators see it.
   *
   * @param hasSecret whether the site can vouch for its visitors
   * @param local whether it was made for the demo pages
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record KeyView(
      String id,
      String name,
      List<String> origins,
      String flow,
      @Nullable String locale,
      WidgetTheme theme,
      boolean enabled,
      boolean identityRequired,
      boolean hasSecret,
      boolean local,
      Instant createdAt) {}

  /** All keys of the workspace, oldest first. */
  record KeyList(List<KeyView> items) {}

  /** A secret, shown this once. */
  record Secret(String secret) {
    @Override
    public String toString() {
      return "Secret[secret]";
    }
  }

  /** The keys; there are at most a hundred. */
  @GetMapping
  Mono<KeyList> list(Caller caller) {
    return keys.of(caller.workspace())
        .map(WidgetKeyController::view)
        .collectList()
        .map(KeyList::new);
  }

  /** Makes a key: 201. 409 {@code too-many-keys}; 422 {@code invalid-fields}. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Mono<KeyView> create(@RequestBody NewKey body, Caller caller) {
    var fields = new KeyFields();
    var key =
        new WidgetKey(
            newId(),
            caller.workspace(),
            fields.name(body.name()),
            fields.origins(body.origins()),
            fields.flow(body.flow()),
            fields.locale(body.locale()),
            fields.theme(body.theme()),
            true,
            Objects.requireNonNullElse(body.identityRequired(), false),
            null,
            false,
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    fields.orThrow();
    return keys.of(caller.workspace())
        .count()
        .filter(count -> count < WidgetKeys.LIMIT)
        .switchIfEmpty(
            Mono.error(() ->
                Problem.of(
                    HttpStatus.CONFLICT, "too-many-keys", "Change a key that is no longer used.")))
        .then(keys.add(key))
        .doOnSuccess(_ -> book.forget())
        .thenReturn(view(key));
  }

  /**
   * Changes a key and answers what it is now. 404 {@code not-found}; 422 {@code invalid-fields}.
   */
  @PatchMapping("/{id}")
  Mono<KeyView> change(@PathVariable String id, @RequestBody ChangedKey body, Caller caller) {
    var fields = new KeyFields();
    UnaryOperator<WidgetKey> change = key -> changed(key, body, fields);
    return replaced(caller, id, change).map(WidgetKeyController::view);
  }

  /**
   * Makes a new secret for the site to vouch for its visitors with; the one before is good no more.
   * It is shown this once. 404 {@code not-found}.
   */
  @PostMapping("/{id}/secret")
  Mono<Secret> rotate(@PathVariable String id, Caller caller) {
    String secret = WidgetSecrets.fresh();
    return replaced(caller, id, key -> withSecret(key, secrets.seal(secret, key.id())))
        .thenReturn(new Secret(secret));
  }

  private Mono<WidgetKey> replaced(Caller caller, String id, UnaryOperator<WidgetKey> change) {
    return keys.find(caller.workspace(), id)
        .map(change)
        .filterWhen(keys::replace)
        .doOnNext(_ -> book.forget())
        .switchIfEmpty(
            Mono.error(() ->
                Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such widget key.")));
  }

  private static WidgetKey changed(WidgetKey key, ChangedKey body, KeyFields fields) {
    var changed =
        new WidgetKey(
            key.id(),
            key.workspace(),
            body.name() == null ? key.name() : fields.name(body.name()),
            body.origins() == null ? key.origins() : fields.origins(body.origins()),
            body.flow() == null ? key.flow() : fields.flow(body.flow()),
            body.locale() == null ? key.locale() : fields.locale(body.locale()),
            body.theme() == null ? key.theme() : fields.theme(body.theme()),
            Objects.requireNonNullElse(body.enabled(), key.enabled()),
            Objects.requireNonNullElse(body.identityRequired(), key.identityRequired()),
            key.sealedSecret(),
            key.local(),
            key.createdAt());
    fields.orThrow();
    return changed;
  }

  private static WidgetKey withSecret(WidgetKey key, String sealed) {
    return new WidgetKey(
        key.id(),
        key.workspace(),
        key.name(),
        key.origins(),
        key.flow(),
        key.locale(),
        key.theme(),
        key.enabled(),
        key.identityRequired(),
        sealed,
        key.local(),
        key.createdAt());
  }

  static String newId() {
    return "wk_" + UUID.randomUUID().toString().replace("-", "");
  }

  private static KeyView view(WidgetKey key) {
    return new KeyView(
        key.id(),
        key.name(),
        key.origins(),
        key.flow(),
        key.locale(),
        key.theme(),
        key.enabled(),
        key.identityRequired(),
        key.sealedSecret() != null,
        key.local(),
        key.createdAt());
  }
}
