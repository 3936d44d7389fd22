package rapport.standalone.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Server-sent events, collected as they come. */
public final class Feed implements AutoCloseable {

  private final Stream<String> lines;
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private volatile boolean over;

  private Feed(Stream<String> lines) {
    this.lines = lines;
  }

  /**
   * @param name {@code snapshot}, {@code patch} or {@code message}
   * @param id the revision; messages have none
   * @param receivedNanos when it came, by {@link System#nanoTime}
   */
  public record Event(String name, @Nullable String id, JsonNode data, long receivedNanos) {

    public OptionalLong rev() {
      return id == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(id));
    }
  }

  static Feed open(HttpClient http, HttpRequest request, JsonMapper json) {
    try {
      var response = http.send(request, BodyHandlers.ofLines());
      if (response.statusCode() != 200) {
        throw new UnexpectedAnswer("GET " + request.uri().getPath(), response.statusCode(), "");
      }
      var feed = new Feed(response.body());
      Thread.ofVirtual().name("feed").start(() -> feed.read(json));
      return feed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void read(JsonMapper json) {
    var event = new Pending();
    try {
      lines.forEach(line -> {
        if (line.isEmpty()) {
          event.take(json).ifPresent(events::add);
        } else {
          event.line(line);
        }
      });
    } catch (UncheckedIOException e) {
      // the connection ended; what came before stays
    } finally {
      over = true;
    }
  }

  /** What came so far. */
  public List<Event> events() {
    return List.copyOf(events);
  }

  /** Whether nothing more will come. */
  public boolean isOver() {
    return over;
  }

  /** The latest revision seen, 0 for none. */
  public long rev() {
    return events.stream().map(Event::rev).flatMapToLong(OptionalLong::stream).max().orElse(0);
  }

  @Override
  public void close() {
    lines.close();
  }

  private static final class Pending {
    private String name = "message";
    private @Nullable String id;
    private final StringBuilder data = new StringBuilder();

    void line(String line) {
      var colon = line.indexOf(':');
      var field = colon < 0 ? line : line.substring(0, colon);
      var value = colon < 0 ? "" : line.substring(colon + 1).strip();
      switch (field) {
        case "event" -> name = value;
        case "id" -> id = value;
        case "data" -> data.append(value);
        default -> {
          // comments keep the connection alive
        }
      }
    }

    Optional<Event> take(JsonMapper json) {
      var complete =
          data.isEmpty()
              ? Optional.<Event>empty()
              : Optional.of(new Event(name, id, json.readTree(data.toString()), System.nanoTime()));
      name = "message";
      id = null;
      data.setLength(0);
      return complete;
    }
  }
}
