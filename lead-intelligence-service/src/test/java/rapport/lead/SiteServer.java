package rapport.lead;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Sites of many hosts on 127.0.0.1, by the name they are asked for under. It remembers every
 * request, and how many it ever had at once for one host.
 */
final class SiteServer {

  private static final SiteServer SHARED = new SiteServer();

  /** An answer; nobody compares two. */
  @SuppressWarnings("ArrayRecordComponent")
  record Answer(int status, Map<String, String> headers, byte[] body) {}

  private final HttpServer server;
  private final Map<String, Function<Headers, Answer>> answers = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Map<String, AtomicInteger> busy = new ConcurrentHashMap<>();
  private final AtomicInteger mostAtOnce = new AtomicInteger();

  private SiteServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(
        Executors.newFixedThreadPool(8, Thread.ofPlatform().daemon().name("site-", 0).factory()));
    server.createContext("/", this::answer);
    server.start();
  }

  static SiteServer shared() {
    return SHARED;
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** An address of this server. */
  String url(String host, String path) {
    return "http://" + host + ":" + port() + path;
  }

  void page(String host, String path, String html) {
    put(host, path, 200, Map.of("Content-Type", "text/html; charset=utf-8"), html);
  }

  void put(String host, String path, int status, Map<String, String> headers, String body) {
    put(host, path, status, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  void put(String host, String path, int status, Map<String, String> headers, byte[] body) {
    answers.put(host + path, _ -> new Answer(status, headers, body));
  }

  void redirect(String host, String path, String to) {
    put(host, path, 302, Map.of("Location", to), "");
  }

  /** Answers by the request's headers. */
  void answering(String host, String path, Function<Headers, Answer> answer) {
    answers.put(host + path, answer);
  }

  /** Paths, with parameters, that were asked for under this host, in order. */
  List<String> requests(String host) {
    return requests.stream()
        .filter(request -> request.startsWith(host + "/"))
        .map(request -> request.substring(host.length()))
        .toList();
  }

  /** The most requests there ever were at once for one host. */
  int mostAtOnce() {
    return mostAtOnce.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    var host = exchange.getRequestHeaders().getFirst("Host").replaceAll(":.*", "");
    var now = busy.computeIfAbsent(host, _ -> new AtomicInteger());
    mostAtOnce.accumulateAndGet(now.incrementAndGet(), Math::max);
    try (exchange) {
      var path = exchange.getRequestURI().toString();
      requests.add(host + path);
      var answer =
          answers
              .getOrDefault(host + path, _ -> new Answer(404, Map.of(), new byte[0]))
              .apply(exchange.getRequestHeaders());
      answer.headers().forEach(exchange.getResponseHeaders()::add);
      now.decrementAndGet(); // before the client can have it all and ask again
      exchange.sendResponseHeaders(
          answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    }
  }
}
