package rapport.integrations.granola;

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

/** What one note answers is held against that note. */
class GranolaNotesTest {

  private static final String LIST =
      "{\"notes\":[{\"id\":\"n1\"},{\"id\":\"n2\"}],\"hasMore\":true,\"cursor\":\"2\"}";
  private static final String UNTIMED = "{\"id\":\"n1\"}";
  private static final String NOTE =
      "{\"id\":\"n2\",\"created_at\":\"2026-03-01T09:00:00Z\",\"owner\":{},\"attendees\":[]}";

  @TempDir Path folder;
  private final Clock clock = Clock.systemUTC();
  private final GranolaConnector connector = new GranolaConnector(clock);
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private Bench bench;
  private volatile int first;
  private volatile int list = 200;

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
  void a_note_that_is_not_for_this_key_holds_up_no_other() {
    assertThat(read(403, null).records()).extracting(SourceRecord::record).containsExactly("n2");
  }

  @Test
  void a_note_without_a_time_is_passed_over_and_told() {
    var page = read(200, null);
    assertThat(page.records()).extracting(SourceRecord::record).containsExactly("n2");
    assertThat(page.unfit()).singleElement().asString().contains("n1");
  }

  @Test
  void a_key_that_may_not_list_notes_is_none_that_is_wrong() {
    list = 403;
    assertThatThrownBy(() -> read(200, null))
        .isInstanceOfSatisfying(
            ConnectorException.class,
            refused -> assertThat(refused.code()).isEqualTo("right-missing"));
  }

  @Test
  void a_note_that_cannot_be_asked_for_does_not_begin_the_pass_anew() {
    var second = read(404, null).cursor();
    asked.clear();
    assertThatThrownBy(() -> read(400, second)).isInstanceOf(ConnectorException.class);
    assertThat(asked).filteredOn(path -> path.contains("page_size")).hasSize(1);
  }

  /** The first note answers that status. */
  private Page read(int status, @Nullable String cursor) {
    first = status;
    var url = "http://127.0.0.1:" + server.getAddress().getPort();
    var access = bench.accesses().tryOut("w", "cn-1", Map.of("apiUrl", url, "apiKey", "grn_good"));
    return Objects.requireNonNull(connector.read(access, "notes", cursor).block(PATIENCE));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().toString();
      asked.add(path);
      var status = path.endsWith("/n1") ? first : path.contains("page_size") ? list : 200;
      var body = path.endsWith("/n2") ? NOTE : path.endsWith("/n1") ? UNTIMED : LIST;
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
