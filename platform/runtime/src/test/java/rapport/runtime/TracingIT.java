package rapport.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static rapport.testkit.Patience.PATIENCE;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.identity.ServiceKeys;
import rapport.runtime.identity.ServiceTokens;
import rapport.testkit.EmbeddedBroker;
import rapport.testkit.EmbeddedStore;

/** One trace from a request through Kafka to a projection, as a collector of traces gets it. */
@Timeout(300)
class TracingIT {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  @TempDir private static Path folder;

  @Test
  void a_request_and_what_reads_its_event_are_of_one_trace() throws IOException {
    try (var collector = new Collector();
        var service = started(collector.url())) {
      var tokens = service.getBean(ServiceTokens.class);
      var caller = new Caller("main", "u-1", "Una", Set.of(Role.MARKETER), Caller.Kind.USER);
      WebTestClient.bindToServer()
          .baseUrl("http://127.0.0.1:" + Objects.requireNonNull(service.getWebServer()).getPort())
          .responseTimeout(PATIENCE)
          .build()
          .post()
          .uri("/api/notes/{stream}", UUID.randomUUID())
          .header("X-Rapport-Token", tokens.mint(caller, "notes-service"))
          .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
          .bodyValue(new NotesApplication.Note(1, "hello"))
          .exchange()
          .expectStatus()
          .isOk();
      await()
          .untilAsserted(() -> {
            assertThat(collector.got("http post /api/notes/{stream}")).isTrue();
            assertThat(collector.got("process rapport.conversation.events")).isTrue();
          });
    }
  }

  private static ReactiveWebServerApplicationContext started(String traces) throws IOException {
    var keys = ServiceKeys.generate();
    var secret = Files.writeString(folder.resolve("s.pem"), ServiceKeys.pem(keys.getPrivate()));
    var open = Files.writeString(folder.resolve("p.pem"), ServiceKeys.pem(keys.getPublic()));
    return (ReactiveWebServerApplicationContext)
        SpringApplication.run(
            NotesApplication.class,
            "--server.port=0",
            "--spring.application.name=notes-service",
            "--rapport.store.database=it-" + UUID.randomUUID(),
            "--spring.mongodb.uri=" + EmbeddedStore.shared().uri(),
            "--spring.kafka.bootstrap-servers=" + EmbeddedBroker.shared().bootstrapServers(),
            "--rapport.identity.private-key-file=" + secret,
            "--rapport.identity.public-key-file=" + open,
            "--rapport.topics.partitions=2",
            "--management.opentelemetry.tracing.export.otlp.endpoint=" + traces,
            "--management.opentelemetry.tracing.export.schedule-delay=100ms");
  }

  /** Keeps what it is sent: names and ids stand in it as they are. */
  private static final class Collector implements AutoCloseable {
    private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    Collector() throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            bodies.add(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
          });
      server.start();
    }

    String url() {
      return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    /** Whether it got work of that name in the trace: both are at most a few bytes apart. */
    boolean got(String name) {
      var id = new String(HexFormat.of().parseHex(TRACE), StandardCharsets.ISO_8859_1);
      return bodies.stream()
          .map(body -> new String(body, StandardCharsets.ISO_8859_1))
          .anyMatch(body -> {
            var named = body.indexOf(name);
            var traced = named < 0 ? -1 : body.lastIndexOf(id, named);
            return traced >= 0 && named - traced < 100;
          });
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
