package rapport.simulators;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * The page where somebody enters the addresses that simulated systems tell what happens to, as
 * vendors have one. An address is tried first. From then on things happen over there for a while,
 * and are told: signed, some of them twice, and not in order. What is not taken is told again.
 */
final class HookDesk implements AutoCloseable {

  private static final int ROUNDS = 40;
  private static final int MOST_TRIES = 3;
  private static final int OK_BELOW = 300;

  /**
   * A system that tells what happens.
   *
   * @param id in the address of its form
   * @param needed what a connection needs to know that it is this system who tells
   * @param trial what an address is tried with
   * @param answer what an answer to that has in it
   * @param happens has something happen
   */
  record Telling(
      String id,
      String name,
      String needed,
      HookPusher pusher,
      String trial,
      String answer,
      Runnable happens) {}

  /** Something to be told, and how often it was not taken. */
  private record News(String body, int failed) {}

  /** How far it is with one system; used by one thread at a time. */
  private static final class Line {
    private final Telling telling;
    private @Nullable URI address;
    private List<News> untold = List.of();
    private int rounds;
    private int taken;
    private String last = "Nobody is told.";

    Line(Telling telling) {
      this.telling = telling;
    }
  }

  private final Map<String, Line> lines = new LinkedHashMap<>();
  private final Random random = new Random();
  private final BiConsumer<String, String> said;
  private final Duration between;
  private final Thread rounds;
  private final DisposableServer server;

  /**
   * @param port 0 for any
   * @param between how long after one round the next one begins
   * @param said is told what is told, by the system's name
   */
  HookDesk(int port, Duration between, List<Telling> tellings, BiConsumer<String, String> said) {
    tellings.forEach(telling -> lines.put(telling.id(), new Line(telling)));
    this.said = said;
    this.server = HttpServer.create().host("127.0.0.1").port(port).handle(this::handle).bindNow();
    this.between = between;
    this.rounds = Thread.ofVirtual().name("hook-desk").start(this::rounds);
  }

  String url() {
    return "http://127.0.0.1:" + server.port();
  }

  @Override
  public void close() {
    rounds.interrupt();
    server.disposeNow();
  }

  private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
    var line = lines.get(request.uri().substring(1));
    if (line == null || !request.method().name().equals("POST")) {
      return answered(response, request.uri().equals("/") ? 200 : 404);
    }
    return request
        .receive()
        .aggregate()
        .asString()
        .defaultIfEmpty("")
        .flatMap(form ->
            Mono.fromCallable(() -> entered(line, address(form)) ? 200 : 422)
                .subscribeOn(Schedulers.boundedElastic()))
        .flatMap(status -> Mono.from(answered(response, status)));
  }

  private Publisher<Void> answered(HttpServerResponse response, int status) {
    return response
        .status(status)
        .header("Content-Type", "text/html; charset=utf-8")
        .sendString(Mono.fromSupplier(this::page));
  }

  private static String address(String form) {
    return new QueryStringDecoder(form, false)
        .parameters()
        .getOrDefault("address", List.of(""))
        .getFirst()
        .strip();
  }

  /** Tries an address; what happened before is not told there. */
  private boolean entered(Line line, String given) {
    synchronized (line) {
      try {
        var address = onThisMachine(given);
        var telling = line.telling;
        var answer = telling.pusher().send(address, telling.trial(), Map.of());
        if (answer.statusCode() >= OK_BELOW || !answer.body().contains(telling.answer())) {
          throw new IOException("it answers " + answer.statusCode() + ": " + answer.body());
        }
        telling.pusher().waiting();
        line.address = address;
        line.untold = List.of();
        line.rounds = ROUNDS;
        line.last = "The address was tried and answers.";
        return true;
      } catch (IOException | IllegalArgumentException e) {
        line.last = given + " is not taken: " + e.getMessage();
        return false;
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }

  /** Simulators tell nobody else: what they are is on this machine only. */
  private static URI onThisMachine(String given) throws IOException {
    var address = URI.create(given);
    if (!"http".equals(address.getScheme()) || address.getHost() == null) {
      throw new IllegalArgumentException("it does not begin with http://");
    }
    if (!InetAddress.getByName(address.getHost()).isLoopbackAddress()) {
      throw new IllegalArgumentException("it is not on this machine");
    }
    return address;
  }

  private void rounds() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(between);
        lines.values().forEach(this::round);
      }
    } catch (InterruptedException _) {
      // the desk is closed
    }
  }

  private void round(Line line) {
    synchronized (line) {
      var address = line.address;
      if (address != null) {
        try {
          round(line, address);
        } catch (RuntimeException e) { // it would be the last round of all
          said.accept(line.telling.name(), "could tell nothing: " + e);
        }
      }
    }
  }

  private void round(Line line, URI address) {
    if (line.rounds > 0) {
      line.rounds--;
      line.telling.happens().run();
    }
    var news = new ArrayList<>(line.untold);
    line.telling.pusher().muddled(random).forEach(body -> news.add(new News(body, 0)));
    line.untold =
        news.stream()
            .filter(each -> !isTaken(line, address, each.body()))
            .map(each -> new News(each.body(), each.failed() + 1))
            .filter(each -> each.failed() < MOST_TRIES)
            .toList();
  }

  private boolean isTaken(Line line, URI address, String body) {
    try {
      var status = line.telling.pusher().post(address, body, Map.of());
      var isTaken = status < OK_BELOW;
      line.taken += isTaken ? 1 : 0;
      line.last = "Told " + line.taken + " times; the last answer was " + status + ".";
      said.accept(line.telling.name(), "told Rapport, which answers " + status);
      return isTaken;
    } catch (IOException e) {
      line.last = "The last call failed: " + e + ".";
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private String page() {
    return """
    <!doctype html><html lang="en"><meta charset="utf-8"><title>Simulated systems</title>
    <style>body{font:16px/1.5 system-ui;max-width:46rem;margin:2rem auto;padding:0 1rem}
    input{width:100%%;box-sizing:border-box}code{overflow-wrap:anywhere}</style>
    <h1>What happens there is told</h1>
    <p>Each connection's page in Rapport has an address. Enter it here, as on the vendor's own page: from then on things happen there for ten minutes and are told, some twice and not in order.</p>
    %s</html>
    """
        .formatted(lines.values().stream().map(HookDesk::form).collect(Collectors.joining("\n")));
  }

  private static String form(Line line) {
    synchronized (line) {
      var telling = line.telling;
      var address = line.address == null ? "" : line.address.toString();
      return """
      <h2>%s</h2><p>The connection needs the <code>%s</code></p>
      <form method="post" action="/%s"><label>Address<input name="address" value="%s" placeholder="http://127.0.0.1:8080/hooks/cn-..."></label>
      <p><button>Tell it</button> %s</p></form>
      """
          .formatted(
              telling.name(),
              shown(telling.needed()),
              telling.id(),
              shown(address),
              shown(line.last));
    }
  }

  private static String shown(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
