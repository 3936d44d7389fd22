package rapport.simulators;

import static rapport.simulators.VendorSimulator.JSON;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who is in a simulated Slack, and what happens there: messages, threads, edits and deletions. It
 * has one channel to begin with, {@code C1}, called {@code general}, and one person of ours in it,
 * {@code U2}.
 */
public final class SlackWorkspace {

  static final String TEAM = "T1";

  private static final long MICROS = 1_000_000;

  private final Map<String, SlackChannel> channels = new ConcurrentHashMap<>();
  private final Map<String, ObjectNode> users = new ConcurrentSkipListMap<>();
  private final Consumer<ObjectNode> events;
  private volatile boolean installed = true;

  /**
   * @param events is told what happens
   */
  SlackWorkspace(Consumer<ObjectNode> events) {
    this.events = events;
    channel("C1", "general");
    user("U1", "rapport", null, TEAM).put("is_bot", true);
    user("U2", "Us", "us@rapport.example", TEAM);
  }

  /** There is such a channel, and the app is in it. */
  public void channel(String id, String name) {
    channels.put(id, new SlackChannel(id, name));
  }

  /** The app is in the channel no more, or is again. */
  public void leave(String id, boolean gone) {
    at(id).leave(gone);
  }

  /** Somebody of a team; ours is {@code T1}. */
  public ObjectNode user(String id, String name, @Nullable String email, String team) {
    var user = JSON.createObjectNode().put("id", id).put("team_id", team).put("name", name);
    user.put("real_name", name).put("is_bot", false).put("is_restricted", false);
    var profile = user.putObject("profile").put("real_name", name).put("display_name", "");
    if (email != null) {
      profile.put("email", email);
    }
    users.put(id, user);
    return user;
  }

  /** The messages of its first channel, the oldest first. */
  public List<ObjectNode> messages() {
    return at("C1").messages();
  }

  /** Somebody says something; its time there, which is its id. */
  public String say(String channel, Instant at, String user, String text) {
    return said(channel, message(at, user, text));
  }

  /** Somebody answers a message. */
  public String reply(String channel, String thread, Instant at, String user, String text) {
    var root = at(channel).message(thread);
    var message = message(at, user, text).put("thread_ts", thread);
    return said(channel, message.put("parent_user_id", root.path("user").asString("")));
  }

  /** Something that Slack itself has to say, or a bot. */
  public String remark(String channel, Instant at, String subtype, String text) {
    return said(channel, message(at, "U2", text).put("subtype", subtype));
  }

  public void edit(String channel, String ts, Instant at, String text) {
    var message = at(channel).message(ts);
    var previous = message.deepCopy();
    message.put("text", text);
    message
        .putObject("edited")
        .put("user", message.path("user").asString(""))
        .put("ts", text(micros(at)));
    var event = event(channel, text(micros(at))).put("subtype", "message_changed");
    event.set("message", message.deepCopy());
    event.set("previous_message", previous);
    events.accept(event);
  }

  /** A message goes; one that was answered leaves a stone behind. */
  public void delete(String channel, String ts, Instant at) {
    var message = at(channel).message(ts);
    var previous = message.deepCopy();
    var event = event(channel, text(micros(at)));
    if (at(channel).answers(ts).isEmpty()) {
      at(channel).remove(ts);
      event.put("subtype", "message_deleted").put("deleted_ts", ts);
    } else {
      message.put("subtype", "tombstone").put("text", "This message was deleted.");
      message.put("user", "USLACKBOT").put("hidden", true);
      event.put("subtype", "message_changed").set("message", message.deepCopy());
    }
    event.set("previous_message", previous);
    events.accept(event);
  }

  /** An administrator over there takes the app out. */
  public void uninstall() {
    installed = false;
    events.accept(JSON.createObjectNode().put("type", "app_uninstalled"));
  }

  /** The app is there again. */
  public void install() {
    installed = true;
  }

  /** Whether a message stands in the channel itself, so that it can be answered. */
  public boolean isFirst(String channel, String ts) {
    return SlackChannel.isFirst(at(channel).message(ts));
  }

  boolean isInstalled() {
    return installed;
  }

  @Nullable SlackChannel find(String channel) {
    return channels.get(channel);
  }

  /** The channels that the app is in. */
  List<SlackChannel> joined() {
    return channels.values().stream()
        .filter(channel -> !channel.isLeft())
        .sorted(Comparator.comparing(SlackChannel::id))
        .toList();
  }

  @Nullable ObjectNode user(String id) {
    return users.get(id);
  }

  Collection<String> userIds() {
    return users.keySet();
  }

  /** A message that is not said yet, at a time that no other has. */
  ObjectNode message(Instant at, String user, String text) {
    return JSON.createObjectNode()
        .put("type", "message")
        .put("ts", stamp(at))
        .put("user", user)
        .put("team", TEAM)
        .put("text", text);
  }

  String said(String channel, ObjectNode message) {
    var ts = message.path("ts").asString("");
    at(channel).add(message);
    var event = event(channel, ts);
    event.setAll(message.deepCopy());
    events.accept(event);
    return ts;
  }

  private static ObjectNode event(String channel, String ts) {
    return JSON.createObjectNode()
        .put("type", "message")
        .put("channel", channel)
        .put("channel_type", "channel")
        .put("ts", ts)
        .put("event_ts", ts);
  }

  private String stamp(Instant at) {
    var wanted = micros(at);
    while (isTaken(text(wanted))) {
      wanted++;
    }
    return text(wanted);
  }

  private boolean isTaken(String ts) {
    return channels.values().stream().anyMatch(channel -> channel.has(ts));
  }

  private static long micros(Instant at) {
    return at.getEpochSecond() * MICROS + at.getNano() / 1_000;
  }

  private static String text(long micros) {
    return "%010d.%06d".formatted(micros / MICROS, micros % MICROS);
  }

  private SlackChannel at(String id) {
    var channel = channels.get(id);
    if (channel == null) {
      throw new IllegalArgumentException("no channel " + id);
    }
    return channel;
  }
}
