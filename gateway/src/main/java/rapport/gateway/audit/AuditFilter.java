package rapport.gateway.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import rapport.gateway.FilterOrder;
import rapport.gateway.account.Access;
import rapport.gateway.account.Noted;
import rapport.gateway.audit.AuditEntry.Kind;
import rapport.gateway.limit.NetworkAddress;
import rapport.runtime.identity.Caller;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/**
 * Writes down what users do and see, before they get the answer: personal data that could not be
 * written down as seen is not shown.
 */
@Component
@Order(FilterOrder.AUDIT)
final class AuditFilter implements WebFilter {
  private static final Logger log = LoggerFactory.getLogger(AuditFilter.class);
  private static final int OK = 200;
  private static final int NOT_OK = 300;
  private static final Duration SAME_LOOK = Duration.ofMinutes(10);
  private static final int LOOKS = 100_000;

  private final AuditTrail trail;
  private final Clock clock;

  /** Who looked at what, not long ago: a page that reads something again makes no second entry. */
  private final Cache<String, Boolean> looks =
      Caffeine.newBuilder().maximumSize(LOOKS).expireAfterWrite(SAME_LOOK).build();

  AuditFilter(AuditTrail trail, Clock clock) {
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    Kind kind = Audited.kind(exchange.getRequest());
    if (kind != null) {
      exchange.getResponse().beforeCommit(() -> record(exchange, kind));
    }
    return chain.filter(exchange);
  }

  private Mono<Void> record(ServerWebExchange exchange, Kind kind) {
    Caller actor = actor(exchange, kind);
    int status = status(exchange);
    if (actor == null || !isWorthAnEntry(kind, status)) {
      return Mono.empty();
    }
    String look = actor.subject() + " " + status + " " + exchange.getRequest().getPath().value();
    if (kind == Kind.READ && looks.getIfPresent(look) != null) {
      return Mono.empty();
    }
    return trail
        .add(actor.workspace(), entry(exchange, kind, actor, status))
        .doOnSuccess(_ -> {
          if (kind == Kind.READ) {
            looks.put(look, true);
          }
        })
        .doOnError(failure -> log.warn("an audit entry was not written: {}", failure.toString()))
        .onErrorMap(_ ->
            Problem.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "audit-unavailable",
                    "It could not be written down who asked for this.")
                .withRetryAfter(Duration.ofSeconds(2)));
  }

  /** What was refused for a reason of its own changed and showed nothing. */
  private static boolean isWorthAnEntry(Kind kind, int status) {
    boolean done = status >= OK && status < NOT_OK;
    return done || kind == Kind.SIGN_IN || status == HttpStatus.FORBIDDEN.value();
  }

  private static @Nullable Caller actor(ServerWebExchange exchange, Kind kind) {
    if (kind == Kind.SIGN_IN) {
      return Noted.claimedBy(exchange);
    }
    Caller caller = exchange.getAttribute(Caller.ATTRIBUTE);
    return caller != null && caller.kind() == Caller.Kind.USER ? caller : Noted.claimedBy(exchange);
  }

  private AuditEntry entry(ServerWebExchange exchange, Kind kind, Caller actor, int status) {
    var request = exchange.getRequest();
    String requestId = request.getHeaders().getFirst("X-Request-Id");
    return new AuditEntry(
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        kind,
        actor.subject(),
        actor.name(),
        via(exchange),
        request.getMethod().name(),
        request.getPath().pathWithinApplication().value(),
        status,
        requestId == null ? "" : requestId,
        NetworkAddress.of(request),
        Noted.changes(exchange));
  }

  private static String via(ServerWebExchange exchange) {
    Access access = Access.of(exchange);
    if (access == null) {
      return "sign-in";
    }
    return access.viaApiToken() ? "token" : "session";
  }

  private static int status(ServerWebExchange exchange) {
    var status = exchange.getResponse().getStatusCode();
    return status == null ? OK : status.value();
  }
}
