package rapport.gateway.oidc;

import java.net.URI;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import rapport.gateway.account.Letters;
import rapport.gateway.account.NotAdmittedException;
import rapport.gateway.account.SingleSignOn;
import rapport.gateway.account.SingleSignOn.Arrival;
import rapport.runtime.identity.AllowAnyone;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** Signing in by way of a provider: there, and back. */
@AllowAnyone
@RestController
@RequestMapping("/api/v1/sign-in/providers")
final class OidcController {
  private static final Logger log = LoggerFactory.getLogger(OidcController.class);
  private static final String HOME = "/app/";
  private static final String SIGN_IN = "/app/sign-in?problem=";

  private final Providers providers;
  private final JourneyCookie cookie;
  private final SingleSignOn singleSignOn;
  private final Letters letters;

  OidcController(
      Providers providers, JourneyCookie cookie, SingleSignOn singleSignOn, Letters letters) {
    this.providers = providers;
    this.cookie = cookie;
    this.singleSignOn = singleSignOn;
    this.letters = letters;
  }

  /**
   * One provider.
   *
   * @param start where the browser goes, as a link
   */
  record ProviderView(String id, String name, String start) {}

  /**
   * How people can sign in besides by password.
   *
   * @param passwordReset whether somebody who forgot a password can be sent a link
   */
  record Ways(boolean passwordReset, List<ProviderView> providers) {}

  /** How people can sign in, for the sign-in page. */
  @GetMapping
  Ways ways() {
    var views =
        providers.all().stream()
            .map(provider ->
                new ProviderView(
                    provider.id(), provider.name(), Providers.PATH + provider.id() + "/start"))
            .toList();
    return new Ways(letters.areSent(), views);
  }

  /** Leads the browser to the provider: 303. 404 {@code not-found}. */
  @GetMapping("/{id}/start")
  Mono<ResponseEntity<Void>> start(@PathVariable String id, ServerWebExchange exchange) {
    Provider provider = provider(id);
    Journey journey = cookie.setOut(id);
    return provider
        .signIn(journey)
        .doOnNext(_ -> exchange.getResponse().addCookie(cookie.of(exchange.getRequest(), journey)))
        .map(OidcController::to)
        .onErrorResume(RefusedException.class, refused -> Mono.just(problem(id, refused)));
  }

  /**
   * Where the provider sends the browser back to: 303 to the console with a session cookie, or to
   * its sign-in page with {@code problem}: {@code sign-in-refused}, {@code sign-in-outdated},
   * {@code sign-in-cancelled}, {@code provider-not-answering}, {@code no-role}, {@code
   * email-not-verified}, {@code address-taken}, {@code account-disabled}. 404 {@code not-found}.
   *
   * @param code good for one ID token
   * @param state as it was sent there
   * @param iss who answers, if the provider says so
   * @param error why there is no code
   */
  @GetMapping("/{id}/callback")
  Mono<ResponseEntity<Void>> callback(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String code,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String iss,
      @RequestParam(required = false) @Nullable String error,
      ServerWebExchange exchange) {
    Provider provider = provider(id);
    var request = exchange.getRequest();
    exchange.getResponse().addCookie(cookie.cleared(request));
    return Mono.fromCallable(() -> cookie.read(request, id).orElseThrow(RefusedException::outdated))
        .doOnNext(journey -> check(provider, journey, state, iss, error))
        .flatMap(journey -> provider.claims(code == null ? "" : code, journey))
        .map(claims -> arrival(provider, claims))
        .flatMap(arrival -> singleSignOn.signIn(arrival, exchange))
        .thenReturn(to(URI.create(HOME)))
        .onErrorResume(RefusedException.class, refused -> Mono.just(problem(id, refused)))
        .onErrorResume(
            NotAdmittedException.class,
            refused -> Mono.just(to(URI.create(SIGN_IN + refused.code()))));
  }

  private static void check(
      Provider provider,
      Journey journey,
      @Nullable String state,
      @Nullable String iss,
      @Nullable String error) {
    if (state == null || !IdTokens.same(state, journey.state())) {
      throw RefusedException.refused("the state is another");
    }
    if (iss != null && !iss.equals(provider.settings().issuer().toString())) {
      throw RefusedException.refused("another issuer answers");
    }
    if (error != null) {
      throw RefusedException.cancelled();
    }
  }

  private static Arrival arrival(Provider provider, JwtClaims claims) {
    try {
      String email = claims.getStringClaimValue("email");
      String name = claims.getStringClaimValue("name");
      Object verified = claims.getClaimValue("email_verified");
      RoleMapping mapping = provider.mapping();
      return new Arrival(
          provider.settings().issuer().toString(),
          claims.getSubject(),
          email,
          provider.settings().trustEmail() || "true".equals(String.valueOf(verified)),
          name,
          mapping.decides() ? mapping.roles(claims.getClaimsMap()) : null);
    } catch (MalformedClaimException _) {
      throw RefusedException.refused("its ID token is malformed");
    }
  }

  private Provider provider(String id) {
    return providers
        .byId(id)
        .orElseThrow(
            () -> Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such provider."));
  }

  private static ResponseEntity<Void> problem(String id, RefusedException refused) {
    log.info("no sign-in by way of {}: {}", id, refused.getMessage());
    return to(URI.create(SIGN_IN + refused.code()));
  }

  private static ResponseEntity<Void> to(URI place) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(place).build();
  }
}
