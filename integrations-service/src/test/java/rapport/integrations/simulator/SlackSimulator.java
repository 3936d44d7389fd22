package rapport.integrations.simulator;

import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
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

/** Slack as far as messages are posted to it. */
public final class SlackSimulator implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final DisposableServer server =
      HttpServer.create().host("127.0.0.1").port(0).handle(this::handle).bindNow();
  private final List<ObjectNode> messages = new CopyOnWriteArrayList<>();
  private final AtomicInteger losing = new AtomicInteger();
  private volatile boolean mayLook = true;
  private volatile boolean limits;

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

  public List<ObjectNode> messages() {
    return List.copyOf(messages);
  }

  @Override
  public void close() {
    server.disposeNow();
  }

  private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
    return request
        .receive()
        .aggregate()
        .asString()
        .defaultIfEmpty("{}")
        .flatMap(body -> Mono.from(answer(request, response, JSON.readTree(body))));
  }

  private Publisher<Void> answer(
      HttpServerRequest request, HttpServerResponse response, JsonNode body) {
    if (limits) {
      return response.status(429).header("Retry-After", "11").send();
    }
    if (!"Bearer xoxb-good".equals(request.requestHeaders().get(HttpHeaderNames.AUTHORIZATION))) {
      return refused(response, "invalid_auth");
    }
    return switch (request.uri()) {
      case "/api/auth.test" ->
          ok(response, JSON.createObjectNode().put("user", "rapport").put("team", "Acme"));
      case "/api/chat.postMessage" -> posted(response, body);
      case "/api/conversations.history" ->
          mayLook ? history(response) : refused(response, "missing_scope");
      default -> refused(response, "unknown_method");
    };
  }

  private Publisher<Void> posted(HttpServerResponse response, JsonNode body) {
    if (!body.path("channel").asString("").equals("C1")) {
      return refused(response, "channel_not_found");
    }
    var message = JSON.createObjectNode();
    message.put("type", "message").put("ts", "1700000000.%06d".formatted(messages.size()));
    message.put("text", body.path("text").asString(""));
    message.set("metadata", body.path("metadata"));
    messages.add(message);
    if (losing.getAndDecrement() > 0) {
      response.withConnection(Connection::dispose);
      return Mono.never();
    }
    var answer =
        JSON.createObjectNode().put("channel", "C1").put("ts", message.get("ts").stringValue());
    answer.set("message", message);
    return ok(response, answer);
  }

  private Publisher<Void> history(HttpServerResponse response) {
    var answer = JSON.createObjectNode();
    messages.reversed().forEach(answer.putArray("messages")::add);
    return ok(response, answer.put("has_more", false));
  }

  private static Publisher<Void> refused(HttpServerResponse response, String error) {
    var body = JSON.createObjectNode().put("ok", false).put("error", error);
    return response.sendString(Mono.just(JSON.writeValueAsString(body)));
  }

  private static Publisher<Void> ok(HttpServerResponse response, ObjectNode body) {
    return response.sendString(Mono.just(JSON.writeValueAsString(body.put("ok", true))));
  }
}
