package rapport.gateway.oidc;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import rapport.gateway.oidc.IdTokens.UnknownKeyException;
import rapport.runtime.egress.EgressClient;
import rapport.runtime.egress.EgressRules;
import rapport.runtime.egress.Fetched;
import rapport.runtime.egress.HostResolver;
import rapport.runtime.egress.Outgoing;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks with one provider. Its configuration and keys are remembered, its failures are not. */
final class Provider {
  private static final int MOST_BYTES = 256 * 1024;
  private static final int OK = 200;
  private static final Duration REMEMBERED = Duration.ofHours(1);

  /** A token made up with some key id must not have us ask for keys again and again. */
  private static final Duration KEYS_ASKED_EVERY = Duration.ofSeconds(10);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String id;
  private final OidcSettings.Provider settings;
  private final String redirectUri;
  private final Clock clock;
  private final EgressClient egress;
  private final IdTokens tokens;
  private final RoleMapping mapping;
  private final Mono<ProviderMetadata> metadata;
  private final Mono<List<JsonWebKey>> keys;
  private final Mono<List<JsonWebKey>> freshKeys;

  /**
   * @param redirectUri where it sends people back to
   */
  Provider(
      String id,
      OidcSettings.Provider settings,
      Duration patience,
      String redirectUri,
      Clock clock,
      HostResolver resolver) {
    this.id = id;
    this.settings = settings;
    this.redirectUri = redirectUri;
    this.clock = clock;
    var rules = new EgressRules(settings.allowedHosts(), MOST_BYTES, patience, 0);
    this.egress = EgressClient.towards(settings.issuer(), rules, resolver);
    this.tokens = new IdTokens(settings.issuer(), settings.clientId());
    this.mapping = RoleMapping.of(settings.rolesClaim(), settings.roles());
    this.metadata = remembered(Mono.defer(this::readMetadata), REMEMBERED);
    var asked = metadata.flatMap(this::readKeys);
    this.keys = remembered(asked, REMEMBERED);
    this.freshKeys = remembered(asked, KEYS_ASKED_EVERY);
  }

  String id() {
    return id;
  }

  String name() {
    return settings.name() == null ? id : settings.name();
  }

  OidcSettings.Provider settings() {
    return settings;
  }

  RoleMapping mapping() {
    return mapping;
  }

  /** Where the browser goes to sign in. Fails with {@link RefusedException}. */
  Mono<URI> signIn(Journey journey) {
    return metadata.map(known -> {
      var query =
          Map.of(
              "response_type", "code",
              "client_id", settings.clientId(),
              "redirect_uri", redirectUri,
              "scope", String.join(" ", settings.scopes()),
              "state", journey.state(),
              "nonce", journey.nonce(),
              "code_challenge", journey.challenge(),
              "code_challenge_method", "S256");
      String base = known.authorization().toString();
      return URI.create(base + (base.contains("?") ? "&" : "?") + form(query));
    });
  }

  /** What the provider says of who came back with that code. Fails with RefusedException. */
  Mono<JwtClaims> claims(String code, Journey journey) {
    return metadata
        .flatMap(known -> idToken(known, code, journey))
        .flatMap(token ->
            keys.map(known -> verified(token, known, journey))
                .onErrorResume(
                    UnknownKeyException.class,
                    _ -> freshKeys.map(known -> verified(token, known, journey))))
        .onErrorMap(
            UnknownKeyException.class, _ -> RefusedException.refused("signed with an unknown key"));
  }

  private JwtClaims verified(String token, List<JsonWebKey> known, Journey journey) {
    return tokens.verified(token, known, journey.nonce(), clock.instant());
  }

  private Mono<String> idToken(ProviderMetadata known, String code, Journey journey) {
    Map<String, String> body = new HashMap<>();
    body.put("grant_type", "authorization_code");
    body.put("code", code);
    body.put("redirect_uri", redirectUri);
    body.put("client_id", settings.clientId());
    body.put("code_verifier", journey.verifier());
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", "application/x-www-form-urlencoded");
    headers.put("Accept", "application/json");
    if (!settings.clientSecret().isEmpty()) {
      if (known.takesBasic()) {
        headers.put("Authorization", "Basic " + credentials());
      } else {
        body.put("client_secret", settings.clientSecret());
      }
    }
    return asked(Outgoing.of("POST", known.token(), headers, form(body)))
        .map(answer -> answer.path("id_token").asString(""))
        .filter(token -> !token.isEmpty())
        .switchIfEmpty(Mono.error(() -> RefusedException.refused("it gives no ID token")));
  }

  private Mono<ProviderMetadata> readMetadata() {
    String base = settings.issuer().toString().replaceFirst("/$", "");
    URI uri = URI.create(base + "/.well-known/openid-configuration");
    return asked(Outgoing.get(uri, Map.of("Accept", "application/json")))
        .map(document -> ProviderMetadata.read(document, settings.issuer()));
  }

  private Mono<List<JsonWebKey>> readKeys(ProviderMetadata known) {
    return asked(Outgoing.get(known.keys(), Map.of("Accept", "application/json")))
        .map(document -> {
          try {
            return new JsonWebKeySet(document.toString()).getJsonWebKeys();
          } catch (JoseException _) {
            throw RefusedException.refused("its keys cannot be read");
          }
        });
  }

  private Mono<JsonNode> asked(Outgoing request) {
    return egress
        .exchange(request)
        .onErrorMap(RefusedException::notAnswering)
        .map(Provider::answered);
  }

  private static JsonNode answered(Fetched answer) {
    if (answer.status() != OK) {
      throw RefusedException.refused("it answers with status " + answer.status());
    }
    try {
      return JSON.readTree(answer.body());
    } catch (JacksonException _) {
      throw RefusedException.refused("its answer is no JSON");
    }
  }

  private String credentials() {
    String both = encoded(settings.clientId()) + ":" + encoded(settings.clientSecret());
    return Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static <T> Mono<T> remembered(Mono<T> asked, Duration time) {
    return asked.cache(_ -> time, _ -> Duration.ZERO, () -> Duration.ZERO);
  }
}
