package rapport.integrations.slack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.IntegrationEvent.InteractionSeen;
import rapport.contracts.IntegrationEvent.Person;
import rapport.contracts.IntegrationEvent.RecordDeleted;
import rapport.contracts.IntegrationEvent.Source;
import rapport.integrations.connector.Excerpt;
import rapport.integrations.connector.Page.Whole;
import rapport.integrations.connector.Sides;
import rapport.integrations.connector.SourceRecord;
import rapport.integrations.slack.SlackChannels.Channel;
import rapport.integrations.slack.SlackPeople.Known;
import rapport.integrations.slack.SlackPeople.Team;
import tools.jackson.databind.JsonNode;

/**
 * Messages of a channel in our words. A record is named after its channel, its thread and itself,
 * so that the records of threads that follow one another do so, too.
 */
record SlackMessages(String connection, Team team, Channel channel) {

  private static final String SYSTEM = "slack";
  private static final String OBJECT = "message";
  private static final String KIND = "interaction";

  /** What people say comes as one of these; everything else Slack or a bot says. */
  private static final Set<String> TALK =
      Set.of("", "me_message", "file_share", "thread_broadcast");

  /** Nobody, and Slack itself. */
  private static final Set<String> NOBODY = Set.of("", "USLACKBOT");

  /** Whether a person said it. */
  static boolean isTalk(JsonNode message) {
    return message.path("type").asString("message").equals("message")
        && TALK.contains(message.path("subtype").asString(""))
        && message.path("bot_id").asString("").isEmpty()
        && !NOBODY.contains(message.path("user").asString(""));
  }

  /** What is left of a message that was answered and then deleted. */
  static boolean isTombstone(JsonNode message) {
    return message.path("subtype").asString("").equals("tombstone");
  }

  /** Whether it says when it was. */
  static boolean isTimed(JsonNode message) {
    return Stamp.isOne(message.path("ts").asString(""));
  }

  static String ts(JsonNode message) {
    return Stamp.checked(message.path("ts").asString(""));
  }

  /** The first message of the talk it belongs to. */
  private static String thread(JsonNode message, String ts) {
    var thread = message.path("thread_ts").asString("");
    return thread.isEmpty() ? ts : Stamp.checked(thread);
  }

  /** Whoever said it first, then whom it is said to by name. */
  static Set<String> named(JsonNode message) {
    var ids = new LinkedHashSet<String>();
    ids.add(message.path("user").asString(""));
    ids.add(message.path("parent_user_id").asString(""));
    ids.addAll(SlackText.mentioned(message.path("text").asString("")));
    ids.removeAll(NOBODY);
    return ids;
  }

  /** Whether one of ours says it to nobody of theirs by name. */
  static boolean isToAll(JsonNode message, Map<String, Known> people) {
    var author = people.get(message.path("user").asString(""));
    return author != null
        && author.person().side().equals("ours")
        && named(message).stream()
            .flatMap(id -> Stream.ofNullable(people.get(id)))
            .noneMatch(Known::isTheirs);
  }

  /**
   * A message as a record.
   *
   * @param people those it names
   * @param all their people in the channel, for what is said to all
   */
  SourceRecord record(JsonNode message, Map<String, Known> people, List<Person> all) {
    var ts = ts(message);
    var edited = message.path("edited").path("ts").asString("");
    var version = Stamp.micros(Stamp.isOne(edited) ? edited : ts);
    var thread = thread(message, ts);
    var source = source(thread, ts, version, url(thread, ts));
    var participants = participants(message, people, all);
    var event =
        new InteractionSeen(
            source,
            "chat",
            direction(participants),
            Stamp.time(ts).toString(),
            "#" + channel.name(),
            text(message, people),
            participants,
            channel.id() + "/" + thread,
            null);
    return new SourceRecord(OBJECT, source.record(), version, event);
  }

  /** That a message is gone since then. */
  SourceRecord gone(JsonNode message, String ts, long since) {
    var source = source(thread(message, ts), ts, since, null);
    return new SourceRecord(OBJECT, source.record(), since, new RecordDeleted(source, KIND));
  }

  /** All threads that begin from then on and before then. */
  Whole whole(String from, String below, long version) {
    return new Whole(
        SYSTEM, OBJECT, KIND, channel.id() + "/" + from, channel.id() + "/" + below, version);
  }

  private Source source(String thread, String ts, long version, @Nullable String url) {
    var record = channel.id() + "/" + thread + "/" + ts;
    return new Source(connection, SYSTEM, OBJECT, record, Long.toString(version), url, null);
  }

  private String url(String thread, String ts) {
    var page = team.url() + "archives/" + channel.id() + "/p" + ts.replace(".", "");
    return thread.equals(ts) ? page : page + "?thread_ts=" + thread + "&cid=" + channel.id();
  }

  private static List<Person> participants(
      JsonNode message, Map<String, Known> people, List<Person> all) {
    var there = new ArrayList<Person>();
    named(message).stream()
        .flatMap(id -> Stream.ofNullable(people.get(id)))
        .filter(known -> !known.bot())
        .map(Known::person)
        .forEach(there::add);
    if (isToAll(message, people)) {
      there.addAll(all);
    }
    return there;
  }

  private static String direction(List<Person> participants) {
    if (Sides.isInternal(participants)) {
      return "internal";
    }
    return !participants.isEmpty() && participants.getFirst().side().equals("ours")
        ? "outbound"
        : "inbound";
  }

  private static @Nullable String text(JsonNode message, Map<String, Known> people) {
    var plain = SlackText.plain(message.path("text").asString(""), id -> name(id, people));
    return plain.isEmpty() ? null : Excerpt.of(plain);
  }

  private static String name(String id, Map<String, Known> people) {
    var known = people.get(id);
    return known == null ? id : Objects.requireNonNullElse(known.person().name(), id);
  }
}
