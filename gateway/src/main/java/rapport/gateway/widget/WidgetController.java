package rapport.gateway.widget;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import rapport.gateway.limit.NetworkAddress;
import rapport.gateway.widget.WidgetSessions.Entering;
import rapport.gateway.widget.WidgetSessions.Session;
import rapport.runtime.identity.AllowAnyone;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What the chat widget on a page asks for. */
@AllowAnyone
@RestController
@RequestMapping("/api/v1/widget")
final class WidgetController {
  private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}");
  private static final CacheControl FIVE_MINUTES =
      CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate();

  private final Usable usable;
  private final SessionLimit limit;
  private final WidgetSessions sessions;

  WidgetController(Usable usable, SessionLimit limit, WidgetSessions sessions) {
    this.usable = usable;
    this.limit = limit;
    this.sessions = sessions;
  }

  /**
   * A visitor who opens the chat.
   *
   * @param visitorToken the one got before, if any; it may have run out
   * @param locale BCP 47 tag; without it the key's language counts, then what the browser prefers
   * @param identity what the site says about a visitor who has signed in there
   */
  record NewSession(
      @Nullable String widgetKey,
      @Nullable String visitorToken,
      @Nullable Arrival page,
      @Nullable String locale,
      Vouching.@Nullable Claim identity) {
    @Override
    public String toString() {
      return "NewSession[secret]";
    }
  }

  /**
   * A visitor in their conversation.
   *
   * @param visitorToken for {@code GET /api/v1/conversations/{id}}, its {@code /messages} and
   *     {@code /feed}, as bearer token
   * @param expiresAt when it has to be exchanged for a new one, by opening a session with it
   * @param identified whether the site vouched for the visitor
   * @param mode who answers: {@code guided}, {@code lead}, {@code sales} or {@code human}
   * @param rev the conversation's revision
   * @param replies what was replied last; the greeting at first
   */
  record SessionView(
      String visitorToken,
      Instant expiresAt,
      boolean identified,
      String conversationId,
      String mode,
      String status,
      String locale,
      String dir,
      long rev,
      JsonNode replies) {
    @Override
    public String toString() {
      return "SessionView[secret]";
    }
  }

  /** How the widget looks, and what it is called. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Appearance(WidgetTheme theme, @Nullable String locale, boolean identityRequired) {}

  /**
   * Brings a visitor to their conversation: the open one, else a new one. An unknown or outdated
   * token makes a new visitor. 403 {@code widget-key-unusable}, {@code origin-not-allowed}, {@code
   * identity-required}; 422 {@code invalid-fields}, {@code flow-not-found}; 429 {@code
   * rate-limited}; 503 {@code service-unavailable}.
   */
  @PostMapping("/sessions")
  Mono<SessionView> open(@RequestBody NewSession body, ServerWebExchange exchange) {
    ServerHttpRequest request = exchange.getRequest();
    new KeyFields().sessionKey(body.widgetKey()).orThrow();
    return usable
        .key(body.widgetKey(), request)
        .doOnNext(key -> limit.count(NetworkAddress.of(request), key))
        .flatMap(key ->
            sessions.open(
                new Entering(
                    key,
                    body.visitorToken(),
                    body.identity(),
                    locale(body.locale(), key, exchange),
                    Arrival.context(body.page()))))
        .map(WidgetController::view);
  }

  /** What a page needs before anybody opens the chat; 403 as for a session. */
  @GetMapping("/config")
  Mono<ResponseEntity<Appearance>> config(
      @RequestParam(required = false) @Nullable String key, ServerHttpRequest request) {
    return usable
        .key(key, request)
        .map(found ->
            ResponseEntity.ok()
                .cacheControl(FIVE_MINUTES)
                .body(new Appearance(found.theme(), found.locale(), found.identityRequired())));
  }

  /** A page may say anything; what is no language is as if it said nothing. */
  private static String locale(@Nullable String wished, WidgetKey key, ServerWebExchange exchange) {
    if (wished != null && TAG.matcher(wished).matches()) {
      return wished;
    }
    if (key.locale() != null) {
      return key.locale();
    }
    Locale preferred = exchange.getLocaleContext().getLocale();
    String tag = preferred == null ? "" : preferred.toLanguageTag();
    return TAG.matcher(tag).matches() ? tag : "en";
  }

  private static SessionView view(Session session) {
    var conversation = session.conversation();
    return new SessionView(
        session.token().token(),
        session.token().expiresAt(),
        session.identified(),
        conversation.conversationId(),
        conversation.mode(),
        conversation.status(),
        conversation.locale(),
        conversation.dir(),
        conversation.rev(),
        conversation.replies());
  }
}
