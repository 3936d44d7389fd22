package rapport.integrations.slack;

import java.time.Instant;
import rapport.integrations.connector.Access;
import rapport.integrations.connector.HookAnswer;
import rapport.integrations.connector.HookRequest;
import rapport.integrations.signature.Checked;
import rapport.integrations.signature.SlackSignature;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Requests of Slack's Events API. */
final class SlackEvents {

  static final String SECRET = "signingSecret";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SlackEvents() {}

  static HookAnswer check(Access access, HookRequest request, Instant now) {
    var secret = access.setting(SECRET);
    if (secret.isEmpty()) {
      return new HookAnswer.Refused(
          "no-signing-secret", "The connection has no signing secret to know Slack by.");
    }
    var checked = SlackSignature.check(secret.get(), request.headers(), request.body(), now);
    return checked == Checked.GENUINE
        ? read(request)
        : new HookAnswer.Refused(checked.code(), checked.detail());
  }

  private static HookAnswer read(HookRequest request) {
    try {
      var body = JSON.readTree(request.body());
      var id = body.path("event_id").asString("");
      return switch (body.path("type").asString("")) {
        case "url_verification" -> new HookAnswer.Challenge(body.path("challenge").asString(""));
        case "event_callback" ->
            new HookAnswer.News(id, request.text(), request.header(SlackSignature.SIGNATURE));
        default -> new HookAnswer.Ignored();
      };
    } catch (JacksonException _) {
      return new HookAnswer.Refused("malformed-json", "The body is no JSON.");
    }
  }
}
