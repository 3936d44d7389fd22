package rapport.simulators;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;
import rapport.simulators.Faults.Fault;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Salesforce organisation as far as its REST API is used: sign-in by client credentials, {@code
 * queryAll} with {@code nextRecordsUrl}, the usage header, and its ways to fail.
 */
public final class SalesforceSimulator implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String DATA = "/services/data/v64.0/";

  private static final String OUR_ID = "Rapport_Id__c";
  private static final int MOST = 200;

  /** So many answers may be read on at a time; who opens more loses the oldest. */
  private static final int MOST_OPEN = 10;

  private final SalesforceTables tables;
  private final Clock clock;
  private final int pageSize;
  private final DisposableServer server;
  private final Map<String, List<ObjectNode>> open = new LinkedHashMap<>();
  private final List<Integer> collections = new CopyOnWriteArrayList<>();
  private final List<Integer> deletions = new CopyOnWriteArrayList<>();
  private final Map<String, String> refusals = new ConcurrentHashMap<>();
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong signIns = new AtomicLong();
  private final AtomicInteger losing = new AtomicInteger();
  private volatile Faults faults = Faults.NO;
  private volatile long limit = 1_000_000_000;
  private volatile String secret = "secret";
  private volatile long momentous = -1;
  private volatile Runnable moment = () -> {};
  private volatile Consumer<String> listener = _ -> {};
  private int asked;

  public SalesforceSimulator(SalesforceTables tables, Clock clock, int pageSize, int port) {
    this.tables = tables;
    this.clock = clock;
    this.pageSize = pageSize;
    this.server = HttpServer.create().host("127.0.0.1").port(port).handle(this::handle).bindNow();
  }

  /** Where it listens. */
  public String url() {
    return "http://127.0.0.1:" + server.port();
  }

  public int port() {
    return server.port();
  }

  public void failBy(Faults next) {
    faults = next;
  }

  /** The answers to so many writes that are done go missing. */
  public void loseAnswers(int number) {
    losing.set(number);
  }

  /** The requests of a day. */
  public void allow(long requestsOfADay) {
    limit = requestsOfADay;
  }

  /** The connected app gets another secret, and every session ends. */
  public void rotate(String next) {
    secret = next;
    signIns.incrementAndGet();
  }

  /** Does something when that request comes, counted from now. */
  public void onRequest(int number, Runnable what) {
    moment = what;
    momentous = requests.get() + number;
  }

  /** Is told of every record that is written. */
  public void onWrite(Consumer<String> told) {
    listener = told;
  }

  public long requests() {
    return requests.get();
  }

  @Override
  public void close() {
    server.disposeNow();
  }

  private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
    if (requests.incrementAndGet() == momentous) {
      CompletableFuture.runAsync(moment).join();
    }
    response.header(
        HttpHeaderNames.DATE,
        DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
    response.header(HttpHeaderNames.CONTENT_TYPE, "application/json;charset=UTF-8");
    var fault = faults.next();
    return switch (fault) {
      case TOO_MANY ->
          response.status(429).header("Retry-After", "7").sendString(error("TOO_MANY", "slower"));
      case UNAVAILABLE -> response.status(503).sendString(error("SERVER_UNAVAILABLE", "later"));
      case BROKEN_OFF -> brokenOff(response);
      case KILLED_BEFORE -> {
        faults.kill();
        yield response.status(503).send();
      }
      case NONE, LOCATOR_LOST, SESSION_ENDED, KILLED_AFTER -> {
        var answered = answer(request, response, fault);
        yield fault == Fault.KILLED_AFTER
            ? Mono.from(answered).doOnTerminate(faults::kill)
            : answered;
      }
    };
  }

  private static Publisher<Void> brokenOff(HttpServerResponse response) {
    response.withConnection(Connection::dispose);
    return Mono.never();
  }

  private Publisher<Void> answer(
      HttpServerRequest request, HttpServerResponse response, Fault fault) {
    var uri = new QueryStringDecoder(request.uri());
    var path = uri.path();
    if (path.equals("/services/oauth2/token")) {
      return request.receive().aggregate().asString().flatMap(form -> token(response, form));
    }
    var token = "Bearer token-" + signIns.get();
    if (fault == Fault.SESSION_ENDED) {
      signIns.incrementAndGet();
    }
    if (fault == Fault.SESSION_ENDED
        || !token.equals(request.requestHeaders().get(HttpHeaderNames.AUTHORIZATION))) {
      return response
          .status(401)
          .sendString(error("INVALID_SESSION_ID", "Session expired or invalid"));
    }
    response.header("Sforce-Limit-Info", "api-usage=" + requests.get() + "/" + limit);
    if (requests.get() > limit) {
      return response.status(403).sendString(error("REQUEST_LIMIT_EXCEEDED", "no more today"));
    }
    if (path.equals("/services/oauth2/userinfo")) {
      return ok(
          response,
          JSON.createObjectNode()
              .put("user_id", "005000000000001AAA")
              .put("preferred_username", "rapport@acme.example")
              .put("organization_id", "00D000000000001EAA"));
    }
    if (path.equals(DATA + "queryAll") || path.equals(DATA + "query")) {
      var soql = uri.parameters().getOrDefault("q", List.of("")).getFirst();
      return query(request, response, soql, path.endsWith("All"));
    }
    if (path.equals(DATA + "composite/sobjects") && request.method().equals(HttpMethod.DELETE)) {
      return deleted(
          response, uri.parameters().getOrDefault("ids", List.of("")).getFirst().split(","));
    }
    if (path.startsWith(DATA + "composite/sobjects")) {
      var names = path.substring((DATA + "composite/sobjects").length()).split("/", -1);
      return request
          .receive()
          .aggregate()
          .asString()
          .defaultIfEmpty("{}")
          .flatMap(body -> Mono.from(collection(response, names, JSON.readTree(body))));
    }
    if (path.startsWith(DATA + "sobjects/")) {
      var names = path.substring((DATA + "sobjects/").length()).split("/", -1);
      return request
          .receive()
          .aggregate()
          .asString()
          .defaultIfEmpty("{}")
          .flatMap(body -> Mono.from(upserted(response, names[0], names[2], body)));
    }
    if (path.startsWith(DATA + "query/")) {
      return more(request, response, path.substring((DATA + "query/").length()), fault);
    }
    return response.status(404).sendString(error("NOT_FOUND", "no such resource"));
  }

  private Mono<Void> token(HttpServerResponse response, String form) {
    var given = new QueryStringDecoder(form, StandardCharsets.UTF_8, false).parameters();
    if (!List.of("client_credentials").equals(given.get("grant_type"))
        || !List.of("key").equals(given.get("client_id"))
        || !List.of(secret).equals(given.get("client_secret"))) {
      return Mono.from(
          response
              .status(400)
              .sendString(
                  Mono.just(
                      "{\"error\":\"invalid_client\",\"error_description\":\"invalid client"
                          + " credentials\"}")));
    }
    return ok(
        response,
        JSON.createObjectNode()
            .put("access_token", "token-" + signIns.get())
            .put("instance_url", url())
            .put("id", url() + "/id/00D000000000001EAA/005000000000001AAA")
            .put("token_type", "Bearer"));
  }

  private Publisher<Void> upserted(
      HttpServerResponse response, String object, String ourId, String body) {
    try {
      var made = tables.upsert(object, ourId, clock.instant(), (ObjectNode) JSON.readTree(body));
      listener.accept(object + " " + made.id() + " " + body);
      if (losing.getAndDecrement() > 0) {
        return brokenOff(response);
      }
      var answer = JSON.createObjectNode();
      answer.put("id", made.id()).put("success", true).put("created", made.isNew());
      answer.putArray("errors");
      return ok(response.status(made.isNew() ? 201 : 200), answer);
    } catch (IllegalArgumentException e) {
      return response.status(404).sendString(error("NOT_FOUND", String.valueOf(e.getMessage())));
    }
  }

  /** A collection: each record for itself, since nobody asks for all or none. */
  private Publisher<Void> collection(HttpServerResponse response, String[] names, JsonNode body) {
    var records = body.path("records");
    if (records.size() > MOST || body.path("allOrNone").asBoolean(false)) {
      return response.status(400).sendString(error("EXCEEDED_MAX_SIZE_REQUEST", "at most 200"));
    }
    collections.add(records.size());
    var answer = JSON.createArrayNode();
    for (var record : records) {
      answer.add(written(names, (ObjectNode) record));
    }
    return losing.getAndDecrement() > 0
        ? brokenOff(response)
        : response.sendString(Mono.just(JSON.writeValueAsString(answer)));
  }

  private ObjectNode written(String[] names, ObjectNode record) {
    var fields = record.deepCopy();
    var object = fields.remove("attributes").path("type").asString("");
    var lower = fields.remove("id"); // names of fields may be written in either case
    if (lower != null) {
      fields.set("Id", lower);
    }
    var refusal = refusals.getOrDefault(fields.path(OUR_ID).asString(""), "");
    if (!refusal.isEmpty()) {
      return refused(refusal, "refused", "LastName");
    }
    try {
      var made =
          names.length > 2
              ? tables.upsert(object, fields.path(OUR_ID).asString(""), clock.instant(), fields)
              : tables.change(object, fields.path("Id").asString(""), clock.instant(), fields);
      listener.accept(object + " " + made.id() + " " + fields);
      var answer = JSON.createObjectNode();
      answer.put("id", made.id()).put("success", true).put("created", made.isNew());
      answer.putArray("errors");
      return answer;
    } catch (IllegalArgumentException e) {
      return refused("NOT_FOUND", String.valueOf(e.getMessage()), "Id");
    }
  }

  private static ObjectNode refused(String code, String message, String... fields) {
    var answer = JSON.createObjectNode().put("success", false);
    var named =
        answer
            .putArray("errors")
            .addObject()
            .put("statusCode", code)
            .put("message", message)
            .putArray("fields");
    Stream.of(fields).forEach(named::add);
    return answer;
  }

  /** A collection by Salesforce's own ids, each for itself; whatever objects they are of. */
  private Publisher<Void> deleted(HttpServerResponse response, String[] ids) {
    if (ids.length > MOST) {
      return response.status(400).sendString(error("EXCEEDED_ID_LIMIT", "at most 200"));
    }
    deletions.add(ids.length);
    var answer = JSON.createArrayNode();
    for (var id : ids) {
      answer.add(deleted(id));
    }
    return losing.getAndDecrement() > 0
        ? brokenOff(response)
        : response.sendString(Mono.just(JSON.writeValueAsString(answer)));
  }

  private ObjectNode deleted(String id) {
    var row = tables.row(id);
    if (row == null) {
      return refused("INVALID_CROSS_REFERENCE_ID", "invalid cross reference id");
    }
    if (SalesforceTables.isDeleted(row)) {
      return refused("ENTITY_IS_DELETED", "entity is deleted");
    }
    var refusal = refusals.getOrDefault(row.path(OUR_ID).asString(""), "");
    if (!refusal.isEmpty()) {
      return refused(refusal, "refused");
    }
    tables.delete(id, clock.instant());
    var answer = JSON.createObjectNode().put("id", id).put("success", true);
    answer.putArray("errors");
    return answer;
  }

  /** How many records each collection named that was deleted. */
  public List<Integer> deletions() {
    return List.copyOf(deletions);
  }

  /** What is asked of the record with that id of ours is refused; an empty code takes it back. */
  public void refuse(String ourId, String code) {
    refusals.put(ourId, code);
  }

  /** How many records each collection had that was written. */
  public List<Integer> collections() {
    return List.copyOf(collections);
  }

  private Publisher<Void> query(
      HttpServerRequest request, HttpServerResponse response, String soql, boolean withDeleted) {
    try {
      var rows = tables.query(soql, clock.instant(), withDeleted);
      return page(response, opened(rows), rows, 0, wanted(request));
    } catch (IllegalArgumentException e) {
      return response
          .status(400)
          .sendString(error("INVALID_FIELD", String.valueOf(e.getMessage())));
    }
  }

  private String opened(List<ObjectNode> rows) {
    synchronized (open) {
      if (open.size() == MOST_OPEN) {
        open.remove(open.keySet().iterator().next());
      }
      var name = "01g" + asked++;
      open.put(name, rows);
      return name;
    }
  }

  /** How many rows a page is to have: what was asked for, if it is not more than there may be. */
  private int wanted(HttpServerRequest request) {
    var options = request.requestHeaders().get("Sforce-Query-Options", "");
    return options.startsWith("batchSize=")
        ? Math.min(pageSize, Integer.parseInt(options.substring("batchSize=".length())))
        : pageSize;
  }

  private Publisher<Void> more(
      HttpServerRequest request, HttpServerResponse response, String locator, Fault fault) {
    var name = locator.substring(0, locator.lastIndexOf('-'));
    List<ObjectNode> rows;
    synchronized (open) {
      rows = open.get(name);
    }
    if (rows == null || fault == Fault.LOCATOR_LOST) {
      return response
          .status(400)
          .sendString(error("INVALID_QUERY_LOCATOR", "invalid query locator"));
    }
    var from = Integer.parseInt(locator.substring(name.length() + 1));
    return page(response, name, rows, from, wanted(request));
  }

  private static Publisher<Void> page(
      HttpServerResponse response, String name, List<ObjectNode> rows, int from, int most) {
    var to = Math.min(rows.size(), from + most);
    var body = JSON.createObjectNode();
    body.put("totalSize", rows.size());
    body.put("done", to == rows.size());
    if (to < rows.size()) {
      body.put("nextRecordsUrl", DATA + "query/" + name + "-" + to);
    }
    var records = body.putArray("records");
    rows.subList(from, to).forEach(records::add);
    return ok(response, body);
  }

  private static Mono<Void> ok(HttpServerResponse response, ObjectNode body) {
    return response.sendString(Mono.just(JSON.writeValueAsString(body))).then();
  }

  private static Mono<String> error(String code, String message) {
    return Mono.just("[{\"message\":\"" + message + "\",\"errorCode\":\"" + code + "\"}]");
  }
}
