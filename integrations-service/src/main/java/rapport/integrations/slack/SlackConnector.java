package rapport.integrations.slack;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import rapport.integrations.connector.Access;
import rapport.integrations.connector.ConnectorDescription;
import rapport.integrations.connector.ConnectorDescription.Ability;
import rapport.integrations.connector.ConnectorDescription.Setting;
import rapport.integrations.connector.ConnectorDescription.Setting.Input;
import rapport.integrations.connector.ConnectorException;
import rapport.integrations.connector.HookAnswer;
import rapport.integrations.connector.HookRequest;
import rapport.integrations.connector.Receiving;
import rapport.integrations.connector.Sending;
import rapport.integrations.connector.SourceRecord;
import rapport.integrations.outbound.Message;
import rapport.integrations.outbound.Outcome;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Sends messages to channels. Slack knows no idempotency keys, so each message carries its key as
 * metadata, and before a second try it is looked for.
 */
@Component
public final class SlackConnector implements Sending, Receiving {

  private static final String METADATA = "rapport_message";
  private static final int LOOKED_THROUGH = 200;

  private static final ConnectorDescription DESCRIPTION =
      new ConnectorDescription(
          "slack",
          "Slack",
          "Messages to channels: alerts, and whatever automations have to say.",
          List.of(Ability.SEND),
          List.of(
              Setting.secret("botToken", "Bot token", "Begins with xoxb-."),
              Setting.optionalSecret(
                  SlackEvents.SECRET,
                  "Signing secret",
                  "By it Slack's own requests are known, should the app send any."),
              Setting.optional(
                      "apiUrl",
                      "Address",
                      "Another one only for GovSlack, https://slack-gov.com.",
                      "https://slack.com")
                  .as(Input.ADDRESS)),
          List.of(),
          List.of(
              "Make an app of your own in your workspace, with the bot scope chat:write; with"
                  + " channels:history, too, a message is not sent twice after a hiccup.",
              "Install it, copy the bot token, and invite the app to the channels."),
          List.of(),
          List.of(
              "What is said in Slack is not read.",
              "Without channels:history a message may appear twice when Slack's answer goes"
                  + " missing."));

  @Override
  public ConnectorDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Mono<String> test(Access access) {
    return SlackApi.call(access, "auth.test", Map.of(), true)
        .map(who ->
            "Signed in as "
                + who.path("user").asString("?")
                + " of "
                + who.path("team").asString("?")
                + ".");
  }

  @Override
  public HookAnswer check(Access access, HookRequest request, Instant now) {
    return SlackEvents.check(access, request, now);
  }

  /** What is said in Slack is not read yet. */
  @Override
  public Flux<SourceRecord> taken(Access access, String body) {
    return Flux.empty();
  }

  @Override
  public boolean takes(Class<? extends Message> kind) {
    return kind == Message.Chat.class;
  }

  @Override
  public Mono<Outcome.Done> send(Access access, Message message, String key, boolean again) {
    if (!(message instanceof Message.Chat chat)) {
      return Mono.error(
          ConnectorException.refused("not-permitted", "Slack takes chat messages only."));
    }
    var before = again ? sentBefore(access, chat, key) : Mono.<Outcome.Done>empty();
    return before.switchIfEmpty(Mono.defer(() -> post(access, chat, key)));
  }

  private static Mono<Outcome.Done> post(Access access, Message.Chat chat, String key) {
    var body = new LinkedHashMap<String, Object>();
    body.put("channel", chat.channel());
    body.put("text", chat.text());
    if (chat.thread() != null) {
      body.put("thread_ts", chat.thread());
    }
    body.put("metadata", Map.of("event_type", METADATA, "event_payload", Map.of("key", key)));
    return SlackApi.call(access, "chat.postMessage", body, false)
        .map(answer -> done(access, answer.path("ts"), false));
  }

  /** Empty when it was not sent, and when we may not look. */
  private static Mono<Outcome.Done> sentBefore(Access access, Message.Chat chat, String key) {
    var body =
        Map.of("channel", chat.channel(), "limit", LOOKED_THROUGH, "include_all_metadata", true);
    return SlackApi.call(access, "conversations.history", body, true)
        .onErrorResume(
            failure ->
                failure instanceof ConnectorException e
                    && e.kind() == ConnectorException.Kind.REFUSED,
            _ -> Mono.empty())
        .flatMapIterable(answer -> answer.path("messages").valueStream().toList())
        .filter(message -> carries(message, key))
        .next()
        .map(message -> done(access, message.path("ts"), true));
  }

  private static boolean carries(JsonNode message, String key) {
    var metadata = message.path("metadata");
    return metadata.path("event_type").asString("").equals(METADATA)
        && metadata.path("event_payload").path("key").asString("").equals(key);
  }

  private static Outcome.Done done(Access access, JsonNode ts, boolean repeated) {
    return new Outcome.Done(access.connection(), ts.asString(""), repeated);
  }
}
