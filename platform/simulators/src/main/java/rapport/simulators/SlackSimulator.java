package rapport.simulators;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Slack as far as messages are posted to its one channel, C1, and looked up there. */
public final class SlackSimulator implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int PAGE = 100;

  private final DisposableServer server;
  private final List<ObjectNode> messages = new CopyOnWriteArrayList<>();
  private final AtomicInteger losing = new AtomicInteger();
  private volatile Consumer<ObjectNode> listener = _ -> {};
  private volatile boolean mayLook = true;
  private volatile boolean limits;

  public SlackSimulator() {
    this(0);
  }

  /**
   * @param port 0 for any
   */
  public SlackSimulator(int port) {
    this.server = HttpServer.create().host("127.0.0.1").port(port).handle(this::handle).bindNow();
  }

  public String url() {
    return "http://127.0.0.1:" + server.port();
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

  public List<ObjectNode> messages() {
    return List.copyOf(messages);
  }

  @Override
  public void close() {
    server.disposeNow();
  }

  private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
    var isForm =
        request
            .requestHeaders()
            .get(HttpHeaderNames.CONTENT_TYPE, "")
            .startsWith("application/x-www-form-urlencoded");
    return request
        .receive()
        .aggregate()
        .asString()
        .defaultIfEmpty(isForm ? "" : "{}")
        .flatMap(body ->
            Mono.from(answer(request, response, isForm ? form(body) : JSON.readTree(body))));
  }

  /** Slack takes forms as well, with whatever is no text as JSON in it. */
  private static JsonNode form(String body) {
    var read = JSON.createObjectNode();
    new QueryStringDecoder(body, StandardCharsets.UTF_8, false)
        .parameters()
        .forEach((name, values) -> {
          var value = values.getFirst();
          read.set(name, value.startsWith("{") ? JSON.readTree(value) : JSON.valueToTree(value));
        });
    return read;
  }

  private Publisher<Void> answer(
      HttpServerRequest request, HttpServerResponse response, JsonNode body) {
    response.header(HttpHeaderNames.CONTENT_TYPE, "application/json; charset=utf-8");
    if (limits) {
      return response.status(429).header("Retry-After", "11").send();
    }
    if (!"Bearer xoxb-good".equals(request.requestHeaders().get(HttpHeaderNames.AUTHORIZATION))) {
      return refused(response, "invalid_auth");
    }
    return switch (new QueryStringDecoder(request.uri()).path()) {
      case "/api/auth.test" ->
          ok(
              response,
              JSON.createObjectNode()
                  .put("url", "https://acme.slack.example/")
                  .put("user", "rapport")
                  .put("user_id", "U1")
                  .put("team", "Acme")
                  .put("team_id", "T1"));
      case "/api/chat.postMessage" -> posted(response, body);
      case "/api/conversations.history" ->
          mayLook ? history(response, body) : refused(response, "missing_scope");
      default -> refused(response, "unknown_method");
    };
  }

  private Publisher<Void> posted(HttpServerResponse response, JsonNode body) {
    if (!body.path("channel").asString("").equals("C1")) {
      return refused(response, "channel_not_found");
    }
    var message = JSON.createObjectNode();
    message.put("type", "message").put("ts", "1700000000.%06d".formatted(messages.size()));
    message.put("user", "U1").put("text", body.path("text").asString(""));
    message.set("metadata", body.path("metadata"));
    messages.add(message);
    listener.accept(message);
    if (losing.getAndDecrement() > 0) {
      response.withConnection(Connection::dispose);
      return Mono.never();
    }
    var answer =
        JSON.createObjectNode().put("channel", "C1").put("ts", message.get("ts").stringValue());
    answer.set("message", message);
    return ok(response, answer);
  }

  /** The latest first, by pages. */
  private Publisher<Void> history(HttpServerResponse response, JsonNode body) {
    if (!body.path("channel").asString("").equals("C1")) {
      return refused(response, "channel_not_found");
    }
    var all = messages.reversed();
    var from = Math.min(all.size(), body.path("cursor").asInt(0));
    var to = Math.min(all.size(), from + body.path("limit").asInt(PAGE));
    var answer = JSON.createObjectNode().put("has_more", to < all.size());
    all.subList(from, to).forEach(answer.putArray("messages")::add);
    if (to < all.size()) {
      answer.putObject("response_metadata").put("next_cursor", Integer.toString(to));
    }
    return ok(response, answer);
  }

  private static Publisher<Void> refused(HttpServerResponse response, String error) {
    var body = JSON.createObjectNode().put("ok", false).put("error", error);
    return response.sendString(Mono.just(JSON.writeValueAsString(body)));
  }

  private static Publisher<Void> ok(HttpServerResponse response, ObjectNode body) {
    return response.sendString(Mono.just(JSON.writeValueAsString(body.put("ok", true))));
  }
}
