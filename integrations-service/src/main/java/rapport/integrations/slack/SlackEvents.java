package rapport.integrations.slack;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rapport.integrations.connector.Access;
import rapport.integrations.connector.HookAnswer;
import rapport.integrations.connector.HookRequest;
import rapport.integrations.connector.Mapped;
import rapport.integrations.connector.SourceRecord;
import rapport.integrations.signature.Checked;
import rapport.integrations.signature.SlackSignature;
import rapport.integrations.slack.SlackChannels.Channel;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests of Slack's Events API. */
final class SlackEvents {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HookAnswer IGNORED = new HookAnswer.Ignored();
  private static final String MESSAGE = "message";

  /** The app may have been taken out. */
  private static final Set<String> ENDS = Set.of("app_uninstalled", "tokens_revoked");

  private SlackEvents() {}

  static HookAnswer check(Access access, HookRequest request, Instant now) {
    var secret = access.setting(SlackDescription.SIGNING_SECRET);
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
      return switch (body.path("type").asString("")) {
        case "url_verification" -> new HookAnswer.Challenge(body.path("challenge").asString(""));
        case "event_callback" -> isOurs(body.path("event")) ? news(request, body) : IGNORED;
        default -> IGNORED;
      };
    } catch (JacksonException _) {
      return new HookAnswer.Refused("malformed-json", "The body is no JSON.");
    }
  }

  private static HookAnswer news(HookRequest request, JsonNode body) {
    var id = body.path("event_id").asString("");
    return new HookAnswer.News(id, request.text(), request.header(SlackSignature.SIGNATURE));
  }

  private static boolean isOurs(JsonNode event) {
    var type = event.path("type").asString("");
    return type.equals(MESSAGE) || ENDS.contains(type);
  }

  /** Whether the token still works is asked of Slack: what is told may be long over. */
  static Flux<SourceRecord> taken(Access access, String body, Instant now) {
    var event = JSON.readTree(body).path("event");
    if (ENDS.contains(event.path("type").asString(""))) {
      return SlackApi.ask(access, "auth.test", Map.of()).thenMany(Flux.empty());
    }
    return SlackChannels.ofId(access, event.path("channel").asString(""))
        .flatMap(channel -> records(access, channel, event, now))
        .flatMapIterable(records -> records);
  }

  private static Mono<List<SourceRecord>> records(
      Access access, Channel channel, JsonNode event, Instant now) {
    return switch (event.path("subtype").asString("")) {
      case "message_changed" -> {
        var message = event.path("message");
        yield SlackMessages.isTombstone(message)
            ? gone(access, channel, event, message, SlackMessages.ts(message))
            : SlackHistory.records(access, channel, List.of(message), now).map(Mapped::all);
      }
      case "message_deleted" -> {
        var before = event.path("previous_message");
        yield SlackMessages.isTalk(before)
            ? gone(access, channel, event, before, event.path("deleted_ts").asString(""))
            : Mono.just(List.of());
      }
      default -> SlackHistory.records(access, channel, List.of(event), now).map(Mapped::all);
    };
  }

  private static Mono<List<SourceRecord>> gone(
      Access access, Channel channel, JsonNode event, JsonNode message, String ts) {
    return SlackPeople.team(access)
        .map(team -> new SlackMessages(access.connection(), team, channel))
        .map(messages ->
            List.of(
                messages.gone(
                    message,
                    Stamp.checked(ts),
                    Stamp.micros(event.path("event_ts").asString(event.path("ts").asString(""))))));
  }
}
