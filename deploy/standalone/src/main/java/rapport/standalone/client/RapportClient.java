package rapport.standalone.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls Rapport's HTTP interface as one caller. */
public final class RapportClient {

  private static final Duration USUAL_PATIENCE = Duration.ofSeconds(60);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http;
  private final URI base;
  private final Map<String, Supplier<String>> headers;
  private final Duration patience;

  private RapportClient(
      HttpClient http, URI base, Map<String, Supplier<String>> headers, Duration patience) {
    this.http = http;
    this.base = base;
    this.headers = headers;
    this.patience = patience;
  }

  /** A client without a sign-in. */
  public static RapportClient of(URI base) {
    var http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    return new RapportClient(http, base, Map.of(), USUAL_PATIENCE);
  }

  /**
   * The same client, sending {@code name} with every request, and what {@code value} then gives.
   */
  public RapportClient with(String name, Supplier<String> value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new RapportClient(http, base, Map.copyOf(more), patience);
  }

  /** The same client, waiting so long for an answer. */
  public RapportClient waiting(Duration longest) {
    return new RapportClient(http, base, headers, longest);
  }

  /** The same client, signed in. */
  public RapportClient signedIn(String email, String password) {
    var answer = post("/api/v1/sign-in", Map.of("email", email, "password", password));
    var bearer = "Bearer " + answer.path("token").asString();
    return with("Authorization", () -> bearer);
  }

  /** Begins a customer profile. */
  public JsonNode startProfile(String company) {
    return start("customer-profile", Map.of("onboarding_company_name", company));
  }

  /** Begins a conversation in {@code flow}. */
  public JsonNode start(String flow, Map<String, Object> context) {
    return post("/api/v1/conversations", Map.of("flow", flow, "context", context));
  }

  public JsonNode conversation(String id) {
    return get("/api/v1/conversations/" + id);
  }

  /** Says {@code text}; the same {@code messageId} again gets the same answer. */
  public JsonNode say(String id, String messageId, String text) {
    return post(messages(id), Map.of("messageId", messageId, "text", text));
  }

  /** Edits one field in the panel. */
  public JsonNode edit(String id, String mutationId, String path, Object value, long baseRev) {
    var edit = Map.of("mutationId", mutationId, "path", path, "value", value, "baseRev", baseRev);
    return send("PATCH", "/api/v1/conversations/" + id + "/fields", Map.of("edits", List.of(edit)));
  }

  /** The profile of a conversation, at revision {@code rev} or later. */
  public JsonNode profile(String id, long rev) {
    return record("profiles", id, rev);
  }

  /** What came of a conversation, at revision {@code rev} or later: one of its flow's records. */
  public JsonNode record(String records, String id, long rev) {
    return get("/api/v1/%s/%s?atLeastRev=%d".formatted(records, id, rev));
  }

  /** Opens the feed of a conversation, after revision {@code lastEventId} when there is one. */
  public Feed feed(String id, @Nullable String lastEventId) {
    var request =
        request("/api/v1/conversations/" + id + "/feed").header("Accept", "text/event-stream");
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    return Feed.open(http, request.build(), JSON);
  }

  private static String messages(String id) {
    return "/api/v1/conversations/" + id + "/messages";
  }

  public JsonNode get(String path) {
    return answer(request(path).timeout(patience).GET().build());
  }

  /** What is at {@code path}, as it comes. */
  public String text(String path) {
    return body(request(path).timeout(patience).GET().build());
  }

  public JsonNode post(String path, Object body) {
    return send("POST", path, body);
  }

  public JsonNode put(String path, Object body) {
    return send("PUT", path, body);
  }

  /** Deletes what is at {@code path}. */
  public void delete(String path) {
    var _ = body(request(path).timeout(patience).DELETE().build());
  }

  private JsonNode send(String method, String path, Object body) {
    return answer(
        request(path)
            .timeout(patience)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(base.resolve(path));
    headers.forEach((name, value) -> request.header(name, value.get()));
    return request;
  }

  /**
   * @throws UnexpectedAnswer for anything but 2xx
   * @throws UncheckedIOException when there is no answer
   */
  private JsonNode answer(HttpRequest request) {
    var body = body(request);
    return body.isEmpty() ? JSON.nullNode() : JSON.readTree(body);
  }

  private String body(HttpRequest request) {
    try {
      var response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new UnexpectedAnswer(
            request.method() + " " + request.uri().getPath(),
            response.statusCode(),
            response.body());
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
