package rapport.integrations.connector;

import java.net.URI;
import java.time.Duration;
import rapport.runtime.egress.Fetched;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What answers of systems with a plain JSON API mean. */
public final class JsonAnswers {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration RATE_PAUSE = Duration.ofSeconds(30);
  private static final int OK_BELOW = 300;
  private static final int SHOWN = 200;

  private JsonAnswers() {}

  /**
   * The body of an answer that is none of the known refusals.
   *
   * @param system its name, for people
   * @throws ConnectorException when it is a refusal, or no JSON
   */
  public static JsonNode read(String system, Fetched answer) {
    if (answer.status() >= OK_BELOW) {
      throw refusal(system, answer);
    }
    try {
      return JSON.readTree(answer.body());
    } catch (JacksonException _) {
      throw ConnectorException.later(
          "unexpected-answer", system + " answered something that is no JSON.", null);
    }
  }

  /** What a refusal means. */
  public static ConnectorException refusal(String system, Fetched answer) {
    return switch (answer.status()) {
      case 401 ->
          ConnectorException.refused(
              "credentials-refused",
              system + " does not accept the key. Check it, and what it may read." + said(answer));
      case 403 ->
          ConnectorException.refused(
              "right-missing",
              system + " does not let the key do that. Check what it may do." + said(answer));
      case 408, 425, 429 ->
          ConnectorException.later(
              "too-many-requests", system + " asks for a pause.", retryAfter(answer));
      case 404 ->
          ConnectorException.refused(
              "not-found", system + " does not know what was asked for." + said(answer));
      default ->
          ConnectorException.refused(
              "not-permitted",
              system + " refuses a request with " + answer.status() + "." + said(answer));
    };
  }

  /** What it said about it, as far as one line goes. */
  private static String said(Fetched answer) {
    try {
      var body = JSON.readTree(answer.body());
      var message = body.path("message").asString(body.path("errors").path(0).asString(""));
      return message.isBlank()
          ? ""
          : " It says: " + message.substring(0, Math.min(SHOWN, message.length()));
    } catch (JacksonException _) {
      return "";
    }
  }

  /** How long it asks us to wait. */
  public static Duration retryAfter(Fetched answer) {
    return answer
        .header("retry-after")
        .filter(text -> text.matches("\\d{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .orElse(RATE_PAUSE);
  }

  /**
   * An address below the one that was given.
   *
   * @throws ConnectorException when that is none
   */
  public static URI address(String base, String path) {
    try {
      return URI.create(base.replaceAll("/+$", "") + path);
    } catch (IllegalArgumentException _) {
      throw ConnectorException.refused("bad-address", "The address is no address: " + base + ".");
    }
  }
}
