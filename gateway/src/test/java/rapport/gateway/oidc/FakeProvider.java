package rapport.gateway.oidc;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** An OpenID provider on this machine that tells the truth, or what a test has it tell. */
public final class FakeProvider implements AutoCloseable {
  public static final String CLIENT = "rapport";
  public static final String SECRET = "provider-secret";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final RsaJsonWebKey key = key("one");
  private final RsaJsonWebKey otherKey = key("two");
  private final List<RsaJsonWebKey> published = new CopyOnWriteArrayList<>(List.of(key));
  private final Map<String, Grant> grants = new ConcurrentHashMap<>();
  private final DisposableServer server =
      HttpServer.create().host("127.0.0.1").port(0).handle(this::answer).bindNow();

  /** Somebody who has an account there, by what the ID token says of them. */
  private volatile Map<String, Object> somebody = Map.of();

  private volatile Lie lie = Lie.NONE;

  /** What is wrong with an ID token. */
  enum Lie {
    NONE,
    ANOTHER_NONCE,
    NO_NONCE,
    ANOTHER_ISSUER,
    ANOTHER_AUDIENCE,
    ANOTHER_PARTY,
    EXPIRED,
    FROM_THE_FUTURE,
    WITHOUT_END,
    UNSIGNED,
    SIGNED_WITH_THE_PUBLIC_KEY,
    SIGNED_BY_SOMEBODY_ELSE,
    NO_TOKEN,
    REDIRECTING
  }

  private record Grant(String nonce, String challenge, String redirectUri) {}

  public String issuer() {
    return "http://127.0.0.1:" + server.port() + "/realm";
  }

  FakeProvider will(Lie wanted) {
    lie = wanted;
    return this;
  }

  /** Who signs in next. */
  FakeProvider knows(Map<String, Object> claims) {
    somebody = Map.copyOf(claims);
    return this;
  }

  /** Signs with another key from now on, which it publishes. */
  void changesKeys() {
    published.clear();
    published.add(otherKey);
  }

  /** As the page does where people sign in: the address the browser is sent back to. */
  URI signIn(URI authorization) {
    var asked = fields(authorization.getRawQuery());
    if (!"code".equals(asked.get("response_type")) || !CLIENT.equals(asked.get("client_id"))) {
      throw new AssertionError("not asked as the protocol wants it: " + authorization);
    }
    String code = "code-" + grants.size() + "-" + System.identityHashCode(authorization);
    grants.put(
        code,
        new Grant(
            asked.getOrDefault("nonce", ""),
            asked.getOrDefault("code_challenge", ""),
            asked.getOrDefault("redirect_uri", "")));
    return URI.create(asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
  }

  @Override
  public void close() {
    server.disposeNow();
  }

  private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
    return switch (request.uri()) {
      case "/realm/.well-known/openid-configuration" ->
          json(
              response,
              200,
              Map.of(
                  "issuer", issuer(),
                  "authorization_endpoint", issuer() + "/authorize?realm=1",
                  "token_endpoint", issuer() + "/token",
                  "jwks_uri", issuer() + "/keys"));
      case "/realm/keys" -> json(response, 200, Map.of("keys", keys()));
      case "/realm/token" ->
          request
              .receive()
              .aggregate()
              .asString()
              .flatMap(body -> Mono.from(token(request, response, fields(body))));
      default -> response.status(404).send();
    };
  }

  private Publisher<Void> token(
      HttpServerRequest request, HttpServerResponse response, Map<String, String> sent) {
    Grant grant = grants.remove(sent.getOrDefault("code", ""));
    String basic =
        Base64.getEncoder()
            .encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
    boolean good =
        grant != null
            && ("Basic " + basic).equals(request.requestHeaders().get("Authorization"))
            && grant.challenge().equals(challenge(sent.getOrDefault("code_verifier", "")))
            && grant.redirectUri().equals(sent.get("redirect_uri"));
    if (grant == null || !good) {
      return json(response, 400, Map.of("error", "invalid_grant"));
    }
    return switch (lie) {
      case NO_TOKEN -> json(response, 200, Map.of("access_token", "x"));
      case REDIRECTING -> response.status(307).header("Location", issuer() + "/keys").send();
      default ->
          json(response, 200, Map.of("access_token", "x", "id_token", idToken(grant.nonce())));
    };
  }

  private String idToken(String nonce) {
    var claims = new JwtClaims();
    claims.setIssuer(lie == Lie.ANOTHER_ISSUER ? "https://evil.example" : issuer());
    claims.setAudience(lie == Lie.ANOTHER_AUDIENCE ? "somebody" : CLIENT);
    if (lie == Lie.ANOTHER_PARTY) {
      claims.setClaim("azp", "somebody");
    }
    claims.setIssuedAtToNow();
    if (lie != Lie.WITHOUT_END) {
      claims.setExpirationTimeMinutesInTheFuture(lie == Lie.EXPIRED ? -5 : 5);
    }
    if (lie == Lie.FROM_THE_FUTURE) {
      claims.setNotBeforeMinutesInThePast(-5);
    }
    if (lie != Lie.NO_NONCE) {
      claims.setStringClaim("nonce", lie == Lie.ANOTHER_NONCE ? "another" : nonce);
    }
    somebody.forEach(claims::setClaim);
    return signed(claims);
  }

  private String signed(JwtClaims claims) {
    var signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    RsaJsonWebKey with = published.getFirst();
    signature.setKeyIdHeaderValue(with.getKeyId());
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    switch (lie) {
      case UNSIGNED -> {
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
      }
      case SIGNED_WITH_THE_PUBLIC_KEY -> {
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signature.setKey(new HmacKey(with.getPublicKey().getEncoded()));
      }
      case SIGNED_BY_SOMEBODY_ELSE -> signature.setKey(key(with.getKeyId()).getPrivateKey());
      default -> signature.setKey(with.getPrivateKey());
    }
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new AssertionError(e);
    }
  }

  private List<Map<String, Object>> keys() {
    return published.stream().map(each -> each.toParams(OutputControlLevel.PUBLIC_ONLY)).toList();
  }

  private static RsaJsonWebKey key(String id) {
    try {
      RsaJsonWebKey made = RsaJwkGenerator.generateJwk(2048);
      made.setKeyId(id);
      return made;
    } catch (JoseException e) {
      throw new AssertionError(e);
    }
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  static Map<String, String> fields(String form) {
    return Arrays.stream(form.split("&", -1))
        .map(field -> field.split("=", 2))
        .collect(
            Collectors.toMap(
                field -> decoded(field[0]), field -> field.length < 2 ? "" : decoded(field[1])));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(Objects.requireNonNull(text), StandardCharsets.UTF_8);
  }

  private static Publisher<Void> json(HttpServerResponse response, int status, Object body) {
    return response
        .status(status)
        .header("Content-Type", "application/json")
        .sendString(Mono.just(JSON.writeValueAsString(body)));
  }
}
