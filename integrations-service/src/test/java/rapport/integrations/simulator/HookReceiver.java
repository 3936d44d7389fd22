package rapport.integrations.simulator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
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

  private final DisposableServer server =
      HttpServer.create().host("127.0.0.1").port(0).handle(this::handle).bindNow();
  private final List<Called> calls = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private volatile String retryAfter = "";

  public String url() {
    return "http://127.0.0.1:" + server.port() + "/hook";
  }

  /** From now on it answers so. */
  public void answer(int newStatus) {
    status = newStatus;
  }

  public void askForPause(int seconds) {
    status = 429;
    retryAfter = Integer.toString(seconds);
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
          calls.add(new Called(headers, body));
          if (status == SILENT) {
            return Mono.<Void>never();
          }
          if (!retryAfter.isEmpty()) {
            response.header("Retry-After", retryAfter);
          }
          return response.status(status).send().then();
        });
  }
}
