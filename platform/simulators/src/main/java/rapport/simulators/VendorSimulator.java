package rapport.simulators;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.Publisher;
import rapport.simulators.Faults.Fault;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Another system with a JSON API, with the ways such systems fail. */
public abstract class VendorSimulator implements AutoCloseable {

  protected static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * A request as far as it matters.
   *
   * @param headers by their names in lower case
   * @param body a form is an object of what it names, with whatever is no text as JSON in it
   * @param fault what only some systems have a way to fail by; the others answer as ever
   */
  public record Asked(
      String method,
      String path,
      QueryStringDecoder uri,
      Map<String, String> headers,
      JsonNode body,
      Fault fault) {

    public Asked {
      headers = Map.copyOf(headers);
    }

    /** A header; empty when it is not there. */
    public String header(String name) {
      return headers.getOrDefault(name, "");
    }

    /** A parameter; empty when it is not there. */
    public String parameter(String name) {
      return uri.parameters().getOrDefault(name, List.of("")).getFirst();
    }
  }

  /** What is answered. */
  public record Answer(int status, JsonNode body, Map<String, String> headers) {

    /** The request did its work, and nobody hears of it. */
    static final Answer LOST = new Answer(0, JSON.createObjectNode());

    public Answer {
      headers = Map.copyOf(headers);
    }

    public Answer(int status, JsonNode body) {
      this(status, body, Map.of());
    }

    Answer with(String header, String value) {
      var more = new HashMap<>(headers);
      more.put(header, value);
      return new Answer(status, body, more);
    }

    private boolean isLost() {
      return status == LOST.status;
    }
  }

  private final DisposableServer server;
  private final AtomicLong requests = new AtomicLong();
  private volatile Faults faults = Faults.NO;

  /**
   * @param port 0 for any
   */
  @SuppressWarnings("this-escape") // nobody knows the port before the simulator is made
  protected VendorSimulator(int port) {
    this.server = HttpServer.create().host("127.0.0.1").port(port).handle(this::handle).bindNow();
  }

  /** Where it listens. */
  public final String url() {
    return "http://127.0.0.1:" + server.port();
  }

  public final void failBy(Faults next) {
    faults = next;
  }

  public final long requests() {
    return requests.get();
  }

  /** The value of the header that lets somebody in. */
  protected abstract boolean letsIn(String authorization);

  protected abstract Answer answer(Asked asked);

  /** What somebody is answered who is not let in. */
  protected Answer stranger() {
    return refused(401, "no such key");
  }

  private static JsonNode said(String contentType, String body) {
    return contentType.startsWith("application/x-www-form-urlencoded")
        ? form(new QueryStringDecoder(body, StandardCharsets.UTF_8, false))
        : JSON.readTree(body.isEmpty() ? "{}" : body);
  }

  /** What a form or the parameters of an address say, with whatever is no text as JSON in it. */
  protected static ObjectNode form(QueryStringDecoder given) {
    var read = JSON.createObjectNode();
    given
        .parameters()
        .forEach((name, values) -> {
          var value = values.getFirst();
          read.set(name, value.startsWith("{") ? JSON.readTree(value) : JSON.valueToTree(value));
        });
    return read;
  }

  protected static Answer ok(ObjectNode body) {
    return new Answer(200, body);
  }

  protected static Answer refused(int status, String message) {
    return new Answer(status, JSON.createObjectNode().put("message", message));
  }

  @Override
  public final void close() {
    server.disposeNow();
  }

  private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
    requests.incrementAndGet();
    var fault = faults.next();
    return switch (fault) {
      case TOO_MANY -> response.status(429).header("Retry-After", "7").send();
      case UNAVAILABLE -> response.status(503).send();
      case BROKEN_OFF -> {
        response.withConnection(Connection::dispose);
        yield Mono.never();
      }
      case KILLED_BEFORE -> {
        faults.kill();
        yield response.status(503).send();
      }
      case KILLED_AFTER ->
          Mono.from(answered(request, response, fault)).doOnTerminate(faults::kill);
      case NONE, LOCATOR_LOST, SESSION_ENDED -> answered(request, response, fault);
    };
  }

  private static String text(JsonNode body) {
    return body.isMissingNode() ? "" : JSON.writeValueAsString(body);
  }

  private Publisher<Void> answered(
      HttpServerRequest request, HttpServerResponse response, Fault fault) {
    var headers = new HashMap<String, String>();
    request
        .requestHeaders()
        .forEach(each -> headers.put(each.getKey().toLowerCase(Locale.ROOT), each.getValue()));
    var authorization = headers.getOrDefault("authorization", "");
    var type = headers.getOrDefault("content-type", "");
    return request
        .receive()
        .aggregate()
        .asString()
        .defaultIfEmpty("")
        .flatMap(body -> {
          var uri = new QueryStringDecoder(request.uri());
          var answer =
              letsIn(authorization)
                  ? answer(
                      new Asked(
                          request.method().name(),
                          uri.path(),
                          uri,
                          headers,
                          said(type, body),
                          fault))
                  : stranger();
          if (answer.isLost()) {
            response.withConnection(Connection::dispose);
            return Mono.never();
          }
          answer.headers().forEach(response::header);
          return response
              .status(answer.status())
              .header(HttpHeaderNames.CONTENT_TYPE, "application/json")
              .sendString(Mono.just(text(answer.body())))
              .then();
        });
  }
}
