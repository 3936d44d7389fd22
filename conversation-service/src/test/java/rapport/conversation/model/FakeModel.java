package rapport.conversation.model;

import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server on this machine that speaks the protocol, well or badly, as a test tells it to. */
public final class FakeModel implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** How a request is answered. */
  public interface Manner {
    Publisher<Void> answer(HttpServerResponse response);
  }

  /** A request as it came. */
  public record Request(String path, @Nullable String authorization, JsonNode body) {
    /** What the model is given to work on. */
    public String data() {
      return body.at("/messages/1/content").asString();
    }
  }

  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile Manner manner = saying("Hello");
  private final DisposableServer server =
      HttpServer.create().host("127.0.0.1").port(0).handle(this::handle).bindNow();

  public String baseUrl() {
    return "http://127.0.0.1:" + server.port() + "/v1";
  }

  public FakeModel will(Manner wanted) {
    manner = wanted;
    return this;
  }

  /** What it was asked so far, in order. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
    return request
        .receive()
        .aggregate()
        .asString()
        .doOnNext(body ->
            requests.add(
                new Request(
                    request.uri(),
                    request.requestHeaders().get("Authorization"),
                    JSON.readTree(body))))
        .thenMany(Flux.defer(() -> manner.answer(response)))
        .then();
  }

  @Override
  public void close() {
    server.disposeNow();
  }

  /** Answers with these words, at once. */
  public static Manner saying(String content) {
    return body(completion(content));
  }

  /** Answers with a body, whatever it is. */
  public static Manner body(String body) {
    return response ->
        response.header("Content-Type", "application/json").sendString(Mono.just(body));
  }

  public static Manner status(int status, String... headers) {
    return response -> {
      for (var at = 0; at < headers.length; at += 2) {
        response.header(headers[at], headers[at + 1]);
      }
      return response.status(status).sendString(Mono.just("{\"error\":{\"message\":\"no\"}}"));
    };
  }

  /** Takes the request and never answers. */
  public static Manner hanging() {
    return hanging(() -> {});
  }

  /** The same; tells when the other side gives up. */
  static Manner hanging(Runnable givenUp) {
    return response -> {
      response.withConnection(connection -> connection.onDispose(givenUp::run));
      return Mono.never();
    };
  }

  /** Closes the connection without a word. */
  public static Manner hangingUp() {
    return response -> {
      response.withConnection(connection -> connection.dispose());
      return Mono.never();
    };
  }

  /** Streams these pieces to the end. */
  public static Manner streaming(String... pieces) {
    return response -> piece(response, chunks(pieces).concatWithValues(lastChunk(), done()));
  }

  /** Streams these pieces and then nothing more, with the connection open. */
  public static Manner stalling(String... pieces) {
    return response -> piece(response, chunks(pieces).concatWith(Mono.never()));
  }

  /** Streams these pieces, then the connection breaks. */
  public static Manner breakingOff(String... pieces) {
    return response ->
        piece(response, chunks(pieces).concatWith(Mono.error(new IOException("cable cut"))));
  }

  /** Streams these pieces and stops in good order, without ever having said that it is the end. */
  public static Manner stoppingShort(String... pieces) {
    return response -> piece(response, chunks(pieces));
  }

  /** A whole answer in the protocol's form. */
  public static String completion(String content) {
    var body = JSON.createObjectNode().put("object", "chat.completion");
    var choice = body.putArray("choices").addObject().put("finish_reason", "stop");
    choice.putObject("message").put("role", "assistant").put("content", content);
    body.putObject("usage").put("prompt_tokens", 1000).put("completion_tokens", 20);
    return JSON.writeValueAsString(body);
  }

  /** Sends each piece as soon as it is there. */
  private static Publisher<Void> piece(HttpServerResponse response, Flux<String> pieces) {
    return response
        .sse()
        .send(pieces.map(piece -> Unpooled.copiedBuffer(piece, StandardCharsets.UTF_8)), _ -> true);
  }

  private static Flux<String> chunks(String... pieces) {
    return Flux.fromStream(Arrays.stream(pieces).map(FakeModel::chunk));
  }

  private static String chunk(String text) {
    var body = JSON.createObjectNode().put("object", "chat.completion.chunk");
    var choice = body.putArray("choices").addObject().putNull("finish_reason");
    choice.putObject("delta").put("content", text);
    return event(JSON.writeValueAsString(body));
  }

  private static String lastChunk() {
    return event("{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}")
        + event("{\"choices\":[],\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":20}}");
  }

  private static String done() {
    return event("[DONE]");
  }

  private static String event(String data) {
    return "data: " + data + "\n\n";
  }

  /** What the n-th request was, from 0. */
  public Request request(int index) {
    return requests.get(index);
  }
}
