package rapport.integrations.slack;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import rapport.integrations.connector.Access;
import rapport.integrations.connector.ConnectorException;
import rapport.runtime.egress.Fetched;
import rapport.runtime.egress.Outgoing;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Slack's Web API: it answers 200 also when it refuses, and says why in the body. */
final class SlackApi {

  static final String NOBODY = "unknown-person";
  static final String THREAD_GONE = "thread-gone";

  private static final String SCOPE = "scope-missing";
  private static final String PLACE_LOST = "place-lost";
  private static final String AUTHORIZATION = "Authorization";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration RATE_PAUSE = Duration.ofSeconds(30);
  private static final int TOO_MANY = 429;

  /** Refusals that the token or the app's installation is the reason of. */
  private static final Set<String> CREDENTIALS =
      Set.of(
          "invalid_auth",
          "not_authed",
          "account_inactive",
          "token_revoked",
          "token_expired",
          "no_permission");

  /** Refusals that go away. */
  private static final Set<String> PASSING =
      Set.of(
          "ratelimited", "internal_error", "fatal_error", "service_unavailable", "request_timeout");

  private SlackApi() {}

  /**
   * Tells something, once.
   *
   * @param body what the method takes, as JSON
   * @return its answer; fails with {@link ConnectorException} when it refuses
   */
  static Mono<JsonNode> tell(Access access, String method, Object body) {
    return Mono.defer(
            () -> {
              var headers =
                  Map.of(
                      AUTHORIZATION,
                      token(access),
                      "Content-Type",
                      "application/json; charset=utf-8");
              var text = JSON.writeValueAsString(body);
              var request = Outgoing.of("POST", address(access, method), headers, text);
              return access.calls().call(request, false);
            })
        .map(SlackApi::answered);
  }

  /**
   * Asks for something: what Slack only answers takes its parameters as a form.
   *
   * @return the answer; fails with {@link ConnectorException} when it refuses
   */
  static Mono<JsonNode> ask(Access access, String method, Map<String, String> given) {
    return Mono.defer(
            () -> {
              var query =
                  given.entrySet().stream()
                      .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                      .sorted()
                      .collect(Collectors.joining("&"));
              var path = query.isEmpty() ? method : method + "?" + query;
              var headers = Map.of(AUTHORIZATION, token(access));
              return access.calls().call(Outgoing.get(address(access, path), headers), true);
            })
        .map(SlackApi::answered);
  }

  /** Asks for something page by page. */
  static Flux<JsonNode> pages(Access access, String method, Map<String, String> given) {
    return ask(access, method, given)
        .expand(page -> {
          var next = nextCursor(page);
          if (next.isEmpty()) {
            return Mono.empty();
          }
          var further = new HashMap<>(given);
          further.put("cursor", next);
          return ask(access, method, further);
        });
  }

  /** Where an answer goes on; empty at its end. */
  static String nextCursor(JsonNode answer) {
    return answer.path("response_metadata").path("next_cursor").asString("");
  }

  static boolean lacksScope(Throwable failure) {
    return isCode(failure, SCOPE);
  }

  /** A cursor of theirs is good for a while only. */
  static boolean lostPlace(Throwable failure) {
    return isCode(failure, PLACE_LOST);
  }

  private static boolean isCode(Throwable failure, String code) {
    return failure instanceof ConnectorException e && e.code().equals(code);
  }

  private static String token(Access access) {
    return "Bearer " + access.needed("botToken");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static URI address(Access access, String method) {
    try {
      return URI.create(access.needed("apiUrl").replaceAll("/+$", "") + "/api/" + method);
    } catch (IllegalArgumentException _) {
      throw ConnectorException.refused("bad-address", "The address of Slack is no address.");
    }
  }

  private static JsonNode answered(Fetched answer) {
    if (answer.status() == TOO_MANY) {
      throw ConnectorException.later(
          "too-many-requests", "Slack asks for a pause.", retryAfter(answer));
    }
    JsonNode body;
    try {
      body = JSON.readTree(answer.body());
    } catch (JacksonException _) {
      throw ConnectorException.later(
          "unexpected-answer", "Slack answered something that is no JSON.", null);
    }
    if (!body.path("ok").asBoolean(false)) {
      throw refusal(
          body.path("error").asString("HTTP " + answer.status()), body.path("needed").asString(""));
    }
    return body;
  }

  /**
   * What a refusal means.
   *
   * @param error Slack's own word for it
   * @param needed the scopes that are missing, if it says
   */
  private static ConnectorException refusal(String error, String needed) {
    if (CREDENTIALS.contains(error)) {
      return ConnectorException.refused(
          "credentials-refused",
          "Slack does not accept the bot's token for this: "
              + error
              + ". Check the token, that the app is installed, and its scopes.");
    }
    if (PASSING.contains(error)) {
      return ConnectorException.later("server-error", "Slack says " + error + ".", RATE_PAUSE);
    }
    return switch (error) {
      case "missing_scope" ->
          ConnectorException.refused(
              SCOPE,
              "The app lacks a scope"
                  + (needed.isEmpty() ? "" : ", " + needed)
                  + ". Add it over there, and install the app anew.");
      case "user_not_found", "user_not_visible" ->
          ConnectorException.refused(NOBODY, "Slack tells nothing of somebody.");
      case "thread_not_found" -> ConnectorException.refused(THREAD_GONE, "A thread is gone.");
      case "invalid_cursor" -> ConnectorException.refused(PLACE_LOST, "Slack lost the place.");
      case "not_in_channel", "channel_not_found", "is_archived" ->
          ConnectorException.refused(
              "channel-closed",
              "The channel is closed to the app: "
                  + error
                  + ". Check its name, and invite the app to it.");
      default -> ConnectorException.refused("not-permitted", "Slack refuses: " + error + ".");
    };
  }

  private static Duration retryAfter(Fetched answer) {
    return answer
        .header("retry-after")
        .filter(text -> text.matches("\\d{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .orElse(RATE_PAUSE);
  }
}
