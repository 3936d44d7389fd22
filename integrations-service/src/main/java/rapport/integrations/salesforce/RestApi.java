package rapport.integrations.salesforce;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rapport.integrations.connector.Access;
import rapport.integrations.connector.ConnectorException;
import rapport.runtime.egress.Fetched;
import rapport.runtime.egress.Outgoing;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Salesforce's REST API: signs in when it has to, and tells its refusals in our words. */
final class RestApi {

  static final String DATA = "/services/data/v64.0";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String TOKEN = "token";
  private static final String INSTANCE = "instance";
  private static final Duration BUDGET_PAUSE = Duration.ofMinutes(15);
  private static final Duration RATE_PAUSE = Duration.ofSeconds(30);
  private static final int UNAUTHORIZED = 401;
  private static final int FIRST_REFUSAL = 400;

  private RestApi() {}

  /** Reads a path below the organisation's address. */
  static Mono<Fetched> get(Access access, String path) {
    return get(access, path, Map.of());
  }

  /** Asks a query, so many rows a page. */
  static Mono<Fetched> ask(Access access, String soql, int rows) {
    return get(access, query(soql), Map.of("Sforce-Query-Options", "batchSize=" + rows));
  }

  private static Mono<Fetched> get(Access access, String path, Map<String, String> besides) {
    return signedIn(
        access,
        session -> {
          var headers = new HashMap<>(auth(session));
          headers.putAll(besides);
          return access
              .calls()
              .call(Outgoing.get(URI.create(session.instance() + path), headers), true);
        });
  }

  /** Writes JSON to a path; only what changes nothing when done twice. */
  static Mono<Fetched> patch(Access access, String path, JsonNode body) {
    return signedIn(
        access,
        session ->
            access
                .calls()
                .call(
                    Outgoing.of(
                        "PATCH",
                        URI.create(session.instance() + path),
                        Map.of(
                            "Authorization",
                            "Bearer " + session.token(),
                            "Content-Type",
                            "application/json"),
                        JSON.writeValueAsString(body)),
                    true));
  }

  /** Deletes what a path names. */
  static Mono<Fetched> delete(Access access, String path) {
    return signedIn(
        access,
        session ->
            access
                .calls()
                .call(
                    Outgoing.of("DELETE", URI.create(session.instance() + path), auth(session), ""),
                    true));
  }

  static String query(String soql) {
    return DATA + "/queryAll?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8);
  }

  /** A session may end at any time: then a second try with a new one. */
  private static Mono<Fetched> signedIn(Access access, Function<Session, Mono<Fetched>> call) {
    return session(access)
        .flatMap(call)
        .flatMap(answer -> {
          if (answer.status() != UNAUTHORIZED) {
            return Mono.just(answer);
          }
          access.memory().remove(TOKEN);
          return session(access).flatMap(call);
        })
        .flatMap(answer ->
            answer.status() < FIRST_REFUSAL ? Mono.just(answer) : Mono.error(refusal(answer)));
  }

  static Mono<Session> session(Access access) {
    var token = access.memory().get(TOKEN);
    var instance = access.memory().get(INSTANCE);
    return token != null && instance != null
        ? Mono.just(new Session(token, instance))
        : signIn(access);
  }

  private static Mono<Session> signIn(Access access) {
    return Mono.defer(() -> {
      var form =
          "grant_type=client_credentials&client_id="
              + encoded(access.needed("clientId"))
              + "&client_secret="
              + encoded(access.needed("clientSecret"));
      var uri = address(access.needed("loginUrl"));
      return access
          .calls()
          .call(
              Outgoing.of(
                  "POST", uri, Map.of("Content-Type", "application/x-www-form-urlencoded"), form),
              true)
          .map(answer -> remembered(access, answer));
    });
  }

  private static URI address(String loginUrl) {
    try {
      return URI.create(loginUrl.replaceAll("/+$", "") + "/services/oauth2/token");
    } catch (IllegalArgumentException _) {
      throw ConnectorException.refused("bad-address", "The login address is no address.");
    }
  }

  private static Session remembered(Access access, Fetched answer) {
    var body = json(answer);
    if (answer.status() != 200) {
      throw ConnectorException.refused(
          "credentials-refused",
          "Salesforce does not let the connected app in: "
              + body.path("error_description").asString(body.path("error").asString("no reason"))
              + ". Check its key, its secret and that the client credentials flow is on.");
    }
    var token = body.path("access_token").asString("");
    var instance = body.path("instance_url").asString("").replaceAll("/+$", "");
    if (token.isEmpty() || instance.isEmpty()) {
      throw ConnectorException.later("unexpected-answer", "Salesforce gave no session.", null);
    }
    access.memory().put(INSTANCE, instance);
    access.memory().put(TOKEN, token);
    return new Session(token, instance);
  }

  private static Map<String, String> auth(Session session) {
    return Map.of("Authorization", "Bearer " + session.token());
  }

  /** The body of an answer. */
  static JsonNode json(Fetched answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JacksonException _) {
      throw ConnectorException.later(
          "unexpected-answer", "Salesforce answered something that is no JSON.", null);
    }
  }

  /** What a refusal means for us; {@code code} in its detail is Salesforce's own. */
  static ConnectorException refusal(Fetched answer) {
    var error = json(answer).path(0);
    var code = error.path("errorCode").asString("HTTP " + answer.status());
    var detail = code + ": " + error.path("message").asString("no reason given");
    return switch (code) {
      case "INVALID_SESSION_ID" ->
          ConnectorException.refused(
              "credentials-refused", "Salesforce ends every session at once. " + detail);
      case "REQUEST_LIMIT_EXCEEDED" ->
          ConnectorException.later(
              "budget-spent",
              "The organisation's requests of the day are used up. " + detail,
              BUDGET_PAUSE);
      case "INVALID_QUERY_LOCATOR" -> ConnectorException.later("locator-lost", detail, null);
      case "INVALID_FIELD" -> ConnectorException.refused("field-missing", detail);
      case "NOT_FOUND" ->
          ConnectorException.refused(
              "field-missing",
              "Is the text field "
                  + Soql.OUR_ID
                  + " there, as a unique external id, and may the user see it? "
                  + detail);
      case "REQUIRED_FIELD_MISSING" -> ConnectorException.refused("record-incomplete", detail);
      case "UNABLE_TO_LOCK_ROW", "SERVER_UNAVAILABLE" ->
          ConnectorException.later("busy", detail, RATE_PAUSE);
      default ->
          answer.status() == 429
              ? ConnectorException.later("too-many-requests", detail, retryAfter(answer))
              : ConnectorException.refused(
                  "not-permitted",
                  "Salesforce refuses a request. Check what the connected app's user may see. "
                      + detail);
    };
  }

  private static @Nullable Duration retryAfter(Fetched answer) {
    return answer
        .header("retry-after")
        .filter(text -> text.matches("\\d{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .orElse(RATE_PAUSE);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
