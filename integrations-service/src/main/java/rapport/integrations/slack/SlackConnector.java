package rapport.integrations.slack;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.integrations.connector.Access;
import rapport.integrations.connector.ConnectorDescription;
import rapport.integrations.connector.ConnectorException;
import rapport.integrations.connector.HookAnswer;
import rapport.integrations.connector.HookRequest;
import rapport.integrations.connector.Page;
import rapport.integrations.connector.Reading;
import rapport.integrations.connector.Receiving;
import rapport.integrations.connector.Sending;
import rapport.integrations.connector.SignedIn;
import rapport.integrations.connector.SourceRecord;
import rapport.integrations.outbound.Message;
import rapport.integrations.outbound.Outcome;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Reads channels and sends messages to them. Slack knows no idempotency keys, so each message
 * carries its key as metadata, and before a second try it is looked for.
 */
@Component
public final class SlackConnector implements Reading, Receiving, Sending {

  private static final String METADATA = "rapport_message";
  private static final String LOOKED_THROUGH = "200";

  private final Clock clock;

  public SlackConnector(Clock clock) {
    this.clock = clock;
  }

  @Override
  public ConnectorDescription description() {
    return SlackDescription.IT;
  }

  /** As many as Slack takes of most methods, each counted by itself. */
  @Override
  public int perSecond() {
    return 2;
  }

  /** What is to be read is tried, too: the channels, what is in them and who that is. */
  @Override
  public Mono<SignedIn> test(Access access) {
    return SlackApi.ask(access, "auth.test", Map.of())
        .flatMap(who ->
            SlackChannels.entries(access).isEmpty()
                ? Mono.just(found(who, 0))
                : tried(access, who));
  }

  private Mono<SignedIn> tried(Access access, JsonNode who) {
    return SlackChannels.readable(access)
        .collectList()
        .flatMap(entries ->
            SlackChannels.ofEntry(access, entries.getFirst())
                .map(channel -> Map.of("channel", channel.id(), "limit", "1"))
                .flatMap(one -> SlackApi.ask(access, "conversations.history", one))
                .then(
                    SlackPeople.named(
                        access, List.of(who.path("user_id").asString("")), clock.instant()))
                .thenReturn(found(who, entries.size())));
  }

  private static SignedIn found(JsonNode who, int channels) {
    return new SignedIn(
        "Signed in as "
            + who.path("user").asString("?")
            + " of "
            + who.path("team").asString("?")
            + (channels == 0 ? "; no channel is read." : "; channels to read: " + channels + "."),
        who.path("team_id").asStringOpt().orElse(null));
  }

  /** With no channel to read, whether the token still works is all there is to know. */
  @Override
  public Flux<String> feeds(Access access) {
    return SlackChannels.entries(access).isEmpty()
        ? SlackApi.ask(access, "auth.test", Map.of()).thenMany(Flux.empty())
        : SlackChannels.readable(access);
  }

  @Override
  public Mono<Page> read(Access access, String feed, @Nullable String cursor) {
    return SlackChannels.ofEntry(access, feed)
        .flatMap(channel -> SlackHistory.read(access, channel, cursor, clock.instant()));
  }

  @Override
  public HookAnswer check(Access access, HookRequest request, Instant now) {
    return SlackEvents.check(access, request, now);
  }

  @Override
  public Flux<SourceRecord> taken(Access access, String body) {
    return SlackEvents.taken(access, body, clock.instant());
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
    return SlackApi.tell(access, "chat.postMessage", body)
        .map(answer -> done(access, answer.path("ts"), false));
  }

  /** Empty when it was not sent, and when we may not look. */
  private static Mono<Outcome.Done> sentBefore(Access access, Message.Chat chat, String key) {
    var asked =
        Map.of("channel", chat.channel(), "limit", LOOKED_THROUGH, "include_all_metadata", "true");
    return SlackApi.ask(access, "conversations.history", asked)
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
