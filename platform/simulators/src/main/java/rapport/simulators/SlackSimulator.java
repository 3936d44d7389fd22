package rapport.simulators;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Slack as far as messages are posted to channels and read there, with threads, people, edits,
 * deletions and events. It has one channel to begin with, {@code C1}, called {@code general}, and
 * one person of ours in it, {@code U2}.
 */
public final class SlackSimulator extends VendorSimulator {

  /** What events are signed with. */
  public static final String SIGNING_SECRET = "shh";

  private static final String TEAM = "T1";
  private static final int PAGE = 100;
  private static final long MICROS = 1_000_000;

  /** A channel with its messages by their times, those of threads among them. */
  private record Channel(String id, String name, ConcurrentSkipListMap<String, ObjectNode> said) {}

  private final Map<String, Channel> channels = new ConcurrentHashMap<>();
  private final Map<String, ObjectNode> users = new ConcurrentSkipListMap<>();
  private final Map<String, Boolean> left = new ConcurrentHashMap<>();
  private final AtomicInteger losing = new AtomicInteger();
  private final AtomicInteger numbers = new AtomicInteger();
  private final HookPusher events;
  private final Clock clock;
  private final int pageSize;
  private volatile Consumer<ObjectNode> listener = _ -> {};
  private volatile boolean mayLook = true;
  private volatile boolean limits;
  private volatile boolean installed = true;

  public SlackSimulator() {
    this(Clock.systemUTC(), PAGE, 0);
  }

  /**
   * @param port 0 for any
   */
  public SlackSimulator(Clock clock, int pageSize, int port) {
    super(port);
    this.clock = clock;
    this.pageSize = pageSize;
    this.events = new HookPusher((_, body) -> signed(body));
    channel("C1", "general");
    user("U1", "rapport", null, TEAM).put("is_bot", true);
    user("U2", "Us", "us@rapport.example", TEAM);
  }

  /** The answers to so many messages that it takes go missing. */
  public void loseAnswers(int number) {
    losing.set(number);
  }

  public void limit(boolean on) {
    limits = on;
  }

  /** Whether the app has the scope to read a channel. */
  public void letLook(boolean may) {
    mayLook = may;
  }

  /** Is told every message that is posted. */
  public void onMessage(Consumer<ObjectNode> told) {
    listener = told;
  }

  /** What its Events API tells. */
  public HookPusher events() {
    return events;
  }

  /** The messages of its first channel, the oldest first. */
  public List<ObjectNode> messages() {
    return List.copyOf(at("C1").said().values());
  }

  /** There is such a channel, and the app is in it. */
  public void channel(String id, String name) {
    channels.put(id, new Channel(id, name, new ConcurrentSkipListMap<>()));
  }

  /** The app is in the channel no more, or is again. */
  public void leave(String id, boolean gone) {
    left.put(id, gone);
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

  /** Somebody says something; its time there, which is its id. */
  public String say(String channel, Instant at, String user, String text) {
    return said(channel, message(at, user, text));
  }

  /** Somebody answers a message. */
  public String reply(String channel, String thread, Instant at, String user, String text) {
    var root = Objects.requireNonNull(at(channel).said().get(thread), thread);
    var message = message(at, user, text).put("thread_ts", thread);
    return said(channel, message.put("parent_user_id", root.path("user").asString("")));
  }

  /** Something that Slack itself has to say, or a bot. */
  public String remark(String channel, Instant at, String subtype, String text) {
    return said(channel, message(at, "U2", text).put("subtype", subtype));
  }

  public void edit(String channel, String ts, Instant at, String text) {
    var message = Objects.requireNonNull(at(channel).said().get(ts), ts);
    var previous = message.deepCopy();
    message.put("text", text);
    message
        .putObject("edited")
        .put("user", message.path("user").asString(""))
        .put("ts", text(micros(at)));
    var event = event(channel, at).put("subtype", "message_changed");
    event.set("message", message.deepCopy());
    event.set("previous_message", previous);
    tell(event);
  }

  /** A message goes; one that was answered leaves a stone behind. */
  public void delete(String channel, String ts, Instant at) {
    var said = at(channel).said();
    var message = Objects.requireNonNull(said.get(ts), ts);
    var previous = message.deepCopy();
    var event = event(channel, at);
    if (answers(said, ts).isEmpty()) {
      said.remove(ts);
      event.put("subtype", "message_deleted").put("deleted_ts", ts);
    } else {
      message.put("subtype", "tombstone").put("text", "This message was deleted.");
      message.put("user", "USLACKBOT").put("hidden", true);
      event.put("subtype", "message_changed").set("message", message.deepCopy());
    }
    event.set("previous_message", previous);
    tell(event);
  }

  /** An administrator over there takes the app out. */
  public void uninstall() {
    installed = false;
    tell(JSON.createObjectNode().put("type", "app_uninstalled"));
  }

  /** The app is there again. */
  public void install() {
    installed = true;
  }

  /** Whether a message stands in the channel itself, so that it can be answered. */
  public boolean isFirst(String channel, String ts) {
    return isInChannel(Objects.requireNonNull(at(channel).said().get(ts), ts));
  }

  private String said(String channel, ObjectNode message) {
    var ts = message.path("ts").asString("");
    at(channel).said().put(ts, message);
    var event = event(channel, time(ts));
    event.setAll(message.deepCopy());
    tell(event);
    return ts;
  }

  private ObjectNode message(Instant at, String user, String text) {
    return JSON.createObjectNode()
        .put("type", "message")
        .put("ts", stamp(at))
        .put("user", user)
        .put("team", TEAM)
        .put("text", text);
  }

  private static ObjectNode event(String channel, Instant at) {
    return JSON.createObjectNode()
        .put("type", "message")
        .put("channel", channel)
        .put("channel_type", "channel")
        .put("ts", text(micros(at)))
        .put("event_ts", text(micros(at)));
  }

  private void tell(ObjectNode event) {
    var body =
        JSON.createObjectNode()
            .put("team_id", TEAM)
            .put("api_app_id", "A1")
            .put("type", "event_callback")
            .put("event_id", "Ev%08d".formatted(numbers.incrementAndGet()))
            .put("event_time", clock.instant().getEpochSecond());
    body.set("event", event);
    events.happened(JSON.writeValueAsString(body));
  }

  private Map<String, String> signed(String body) {
    var seconds = Long.toString(clock.instant().getEpochSecond());
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SIGNING_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      var tag = mac.doFinal(("v0:" + seconds + ":" + body).getBytes(StandardCharsets.UTF_8));
      return Map.of(
          "X-Slack-Request-Timestamp",
          seconds,
          "X-Slack-Signature",
          "v0=" + HexFormat.of().formatHex(tag));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java knows HmacSHA256", e);
    }
  }

  /** No two messages have the same time. */
  private String stamp(Instant at) {
    var wanted = micros(at);
    while (isTaken(text(wanted))) {
      wanted++;
    }
    return text(wanted);
  }

  private boolean isTaken(String ts) {
    return channels.values().stream().anyMatch(channel -> channel.said().containsKey(ts));
  }

  private static long micros(Instant at) {
    return at.getEpochSecond() * MICROS + at.getNano() / 1_000;
  }

  private static String text(long micros) {
    return "%010d.%06d".formatted(micros / MICROS, micros % MICROS);
  }

  private static Instant time(String ts) {
    var micros = Long.parseLong(ts.replace(".", ""));
    return Instant.ofEpochSecond(micros / MICROS, micros % MICROS * 1_000);
  }

  private Channel at(String id) {
    var channel = channels.get(id);
    if (channel == null) {
      throw new IllegalArgumentException("no channel " + id);
    }
    return channel;
  }

  @Override
  protected boolean letsIn(String authorization) {
    return limits || authorization.equals("Bearer xoxb-good");
  }

  @Override
  protected Answer stranger() {
    return no("invalid_auth");
  }

  /** Slack takes forms as well, with whatever is no text as JSON in it. */
  @Override
  protected JsonNode said(String contentType, String body) {
    return contentType.startsWith("application/x-www-form-urlencoded")
        ? form(new QueryStringDecoder(body, StandardCharsets.UTF_8, false))
        : super.said(contentType, body);
  }

  private static ObjectNode form(QueryStringDecoder given) {
    var read = JSON.createObjectNode();
    given
        .parameters()
        .forEach((name, values) -> {
          var value = values.getFirst();
          read.set(name, value.startsWith("{") ? JSON.readTree(value) : JSON.valueToTree(value));
        });
    return read;
  }

  @Override
  protected Answer answer(Asked asked) {
    if (limits) {
      return new Answer(429, JSON.createObjectNode(), Map.of("Retry-After", "11"));
    }
    if (!installed) {
      return no("account_inactive");
    }
    var given = form(asked.uri());
    if (asked.body() instanceof ObjectNode body) {
      given.setAll(body);
    }
    return switch (asked.path()) {
      case "/api/auth.test" -> yes(whoWeAre());
      case "/api/chat.postMessage" -> posted(given);
      case "/api/users.info" -> user(given);
      case "/api/users.conversations" -> conversations(given);
      case "/api/conversations.members" -> inChannel(given, _ -> members(given));
      case "/api/conversations.history" -> inChannel(given, channel -> history(channel, given));
      case "/api/conversations.replies" -> inChannel(given, channel -> replies(channel, given));
      default -> no("unknown_method");
    };
  }

  private static ObjectNode whoWeAre() {
    return JSON.createObjectNode()
        .put("url", "https://acme.slack.example/")
        .put("user", "rapport")
        .put("user_id", "U1")
        .put("team", "Acme")
        .put("team_id", TEAM);
  }

  private interface InChannel {
    Answer answer(Channel channel);
  }

  private Answer inChannel(JsonNode given, InChannel asked) {
    var channel = channels.get(given.path("channel").asString(""));
    if (!mayLook) {
      return new Answer(
          200,
          JSON.createObjectNode()
              .put("ok", false)
              .put("error", "missing_scope")
              .put("needed", "channels:history"));
    }
    return channel == null
        ? no("channel_not_found")
        : isOut(channel.id()) ? no("not_in_channel") : asked.answer(channel);
  }

  private boolean isOut(String channel) {
    return left.getOrDefault(channel, false);
  }

  private Answer posted(JsonNode body) {
    var channel = channels.get(body.path("channel").asString(""));
    if (channel == null) {
      return no("channel_not_found");
    }
    var message =
        message(clock.instant(), "U1", body.path("text").asString("")).put("bot_id", "B1");
    message.set("metadata", body.path("metadata"));
    var ts = said(channel.id(), message);
    listener.accept(message);
    if (losing.getAndDecrement() > 0) {
      return Answer.LOST;
    }
    var answer = JSON.createObjectNode().put("channel", channel.id()).put("ts", ts);
    answer.set("message", message);
    return yes(answer);
  }

  private Answer user(JsonNode given) {
    var user = users.get(given.path("user").asString(""));
    if (user == null) {
      return no("user_not_found");
    }
    var answer = JSON.createObjectNode();
    answer.set("user", user);
    return yes(answer);
  }

  private Answer conversations(JsonNode given) {
    var mine =
        channels.values().stream()
            .filter(channel -> !isOut(channel.id()))
            .sorted(Comparator.comparing(Channel::id))
            .map(channel ->
                JSON.createObjectNode()
                    .put("id", channel.id())
                    .put("name", channel.name())
                    .put("is_channel", true)
                    .put("is_archived", false))
            .toList();
    return page(given, "channels", mine);
  }

  private Answer members(JsonNode given) {
    return page(
        given, "members", users.keySet().stream().map(JSON::<JsonNode>valueToTree).toList());
  }

  /** What stands in the channel itself, the latest first; the times that are given are left out. */
  private Answer history(Channel channel, JsonNode given) {
    var oldest = given.path("oldest").asString("0");
    var latest = given.path("latest").asString("9");
    var all =
        channel.said().values().stream()
            .filter(SlackSimulator::isInChannel)
            .filter(message -> isBetween(oldest, message.path("ts").asString(""), latest))
            .map(message -> withAnswers(channel, message))
            .toList()
            .reversed();
    return page(given, "messages", all);
  }

  private static boolean isInChannel(ObjectNode message) {
    return !message.has("thread_ts")
        || message.path("subtype").asString("").equals("thread_broadcast")
        || message.path("thread_ts").equals(message.path("ts"));
  }

  private static boolean isBetween(String oldest, String ts, String latest) {
    return ts.compareTo(oldest) > 0 && ts.compareTo(latest) < 0;
  }

  private static List<ObjectNode> answers(Map<String, ObjectNode> said, String thread) {
    return said.values().stream()
        .filter(message -> message.path("thread_ts").asString("").equals(thread))
        .filter(message -> !message.path("ts").asString("").equals(thread))
        .toList();
  }

  private static ObjectNode withAnswers(Channel channel, ObjectNode message) {
    var ts = message.path("ts").asString("");
    var answers = answers(channel.said(), ts);
    var shown = message.deepCopy();
    if (!answers.isEmpty()) {
      shown.put("thread_ts", ts).put("reply_count", answers.size());
      shown.set("latest_reply", answers.getLast().path("ts"));
    }
    return shown;
  }

  /** The message and what was answered, the oldest first. */
  private static Answer replies(Channel channel, JsonNode given) {
    var ts = given.path("ts").asString("");
    var root = channel.said().get(ts);
    if (root == null) {
      return no("thread_not_found");
    }
    var thread = new TreeMap<String, ObjectNode>();
    thread.put(ts, withAnswers(channel, root));
    answers(channel.said(), ts)
        .forEach(answer -> thread.put(answer.path("ts").asString(""), answer));
    return page(given, "messages", List.copyOf(thread.values()), PAGE);
  }

  private Answer page(JsonNode given, String name, List<? extends JsonNode> all) {
    return page(given, name, all, pageSize);
  }

  private static Answer page(
      JsonNode given, String name, List<? extends JsonNode> all, int pageSize) {
    var from = Math.min(all.size(), number(given, "cursor", 0));
    var to = Math.min(all.size(), from + Math.min(pageSize, number(given, "limit", PAGE)));
    var answer = JSON.createObjectNode().put("has_more", to < all.size());
    all.subList(from, to).forEach(answer.putArray(name)::add);
    answer
        .putObject("response_metadata")
        .put("next_cursor", to < all.size() ? Integer.toString(to) : "");
    return yes(answer);
  }

  private static int number(JsonNode given, String name, int otherwise) {
    var text = given.path(name).asString("");
    return text.isEmpty() ? otherwise : Integer.parseInt(text);
  }

  private static Answer no(String error) {
    return ok(JSON.createObjectNode().put("ok", false).put("error", error));
  }

  private static Answer yes(ObjectNode body) {
    return ok(body.put("ok", true));
  }
}
