package rapport.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** A service that says what it was asked, and misbehaves when the path's last segment says so. */
public final class FakeService implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String name;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final AtomicInteger openFeeds = new AtomicInteger();
  private final AtomicInteger breaks = new AtomicInteger();
  private @Nullable DisposableServer server;
  private final int port;

  /** One request as it arrived; header names in lower case. */
  public record Asked(
      String service, String method, String uri, Map<String, String> headers, String body) {}

  FakeService(String name) {
    this.name = name;
    DisposableServer first = bind(0);
    this.server = first;
    this.port = first.port();
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  /** What arrived, oldest first. */
  public List<Asked> asked() {
    return asked;
  }

  /** Streams somebody still reads. */
  public int openFeeds() {
    return openFeeds.get();
  }

  /** As when its process ends: connections are refused. */
  public void stop() {
    if (server != null) {
      server.channel().close().syncUninterruptibly();
      connections.close().awaitUninterruptibly();
      server = null;
    }
  }

  /** Closes every connection, orderly, or by a reset as when a process is killed. */
  public void dropConnections(boolean reset) {
    if (reset) {
      connections.forEach(channel -> channel.config().setOption(ChannelOption.SO_LINGER, 0));
    }
    connections.close().awaitUninterruptibly();
  }

  /** Back at the same address. */
  public void start() {
    if (server == null) {
      server = bind(port);
    }
  }

  @Override
  public void close() {
    stop();
  }

  private DisposableServer bind(int atPort) {
    return HttpServer.create()
        .host("127.0.0.1")
        .port(atPort)
        .doOnConnection(connection -> connections.add(connection.channel()))
        .handle(this::answer)
        .bindNow();
  }

  private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
    String uri = request.uri();
    String last = uri.replaceFirst("\\?.*", "").replaceFirst(".*/", "");
    return switch (last) {
      case "readiness" -> json(response, 200, "{\"status\":\"UP\"}");
      case "info" -> json(response, 200, "{\"build\":{\"version\":\"1.2.3\"}}");
      case "feed" -> stream(response, "text/event-stream", "id: 1\nevent: snapshot\ndata: {}\n\n");
      case "streaming" -> stream(response, "text/plain", "data: {\"message\":\"first\"}\n\n");
      case "silent-in-a-frame" -> stream(response, "text/plain", "data: {\"mess");
      case "silent" -> stream(response, "text/plain", "");
      case "finished" -> frames(response, "data: {\"message\":1}\n\ndata: {\"result\":2}\n\n");
      case "failed" -> frames(response, "error: {\"error\":{\"status\":\"ABORTED\"}}\n\n");
      case "unfinished" -> frames(response, "data: {\"message\":1}\n\n");
      case "hanging" -> Mono.never();
      case "breaking-once" ->
          breaks.incrementAndGet() % 2 == 1
              ? request.receive().then(Mono.fromRunnable(() -> breakOff(response)))
              : echo(request, response);
      case "breaking" -> request.receive().then(Mono.fromRunnable(() -> breakOff(response)));
      case "refusing" ->
          json(
              response.header("Content-Type", "application/problem+json"),
              422,
              "{\"type\":\"about:blank\",\"status\":422,\"code\":\"of-the-service\"}");
      case "failing" -> json(response, 500, "{\"status\":500,\"code\":\"internal\"}");
      case "drawing" ->
          json(
              response
                  .header("Content-Type", "image/svg+xml")
                  .header("Content-Security-Policy", "default-src 'none'"),
              200,
              "<svg/>");
      case "mails" -> mail(request, response);
      case "conversation" -> visitorsConversation(request, response);
      case "cached" ->
          json(
              response
                  .header("Cache-Control", "private, max-age=60")
                  .header("ETag", "\"7\"")
                  .header("Server", "fake/1")
                  .header("X-Powered-By", "fake")
                  .header("Content-Security-Policy", "default-src *"),
              200,
              "{}");
      default -> echo(request, response);
    };
  }

  /**
   * As the conversation service leads a visitor into a conversation; flow "nothing" is not there.
   */
  private Publisher<Void> visitorsConversation(
      HttpServerRequest request, HttpServerResponse response) {
    return request
        .receive()
        .aggregate()
        .asString()
        .flatMap(body -> {
          String visitor = request.uri().split("/", -1)[5];
          asked.add(
              new Asked(name, request.method().name(), request.uri(), headers(request), body));
          return body.contains("\"nothing\"")
              ? Mono.from(json(response, 404, "{\"code\":\"flow-not-found\"}"))
              : Mono.from(
                  json(
                      response,
                      200,
                      """
                      {"conversationId":"c-%s","rev":4,"status":"in_progress","mode":"lead",
                       "locale":"en","dir":"ltr","replies":[{"id":"r1","mainText":"Hello"}]}
                      """
                          .formatted(visitor)));
        });
  }

  /** As integrations-service takes mails; the mail server takes none for {@code @gone.example}. */
  private Publisher<Void> mail(HttpServerRequest request, HttpServerResponse response) {
    return request
        .receive()
        .aggregate()
        .asString()
        .flatMap(body -> {
          asked.add(
              new Asked(name, request.method().name(), request.uri(), headers(request), body));
          return body.contains("@gone.example")
              ? Mono.from(json(response, 503, "{\"code\":\"mail-not-taken\"}"))
              : Mono.from(json(response, 200, "{\"messageId\":\"m-1\"}"));
        });
  }

  private static Map<String, String> headers(HttpServerRequest request) {
    Map<String, String> headers = new TreeMap<>();
    request
        .requestHeaders()
        .forEach(entry -> headers.put(entry.getKey().toLowerCase(Locale.ROOT), entry.getValue()));
    return headers;
  }

  private Publisher<Void> echo(HttpServerRequest request, HttpServerResponse response) {
    return request
        .receive()
        .aggregate()
        .asString()
        .defaultIfEmpty("")
        .flatMap(body -> {
          var seen =
              new Asked(name, request.method().name(), request.uri(), headers(request), body);
          asked.add(seen);
          return Mono.from(json(response, 200, JSON.writeValueAsString(seen)));
        });
  }

  private static Publisher<Void> json(HttpServerResponse response, int status, String body) {
    if (!response.responseHeaders().contains("Content-Type")) {
      response.header("Content-Type", "application/json");
    }
    return response.status(status).sendString(Mono.just(body));
  }

  private Publisher<Void> stream(HttpServerResponse response, String contentType, String first) {
    openFeeds.incrementAndGet();
    response.withConnection(connection -> connection.onDispose(openFeeds::decrementAndGet));
    return response
        .header("Content-Type", contentType)
        .send(Flux.just(first).concatWith(Flux.never()).map(FakeService::bytes), _ -> true);
  }

  private static Publisher<Void> frames(HttpServerResponse response, String frames) {
    return response
        .header("Content-Type", "text/plain")
        .header("x-genkit-stream-id", "c1:m1")
        .chunkedTransfer(true)
        .send(Flux.just(frames).map(FakeService::bytes), _ -> true);
  }

  private static ByteBuf bytes(String text) {
    return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
  }

  private static void breakOff(HttpServerResponse response) {
    response.withConnection(connection -> connection.dispose());
  }
}
