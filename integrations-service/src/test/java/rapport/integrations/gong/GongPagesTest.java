package rapport.integrations.gong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rapport.testkit.Patience.PATIENCE;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.integrations.connector.ConnectorException;
import rapport.integrations.connector.Page;
import rapport.integrations.connector.SourceRecord;
import rapport.integrations.store.Bench;
import rapport.integrations.sync.SyncSettings;

/** Only what is answered to a cursor says anything of the cursor. */
class GongPagesTest {

  private static final String CALLS =
      """
      {"records": {"cursor": "2"},
       "calls": [{"metaData": {"id": "c0"}},
                 {"metaData": {"id": "c1", "started": "2026-03-01T09:00:00Z"}}]}
      """;

  @TempDir Path folder;
  private final Clock clock = Clock.systemUTC();
  private final GongConnector connector = new GongConnector(clock);
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private Bench bench;
  private volatile int list = 200;
  private volatile int transcript = 200;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    var settings =
        new SyncSettings(
            Duration.ofMinutes(1), 7, 4, 0.1, Duration.ofMinutes(15), Duration.ofSeconds(1));
    bench = new Bench(folder.resolve("keys.json"), clock, settings, PATIENCE, List.of(connector));
  }

  @AfterEach
  void stop() {
    server.stop(0);
    bench.close();
  }

  @Test
  void transcripts_that_cannot_be_asked_for_do_not_begin_the_pass_anew() {
    var second = read(null).cursor();
    asked.clear();
    transcript = 400;
    assertThatThrownBy(() -> read(second)).isInstanceOf(ConnectorException.class);
    assertThat(asked).containsExactly("/v2/calls/extensive", "/v2/calls/transcript");
  }

  @Test
  void a_cursor_that_is_lost_begins_the_pass_anew() {
    var second = read(null).cursor();
    asked.clear();
    list = 400;
    assertThatThrownBy(() -> read(second)).isInstanceOf(ConnectorException.class);
    assertThat(asked).containsExactly("/v2/calls/extensive", "/v2/calls/extensive");
  }

  @Test
  void a_call_without_a_time_is_passed_over_and_told() {
    var page = read(null);
    assertThat(page.records()).extracting(SourceRecord::record).containsExactly("c1");
    assertThat(page.unfit()).singleElement().asString().contains("c0");
  }

  private Page read(@Nullable String cursor) {
    var url = "http://127.0.0.1:" + server.getAddress().getPort();
    var settings = Map.of("apiUrl", url, "accessKey", "key", "accessKeySecret", "secret");
    var access = bench.accesses().tryOut("w", "cn-1", settings);
    return Objects.requireNonNull(connector.read(access, "calls", cursor).block(PATIENCE));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      asked.add(path);
      var isList = path.endsWith("/extensive");
      var bytes = (isList ? CALLS : "{}").getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(isList ? list : transcript, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
