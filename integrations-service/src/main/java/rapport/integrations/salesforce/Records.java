package rapport.integrations.salesforce;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rapport.integrations.connector.Access;
import rapport.integrations.connector.Budget;
import rapport.integrations.connector.JsonFields;
import rapport.integrations.connector.Pushing.Found;
import rapport.integrations.connector.Pushing.OurRecord;
import rapport.integrations.connector.Pushing.Result;
import rapport.integrations.connector.Pushing.Sought;
import rapport.integrations.connector.Pushing.There;
import rapport.integrations.connector.Pushing.Written;
import rapport.integrations.push.Kind;
import rapport.runtime.egress.Fetched;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Records of ours over there, read and written in collections. */
final class Records {

  /** Salesforce takes no more in a collection. */
  static final int MOST = 200;

  /** An address may be 16 KB long, and an id of ours 64 characters. */
  static final int ASKED_AT_ONCE = 75;

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Set<String> PASSING =
      Set.of(
          "UNABLE_TO_LOCK_ROW",
          "SERVER_UNAVAILABLE",
          "REQUEST_RUNNING_TOO_LONG",
          "PROCESSING_HALTED",
          "APEX_ERROR_LOCK");

  private Records() {}

  /** What Salesforce calls the records of a kind. */
  static String object(Kind kind) {
    return switch (kind) {
      case ACCOUNT -> "Account";
      case CONTACT -> "Contact";
      case LEAD -> "Lead";
      case TASK -> "Task";
    };
  }

  static Mono<Found> find(Access access, Kind kind, List<Sought> sought, Set<String> fields) {
    return Flux.fromIterable(sought)
        .buffer(ASKED_AT_ONCE)
        .concatMap(some -> RestApi.get(access, path(soql(kind, some, fields))))
        .collectList()
        .map(answers -> found(answers, fields));
  }

  static String path(String soql) {
    return RestApi.DATA + "/query?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8);
  }

  private static String soql(Kind kind, List<Sought> sought, Set<String> fields) {
    var columns = new LinkedHashSet<>(List.of("Id", Soql.OUR_ID));
    if (hasAddress(kind)) {
      columns.add("Email");
    }
    if (kind == Kind.LEAD) {
      columns.add("IsConverted");
    }
    columns.addAll(fields);
    var any = new ArrayList<String>();
    any.add(in(Soql.OUR_ID, sought.stream().map(Sought::rapportId).toList()));
    add(any, "Id", sought.stream().map(Sought::remoteId).toList());
    if (hasAddress(kind)) {
      add(any, "Email", sought.stream().map(Sought::email).toList());
    }
    return "SELECT "
        + String.join(", ", columns)
        + " FROM "
        + object(kind)
        + " WHERE "
        + String.join(" OR ", any);
  }

  private static boolean hasAddress(Kind kind) {
    return kind == Kind.LEAD || kind == Kind.CONTACT;
  }

  private static void add(List<String> any, String field, List<? extends @Nullable String> values) {
    var known = values.stream().filter(Objects::nonNull).distinct().toList();
    if (!known.isEmpty()) {
      any.add(in(field, known));
    }
  }

  static String in(String field, List<? extends @Nullable String> values) {
    var quoted = values.stream().map(value -> "'" + Soql.quoted(String.valueOf(value)) + "'");
    return field + " IN (" + String.join(", ", quoted.toList()) + ")";
  }

  private static Found found(List<Fetched> answers, Set<String> fields) {
    var records = new ArrayList<There>();
    Budget budget = null;
    for (var answer : answers) {
      budget = Usage.of(answer);
      RestApi.json(answer)
          .path("records")
          .valueStream()
          .forEach(row -> records.add(there(row, fields)));
    }
    return new Found(records, budget);
  }

  private static There there(JsonNode row, Set<String> fields) {
    return new There(
        row.path("Id").asString(""),
        text(row.path(Soql.OUR_ID)),
        text(row.path("Email")),
        row.path("IsConverted").asBoolean(false),
        JsonFields.read(row, fields));
  }

  private static @Nullable String text(JsonNode node) {
    return node.isString() && !node.stringValue().isBlank() ? node.stringValue() : null;
  }

  /** Those that lack our id are given it by their own; the others are found by ours. */
  static Mono<Written> write(Access access, Kind kind, List<OurRecord> records) {
    var ours = records.stream().filter(row -> row.remoteId() == null).toList();
    var theirs = records.stream().filter(row -> row.remoteId() != null).toList();
    var path = RestApi.DATA + "/composite/sobjects";
    return sent(access, path + "/" + object(kind) + "/" + Soql.OUR_ID, kind, ours)
        .flatMap(first ->
            sent(access, path, kind, theirs).map(second -> joined(records, first, second)));
  }

  private static Written joined(List<OurRecord> records, Written ours, Written theirs) {
    var first = ours.results().iterator();
    var second = theirs.results().iterator();
    var results =
        records.stream().map(row -> row.remoteId() == null ? first.next() : second.next()).toList();
    return new Written(results, theirs.budget() == null ? ours.budget() : theirs.budget());
  }

  private static Mono<Written> sent(Access access, String path, Kind kind, List<OurRecord> rows) {
    return rows.isEmpty()
        ? Mono.just(new Written(List.of(), null))
        : RestApi.patch(access, path, body(kind, rows)).map(answer -> written(answer, rows));
  }

  private static ObjectNode body(Kind kind, List<OurRecord> rows) {
    var body = JSON.createObjectNode().put("allOrNone", false);
    var records = body.putArray("records");
    for (var row : rows) {
      var record = records.addObject();
      record.putObject("attributes").put("type", object(kind));
      if (row.remoteId() != null) {
        record.put("Id", row.remoteId());
      }
      record.put(Soql.OUR_ID, row.rapportId());
      JsonFields.put(record, row.fields());
    }
    return body;
  }

  private static Written written(Fetched answer, List<OurRecord> rows) {
    var results = RestApi.json(answer).valueStream().map(Records::result).toList();
    if (results.size() != rows.size()) {
      throw rapport.integrations.connector.ConnectorException.later(
          "unexpected-answer", "Salesforce answered for other records than were sent.", null);
    }
    return new Written(results, Usage.of(answer));
  }

  private static Result result(JsonNode node) {
    if (node.path("success").asBoolean(false)) {
      return new Result.Done(node.path("id").asString(""));
    }
    return refused(node.path("errors").path(0));
  }

  /** Why a record of a collection was refused. */
  static Result.Refused refused(JsonNode error) {
    var code = error.path("statusCode").asString("UNKNOWN");
    return new Result.Refused(
        code.toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
        advice(code) + error.path("message").asString("no reason given"),
        error.path("fields").valueStream().map(field -> field.asString("")).toList(),
        PASSING.contains(code));
  }

  /** What to do about it, where that is not plain. */
  private static String advice(String code) {
    return switch (code) {
      case "DUPLICATES_DETECTED" ->
          "A duplicate rule over there knows this one already. Merge them there, or give the one"
              + " that stays our id, and retry. ";
      case "REQUIRED_FIELD_MISSING" ->
          "The organisation asks for a field that is not pushed. Add it to what is pushed, or give"
              + " it a default there. ";
      case "FIELD_CUSTOM_VALIDATION_EXCEPTION" -> "A rule of the organisation refuses it. ";
      case "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST" ->
          "The list over there does not have this value. Add it there, or push the field elsewhere"
              + " or not at all. ";
      default -> "";
    };
  }

  /** What Salesforce calls our fields unless somebody says otherwise. */
  static Map<String, String> proposed(Kind kind) {
    return switch (kind) {
      case ACCOUNT ->
          Map.of(
              "name", "Name",
              "industry", "Industry",
              "employees", "NumberOfEmployees",
              "health_score", "Rapport_Health__c",
              "health_band", "Rapport_Health_Band__c",
              "churn_probability", "Rapport_Churn__c");
      case CONTACT ->
          Map.of(
              "first_name", "FirstName",
              "last_name", "LastName",
              "email", "Email",
              "phone", "Phone",
              "title", "Title");
      case LEAD ->
          Map.ofEntries(
              Map.entry("first_name", "FirstName"),
              Map.entry("last_name", "LastName"),
              Map.entry("email", "Email"),
              Map.entry("phone", "Phone"),
              Map.entry("company", "Company"),
              Map.entry("industry", "Industry"),
              Map.entry("lead_points", "Rapport_Score__c"),
              Map.entry("lead_grade", "Rapport_Grade__c"),
              Map.entry("conversion_probability", "Rapport_Conversion__c"),
              Map.entry("persona", "Rapport_Persona__c"),
              Map.entry("next_best_action", "Rapport_Next_Step__c"));
      case TASK ->
          Map.of(
              "subject", "Subject",
              "text", "Description",
              "due", "ActivityDate",
              "status", "Status",
              "priority", "Priority");
    };
  }
}
