package rapport.integrations.gong;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.integrations.connector.Access;
import rapport.integrations.connector.ConnectorDescription;
import rapport.integrations.connector.ConnectorException;
import rapport.integrations.connector.Days;
import rapport.integrations.connector.HookAnswer;
import rapport.integrations.connector.HookRequest;
import rapport.integrations.connector.JsonAnswers;
import rapport.integrations.connector.Mapped;
import rapport.integrations.connector.Page;
import rapport.integrations.connector.Reading;
import rapport.integrations.connector.Receiving;
import rapport.integrations.connector.SignedIn;
import rapport.integrations.connector.SourceRecord;
import rapport.integrations.connector.Window;
import rapport.runtime.egress.Fetched;
import rapport.runtime.egress.Outgoing;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads calls and what was said in them, and those that Gong tells of at once. */
@Component
public final class GongConnector implements Reading, Receiving {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration OVERLAP = Duration.ofDays(1);
  private static final int NOTHING_FOUND = 404;
  private static final int TRANSCRIPTS = 10;

  private final Clock clock;

  public GongConnector(Clock clock) {
    this.clock = clock;
  }

  @Override
  public ConnectorDescription description() {
    return GongDescription.IT;
  }

  @Override
  public int perSecond() {
    return 3;
  }

  @Override
  public Mono<SignedIn> test(Access access) {
    return access
        .calls()
        .call(Outgoing.get(address(access, "/v2/users"), headers(access)), true)
        .map(answer -> JsonAnswers.read("Gong", answer))
        .map(body ->
            new SignedIn(
                "Signed in; Gong knows "
                    + body.path("records").path("totalRecords").asLong(0)
                    + " of your people.",
                null));
  }

  @Override
  public Mono<Page> read(Access access, String feed, @Nullable String cursor) {
    var window = Window.read(cursor, Days.of(access), clock.instant());
    return calls(access, window)
        .map(Optional::of)
        .onErrorResume(
            failure -> window.next() != null && isLost(failure), _ -> Mono.just(Optional.empty()))
        .flatMap(list ->
            list.isPresent()
                ? page(access, window, list.get())
                : read(access, feed, window.anew().cursor()));
  }

  @Override
  public HookAnswer check(Access access, HookRequest request, Instant now) {
    return GongHook.check(access, request, now);
  }

  /** What is told may be old, so the call is read. */
  @Override
  public Flux<SourceRecord> taken(Access access, String body) {
    var asked = JSON.createObjectNode();
    asked.putObject("filter").putArray("callIds").add(GongHook.call(body));
    return calls(access, asked)
        .flatMap(found -> transcripts(access, found).map(said -> mapped(access, found, said).all()))
        .flatMapIterable(records -> records);
  }

  private static Mono<Page> page(Access access, Window window, JsonNode body) {
    return transcripts(access, body).map(said -> page(access, window, body, said));
  }

  /** A cursor of theirs is good for a while only; what transcripts answer says nothing of it. */
  private static boolean isLost(Throwable failure) {
    return failure instanceof ConnectorException e && e.code().equals("not-permitted");
  }

  private static Mono<JsonNode> calls(Access access, Window window) {
    var body = JSON.createObjectNode();
    if (window.next() != null) {
      body.put("cursor", window.next());
    }
    body.putObject("filter")
        .put("fromDateTime", window.since().toString())
        .put("toDateTime", window.until().toString());
    return calls(access, body);
  }

  private static Mono<JsonNode> calls(Access access, ObjectNode asked) {
    asked.putObject("contentSelector").putObject("exposedFields").put("parties", true);
    return post(access, "/v2/calls/extensive", asked);
  }

  /** What was said, by call: a few calls at a time, since an hour of talk is much text. */
  private static Mono<Map<String, String>> transcripts(Access access, JsonNode calls) {
    return Flux.fromIterable(calls.path("calls"))
        .buffer(TRANSCRIPTS)
        .concatMap(some -> {
          var body = JSON.createObjectNode();
          var ids = body.putObject("filter").putArray("callIds");
          some.forEach(call -> ids.add(GongCalls.id(call)));
          return post(access, "/v2/calls/transcript", body)
              .map(answer -> GongCalls.words(some, answer));
        })
        .collect(HashMap<String, String>::new, Map::putAll)
        .map(Map::copyOf);
  }

  private static Page page(Access access, Window window, JsonNode body, Map<String, String> said) {
    var mapped = mapped(access, body, said);
    var next = body.path("records").path("cursor").asString("");
    var total = body.path("records").path("totalRecords");
    return next.isEmpty()
        ? new Page(mapped, window.passed(OVERLAP).cursor(), false, total(window, total))
        : new Page(mapped, window.on(next).cursor(), true, total(window, total));
  }

  private static Mapped mapped(Access access, JsonNode calls, Map<String, String> said) {
    var mapping = new GongCalls(access.connection(), said);
    return Mapped.of(calls.path("calls").valueStream(), mapping::record);
  }

  private static @Nullable Long total(Window window, JsonNode total) {
    return window.next() == null && total.isNumber() ? total.longValue() : null;
  }

  /** Gong has no empty pages: where nothing is found it answers 404. */
  private static Mono<JsonNode> post(Access access, String path, ObjectNode body) {
    return access
        .calls()
        .call(
            Outgoing.of(
                "POST", address(access, path), headers(access), JSON.writeValueAsString(body)),
            true)
        .map(GongConnector::found);
  }

  private static JsonNode found(Fetched answer) {
    return answer.status() == NOTHING_FOUND
        ? JSON.createObjectNode()
        : JsonAnswers.read("Gong", answer);
  }

  private static URI address(Access access, String path) {
    return JsonAnswers.address(access.needed("apiUrl"), path);
  }

  private static Map<String, String> headers(Access access) {
    var pair = access.needed("accessKey") + ":" + access.needed("accessKeySecret");
    var token = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return Map.of("Authorization", "Basic " + token, "Content-Type", "application/json");
  }
}
