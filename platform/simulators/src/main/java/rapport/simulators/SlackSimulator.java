package rapport.simulators;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Slack as far as messages are posted to channels and read there: its Web API. What happens there
 * of itself is had from its {@link #workspace() workspace}, and what it tells of that from its
 * {@link #events() events}.
 */
public final class SlackSimulator extends VendorSimulator {

  /** What events are signed with. */
  public static final String SIGNING_SECRET = "shh";

  private static final int PAGE = 100;

  private final AtomicInteger losing = new AtomicInteger();
  private final SlackEvents events;
  private final SlackWorkspace workspace;
  private final Clock clock;
  private final int pageSize;
  private volatile Consumer<ObjectNode> listener = _ -> {};
  private volatile boolean mayLook = true;
  private volatile boolean limits;

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
    this.events = new SlackEvents(clock);
    this.workspace = new SlackWorkspace(events::tell);
  }

  /** Its people and channels, and what they do. */
  public SlackWorkspace workspace() {
    return workspace;
  }

  /** What its Events API tells. */
  public HookPusher events() {
    return events.pusher();
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

  @Override
  protected boolean letsIn(String authorization) {
    return limits || authorization.equals("Bearer xoxb-good");
  }

  @Override
  protected Answer stranger() {
    return no("invalid_auth");
  }

  @Override
  protected Answer answer(Asked asked) {
    if (limits) {
      return new Answer(429, JSON.createObjectNode(), Map.of("Retry-After", "11"));
    }
    if (!workspace.isInstalled()) {
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
        .put("team_id", SlackWorkspace.TEAM);
  }

  private Answer inChannel(JsonNode given, Function<SlackChannel, Answer> asked) {
    if (!mayLook) {
      return ok(
          JSON.createObjectNode()
              .put("ok", false)
              .put("error", "missing_scope")
              .put("needed", "channels:history"));
    }
    var channel = workspace.find(text(given, "channel"));
    return channel == null
        ? no("channel_not_found")
        : channel.isLeft() ? no("not_in_channel") : asked.apply(channel);
  }

  private Answer posted(JsonNode body) {
    var channel = workspace.find(text(body, "channel"));
    if (channel == null) {
      return no("channel_not_found");
    }
    var message = workspace.message(clock.instant(), "U1", text(body, "text")).put("bot_id", "B1");
    message.set("metadata", body.path("metadata"));
    var ts = workspace.said(channel.id(), message);
    listener.accept(message);
    if (losing.getAndDecrement() > 0) {
      return Answer.LOST;
    }
    var answer = JSON.createObjectNode().put("channel", channel.id()).put("ts", ts);
    answer.set("message", message);
    return yes(answer);
  }

  private Answer user(JsonNode given) {
    var user = workspace.user(text(given, "user"));
    if (user == null) {
      return no("user_not_found");
    }
    var answer = JSON.createObjectNode();
    answer.set("user", user);
    return yes(answer);
  }

  private Answer conversations(JsonNode given) {
    var mine =
        workspace.joined().stream()
            .map(channel ->
                JSON.createObjectNode()
                    .put("id", channel.id())
                    .put("name", channel.name())
                    .put("is_channel", true)
                    .put("is_archived", false))
            .toList();
    return page(given, "channels", mine, pageSize);
  }

  private Answer members(JsonNode given) {
    var ids = workspace.userIds().stream().map(JSON::<JsonNode>valueToTree).toList();
    return page(given, "members", ids, pageSize);
  }

  private Answer history(SlackChannel channel, JsonNode given) {
    var oldest = given.path("oldest").asString("0");
    var latest = given.path("latest").asString("9");
    return page(given, "messages", channel.history(oldest, latest), pageSize);
  }

  private static Answer replies(SlackChannel channel, JsonNode given) {
    var thread = channel.thread(text(given, "ts"));
    return thread == null ? no("thread_not_found") : page(given, "messages", thread, PAGE);
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
    var text = text(given, name);
    return text.isEmpty() ? otherwise : Integer.parseInt(text);
  }

  private static String text(JsonNode given, String name) {
    return given.path(name).asString("");
  }

  private static Answer no(String error) {
    return ok(JSON.createObjectNode().put("ok", false).put("error", error));
  }

  private static Answer yes(ObjectNode body) {
    return ok(body.put("ok", true));
  }
}
