package rapport.integrations.slack;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.IntegrationEvent.Person;
import rapport.integrations.connector.Access;
import rapport.integrations.connector.ConnectorException;
import rapport.integrations.connector.Days;
import rapport.integrations.connector.Mapped;
import rapport.integrations.connector.Page;
import rapport.integrations.connector.Page.Whole;
import rapport.integrations.slack.SlackChannels.Channel;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Reads what is said in a channel, the latest first, each message with what was answered. */
final class SlackHistory {

  /** Few, since each thread is a request of its own and a page must not take long. */
  private static final String PAGE = "20";

  private static final String ANSWERS = "200";

  /** What is younger may be missing in an answer and yet be there. */
  private static final Duration SETTLED = Duration.ofMinutes(10);

  private SlackHistory() {}

  static Mono<Page> read(Access access, Channel channel, @Nullable String cursor, Instant now) {
    var place = SlackPlace.read(cursor, Days.of(access), now);
    return SlackApi.ask(access, "conversations.history", asked(channel, place))
        .flatMap(body ->
            threads(access, channel, body)
                .flatMap(said -> records(access, channel, said, now))
                .flatMap(mapped ->
                    SlackPeople.team(access)
                        .map(team -> new SlackMessages(access.connection(), team, channel))
                        .map(messages -> page(messages, place, body, mapped, now))))
        .onErrorResume(
            failure -> place.window().next() != null && SlackApi.lostPlace(failure),
            _ -> read(access, channel, place.anew().cursor(), now));
  }

  private static Map<String, String> asked(Channel channel, SlackPlace place) {
    var asked = new HashMap<String, String>();
    asked.put("channel", channel.id());
    asked.put("limit", PAGE);
    asked.put("oldest", Stamp.of(place.window().since()));
    asked.put("latest", Stamp.of(place.window().until()));
    if (place.window().next() != null) {
      asked.put("cursor", place.window().next());
    }
    return asked;
  }

  /** Everything said in the threads of a page, each message once. */
  private static Mono<List<JsonNode>> threads(Access access, Channel channel, JsonNode body) {
    return Flux.fromIterable(body.path("messages"))
        .concatMap(message ->
            message.path("reply_count").asInt(0) > 0 && SlackMessages.isTimed(message)
                ? Flux.concat(Flux.just(message), answers(access, channel, message))
                : Flux.just(message))
        .collect(
            LinkedHashMap<String, JsonNode>::new,
            (all, message) -> all.put(message.path("ts").asString(""), message))
        .map(all -> List.copyOf(all.values()));
  }

  /** Nothing of a thread that went since its first message was told. */
  private static Flux<JsonNode> answers(Access access, Channel channel, JsonNode message) {
    var asked = Map.of("channel", channel.id(), "ts", SlackMessages.ts(message), "limit", ANSWERS);
    return SlackApi.pages(access, "conversations.replies", asked)
        .flatMapIterable(page -> page.path("messages").valueStream().toList())
        .onErrorResume(
            failure ->
                failure instanceof ConnectorException e && e.code().equals(SlackApi.THREAD_GONE),
            _ -> Flux.empty());
  }

  /** Those of messages that people said, as records. */
  static Mono<Mapped> records(Access access, Channel channel, List<JsonNode> said, Instant now) {
    var talk = said.stream().filter(SlackMessages::isTalk).toList();
    if (talk.isEmpty()) {
      return Mono.just(Mapped.NOTHING);
    }
    var ids = new LinkedHashSet<String>();
    talk.forEach(message -> ids.addAll(SlackMessages.named(message)));
    return SlackPeople.named(access, ids, now)
        .flatMap(people -> {
          var isToAll = talk.stream().anyMatch(message -> SlackMessages.isToAll(message, people));
          var all =
              isToAll
                  ? SlackPeople.spokenTo(access, channel.id(), now)
                  : Mono.just(List.<Person>of());
          return Mono.zip(all, SlackPeople.team(access))
              .map(both -> {
                var messages = new SlackMessages(access.connection(), both.getT2(), channel);
                return Mapped.of(
                    talk.stream(), message -> messages.record(message, people, both.getT1()));
              });
        });
  }

  private static Page page(
      SlackMessages messages, SlackPlace place, JsonNode body, Mapped mapped, Instant now) {
    var next = SlackApi.nextCursor(body);
    var oldest =
        body.path("messages")
            .valueStream()
            .filter(SlackMessages::isTimed)
            .map(SlackMessages::ts)
            .sorted()
            .findFirst()
            .orElse(null);
    var whole = whole(messages, place, next.isEmpty(), oldest, now);
    var cursor = next.isEmpty() ? place.passed().cursor() : place.on(next, oldest).cursor();
    return new Page(mapped.records(), cursor, !next.isEmpty(), null, null, whole, mapped.unfit());
  }

  /** The threads a page has all of: from its oldest message up to where the page before ended. */
  private static @Nullable Whole whole(
      SlackMessages messages,
      SlackPlace place,
      boolean isLast,
      @Nullable String oldest,
      Instant now) {
    var settled = Stamp.of(place.window().until().minus(SETTLED));
    var below =
        place.below() == null || place.below().compareTo(settled) > 0 ? settled : place.below();
    // The time that is asked from is not among what is answered.
    var from = isLast ? Stamp.of(place.window().since().plusNanos(1_000)) : oldest;
    return from == null || from.compareTo(below) >= 0
        ? null
        : messages.whole(from, below, Stamp.micros(now));
  }
}
