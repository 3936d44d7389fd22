package rapport.simulators;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import rapport.simulators.Faults.Fault;
import rapport.simulators.SalesforceTables.Upserted;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Salesforce organisation as far as its REST API is used: sign-in by client credentials, {@code
 * queryAll} with {@code nextRecordsUrl}, records that are written and deleted by our ids and its
 * own, the usage header, and its ways to fail.
 */
public final class SalesforceSimulator extends VendorSimulator {

  private static final String DATA = "/services/data/v64.0/";
  private static final String COLLECTIONS = DATA + "composite/sobjects";
  private static final String RECORDS = DATA + "sobjects/";
  private static final String QUERY = DATA + "query";

  private static final String OUR_ID = "Rapport_Id__c";
  private static final int MOST = 200;

  private final SalesforceTables tables;
  private final SalesforceQueries queries;
  private final Clock clock;
  private final List<Integer> collections = new CopyOnWriteArrayList<>();
  private final List<Integer> deletions = new CopyOnWriteArrayList<>();
  private final Map<String, String> refusals = new ConcurrentHashMap<>();
  private final AtomicLong signIns = new AtomicLong();
  private final AtomicInteger losing = new AtomicInteger();
  private volatile long limit = 1_000_000_000;
  private volatile String secret = "secret";
  private volatile String organisation = "00D000000000001EAA";
  private volatile long momentous = -1;
  private volatile Runnable moment = () -> {};
  private volatile Consumer<String> listener = _ -> {};

  /**
   * @param port 0 for any
   */
  public SalesforceSimulator(SalesforceTables tables, Clock clock, int pageSize, int port) {
    super(port);
    this.tables = tables;
    this.clock = clock;
    this.queries = new SalesforceQueries(tables, clock, QUERY + "/", pageSize);
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

  /** Whoever signs in is in that organisation. */
  public void become(String organisationId) {
    organisation = organisationId;
  }

  /** Does something when that request comes, counted from now. */
  public void onRequest(int number, Runnable what) {
    moment = what;
    momentous = requests() + number;
  }

  /** Is told of every record that is written. */
  public void onWrite(Consumer<String> told) {
    listener = told;
  }

  /** What is asked of the record with that id of ours is refused; an empty code takes it back. */
  public void refuse(String ourId, String code) {
    refusals.put(ourId, code);
  }

  /** How many records each collection had that was written. */
  public List<Integer> collections() {
    return List.copyOf(collections);
  }

  /** How many records each collection named that was deleted. */
  public List<Integer> deletions() {
    return List.copyOf(deletions);
  }

  /** Whoever asks for a token has none yet; all others are looked at with what they ask. */
  @Override
  protected boolean letsIn(String authorization) {
    return true;
  }

  @Override
  protected Answer answer(Asked asked) {
    if (requests() == momentous) {
      CompletableFuture.runAsync(moment).join();
    }
    var answer = asked.path().equals("/services/oauth2/token") ? token(asked) : inSession(asked);
    return answer.with(
        "Date",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
  }

  private Answer token(Asked asked) {
    var given = asked.body();
    if (!given.path("grant_type").asString("").equals("client_credentials")
        || !given.path("client_id").asString("").equals("key")
        || !given.path("client_secret").asString("").equals(secret)) {
      return new Answer(
          400,
          JSON.createObjectNode()
              .put("error", "invalid_client")
              .put("error_description", "invalid client credentials"));
    }
    return ok(
        JSON.createObjectNode()
            .put("access_token", "token-" + signIns.get())
            .put("instance_url", url())
            .put("id", url() + "/id/" + organisation + "/005000000000001AAA")
            .put("token_type", "Bearer"));
  }

  private Answer inSession(Asked asked) {
    var token = "Bearer token-" + signIns.get();
    var isEnded = asked.fault() == Fault.SESSION_ENDED;
    if (isEnded) {
      signIns.incrementAndGet();
    }
    if (isEnded || !asked.header("authorization").equals(token)) {
      return error(401, "INVALID_SESSION_ID", "Session expired or invalid");
    }
    var answer =
        requests() > limit
            ? error(403, "REQUEST_LIMIT_EXCEEDED", "no more today")
            : data(asked, asked.path());
    return answer.with("Sforce-Limit-Info", "api-usage=" + requests() + "/" + limit);
  }

  private Answer data(Asked asked, String path) {
    if (path.equals("/services/oauth2/userinfo")) {
      return ok(
          JSON.createObjectNode()
              .put("user_id", "005000000000001AAA")
              .put("preferred_username", "rapport@acme.example")
              .put("organization_id", organisation));
    }
    if (path.equals(QUERY) || path.equals(QUERY + "All")) {
      return queries.first(asked, path.endsWith("All"));
    }
    if (path.startsWith(QUERY + "/")) {
      return queries.more(asked, asked.fault() == Fault.LOCATOR_LOST);
    }
    if (path.equals(COLLECTIONS) && asked.method().equals("DELETE")) {
      return deleted(asked.parameter("ids").split(","));
    }
    if (path.startsWith(COLLECTIONS)) {
      return collection(path.endsWith("/" + OUR_ID), asked.body());
    }
    if (path.startsWith(RECORDS)) {
      var names = path.substring(RECORDS.length()).split("/", -1);
      return upserted(names[0], names[2], (ObjectNode) asked.body());
    }
    return error(404, "NOT_FOUND", "no such resource");
  }

  private Answer upserted(String object, String ourId, ObjectNode fields) {
    try {
      var made = tables.upsert(object, ourId, clock.instant(), fields);
      listener.accept(object + " " + made.id() + " " + fields);
      return unlessLost(new Answer(made.isNew() ? 201 : 200, saved(made)));
    } catch (IllegalArgumentException e) {
      return error(404, "NOT_FOUND", String.valueOf(e.getMessage()));
    }
  }

  /**
   * A collection: each record for itself, since nobody asks for all or none.
   *
   * @param byOurId whether records are found by our id, and made where there is none
   */
  private Answer collection(boolean byOurId, JsonNode body) {
    var records = body.path("records");
    if (records.size() > MOST || body.path("allOrNone").asBoolean(false)) {
      return error(400, "EXCEEDED_MAX_SIZE_REQUEST", "at most 200");
    }
    collections.add(records.size());
    return each(records.valueStream().map(record -> written(byOurId, (ObjectNode) record)));
  }

  private ObjectNode written(boolean byOurId, ObjectNode record) {
    var fields = record.deepCopy();
    var object = fields.remove("attributes").path("type").asString("");
    var lower = fields.remove("id"); // names of fields may be written in either case
    if (lower != null) {
      fields.set("Id", lower);
    }
    var ourId = fields.path(OUR_ID).asString("");
    var refusal = refusals.getOrDefault(ourId, "");
    if (!refusal.isEmpty()) {
      return notSaved(refusal, "refused", "LastName");
    }
    try {
      var made =
          byOurId
              ? tables.upsert(object, ourId, clock.instant(), fields)
              : tables.change(object, fields.path("Id").asString(""), clock.instant(), fields);
      listener.accept(object + " " + made.id() + " " + fields);
      return saved(made);
    } catch (IllegalArgumentException e) {
      return notSaved("NOT_FOUND", String.valueOf(e.getMessage()), "Id");
    }
  }

  /** A collection by Salesforce's own ids, each for itself; whatever objects they are of. */
  private Answer deleted(String... ids) {
    if (ids.length > MOST) {
      return error(400, "EXCEEDED_ID_LIMIT", "at most 200");
    }
    deletions.add(ids.length);
    return each(Stream.of(ids).map(this::deleted));
  }

  private ObjectNode deleted(String id) {
    var row = tables.row(id);
    if (row == null) {
      return notSaved("INVALID_CROSS_REFERENCE_ID", "invalid cross reference id");
    }
    if (SalesforceTables.isDeleted(row)) {
      return notSaved("ENTITY_IS_DELETED", "entity is deleted");
    }
    var refusal = refusals.getOrDefault(row.path(OUR_ID).asString(""), "");
    if (!refusal.isEmpty()) {
      return notSaved(refusal, "refused");
    }
    tables.delete(id, clock.instant());
    var answer = JSON.createObjectNode().put("id", id).put("success", true);
    answer.putArray("errors");
    return answer;
  }

  private Answer each(Stream<ObjectNode> results) {
    var answer = JSON.createArrayNode();
    results.forEach(answer::add);
    return unlessLost(new Answer(200, answer));
  }

  private Answer unlessLost(Answer answer) {
    return losing.getAndDecrement() > 0 ? Answer.LOST : answer;
  }

  private static ObjectNode saved(Upserted made) {
    var answer = JSON.createObjectNode();
    answer.put("id", made.id()).put("success", true).put("created", made.isNew());
    answer.putArray("errors");
    return answer;
  }

  private static ObjectNode notSaved(String code, String message, String... fields) {
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

  static Answer error(int status, String code, String message) {
    var body = JSON.createArrayNode();
    body.addObject().put("message", message).put("errorCode", code);
    return new Answer(status, body);
  }
}
