package rapport.simulators;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Somebody's webhook: it takes what it is called with, or does not. */
public final class HookReceiver implements AutoCloseable {

  /** The status of one that never answers. */
  public static final int SILENT = 0;

  /** A call as it came. */
  public record Called(Map<String, String> headers, String body) {

    public byte[] bytes() {
      return body.getBytes(StandardCharsets.UTF_8);
    }

    public String id() {
      return headers.getOrDefault("webhook-id", "");
    }
  }

  private final DisposableServer server;
  private final List<Called> calls = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private volatile String retryAfter = "";
  private volatile String text = "";
  private volatile Consumer<Called> listener = _ -> {};

  public HookReceiver() {
    this(0);
  }

  /**
   * @param port 0 for any
   */
  public HookReceiver(int port) {
    this.server = HttpServer.create().host("127.0.0.1").port(port).handle(this::handle).bindNow();
  }

  public String url() {
    return "http://127.0.0.1:" + server.port() + "/hook";
  }

  /** From now on it answers so. */
  public void answer(int newStatus) {
    status = newStatus;
  }

  /** From now on it answers with that text. */
  public void say(String newText) {
    text = newText;
  }

  public void askForPause(int seconds) {
    status = 429;
    retryAfter = Integer.toString(seconds);
  }

  /** Is told every call. */
  public void onCall(Consumer<Called> told) {
    listener = told;
  }

  public List<Called> calls() {
    return List.copyOf(calls);
  }

  @Override
  public void close() {
    server.disposeNow();
  }

  private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
    var headers = new TreeMap<String, String>();
    request
        .requestHeaders()
        .forEach(each -> headers.put(each.getKey().toLowerCase(Locale.ROOT), each.getValue()));
    return request
        .receive()
        .aggregate()
        .asString()
        .defaultIfEmpty("")
        .flatMap(body -> {
          var call = new Called(headers, body);
          calls.add(call);
          listener.accept(call);
          if (status == SILENT) {
            return Mono.<Void>never();
          }
          if (!retryAfter.isEmpty()) {
            response.header("Retry-After", retryAfter);
          }
          return response.status(status).sendString(Mono.just(text)).then();
        });
  }
}
