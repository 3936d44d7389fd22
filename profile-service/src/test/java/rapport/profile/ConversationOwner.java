package rapport.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import rapport.contracts.ConversationEvent;
import rapport.contracts.Envelope;
import rapport.contracts.WireMessage;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import tools.jackson.databind.json.JsonMapper;

/** Stands for conversation-service where it is asked for events the topic lacks. */
final class ConversationOwner implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PATH = "/internal/workspaces/{workspace}/streams/{stream}/events";
  private static final String STREAMS = "/internal/workspaces/{workspace}/streams";

  private final Map<String, List<WireMessage>> streams = new ConcurrentHashMap<>();
  private final DisposableServer server =
      HttpServer.create()
          .host("127.0.0.1")
          .route(routes ->
              routes
                  .get(
                      PATH,
                      (request, response) ->
                          response
                              .header("Content-Type", "application/json")
                              .sendString(Mono.fromSupplier(() -> events(request))))
                  .get(
                      STREAMS,
                      (request, response) ->
                          response
                              .header("Content-Type", "application/x-ndjson")
                              .sendString(Mono.fromSupplier(() -> streams(request)))))
          .bindNow();

  String url() {
    return "http://127.0.0.1:" + server.port();
  }

  void has(List<Envelope<ConversationEvent>> events) {
    for (var message : ConversationTopic.messages(events)) {
      streams.computeIfAbsent(message.key(), _ -> new ArrayList<>()).add(message);
    }
  }

  private String streams(HttpServerRequest request) {
    var prefix = request.param("workspace") + "/";
    return streams.keySet().stream()
        .filter(key -> key.startsWith(prefix))
        .map(key -> "{\"stream\":\"%s\"}%n".formatted(key.substring(prefix.length())))
        .collect(Collectors.joining());
  }

  private String events(HttpServerRequest request) {
    var key = request.param("workspace") + "/" + request.param("stream");
    var all = streams.getOrDefault(key, List.of());
    var query = request.uri().substring(request.uri().indexOf('?') + 1);
    var from = revision(query, "from");
    var to = revision(query, "to");
    return JSON.writeValueAsString(
        all.stream()
            .filter(message -> {
              var rev = Long.parseLong(message.headers().get("ce_rev"));
              return rev >= from && rev <= to;
            })
            .toList());
  }

  private static long revision(String query, String name) {
    for (var part : query.split("&", -1)) {
      if (part.startsWith(name + "=")) {
        return Long.parseLong(part.substring(name.length() + 1));
      }
    }
    throw new IllegalArgumentException(name + " is missing in " + query);
  }

  @Override
  public void close() {
    server.disposeNow();
  }
}
