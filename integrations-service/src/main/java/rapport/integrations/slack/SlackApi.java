package rapport.integrations.slack;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import rapport.integrations.connector.Access;
import rapport.integrations.connector.ConnectorException;
import rapport.runtime.egress.Fetched;
import rapport.runtime.egress.Outgoing;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Slack's Web API: it answers 200 also when it refuses, and says why in the body. */
final class SlackApi {

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
          "no_permission",
          "missing_scope");

  /** Refusals that go away. */
  private static final Set<String> PASSING =
      Set.of(
          "ratelimited", "internal_error", "fatal_error", "service_unavailable", "request_timeout");

  private SlackApi() {}

  /**
   * Calls a method.
   *
   * @param body what it takes, as JSON
   * @param repeatable whether calling it twice is harmless
   * @return its answer; fails with {@link ConnectorException} when it refuses
   */
  static Mono<JsonNode> call(Access access, String method, Object body, boolean repeatable) {
    return Mono.defer(() ->
            access
                .calls()
                .call(
                    Outgoing.of(
                        "POST",
                        address(access, method),
                        Map.of(
                            "Authorization",
                            "Bearer " + access.needed("botToken"),
                            "Content-Type",
                            "application/json; charset=utf-8"),
                        JSON.writeValueAsString(body)),
                    repeatable))
        .map(SlackApi::answered);
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
      throw refusal(body.path("error").asString("HTTP " + answer.status()));
    }
    return body;
  }

  /** What a refusal means; {@code error} is Slack's own word for it. */
  static ConnectorException refusal(String error) {
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
      case "not_in_channel", "channel_not_found", "is_archived" ->
          ConnectorException.refused(
              "channel-closed",
              "The channel cannot be written to: "
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
