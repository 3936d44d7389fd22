package rapport.simulators;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rapport.simulators.VendorSimulator.Answer;
import rapport.simulators.VendorSimulator.Asked;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A table that PostgREST reads and writes: rows are found by one column that is unique, and a
 * request is taken as a whole or not at all.
 */
final class PostgrestTable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern LIST = Pattern.compile("in\\.\\((.*)\\)", Pattern.DOTALL);
  private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|([^,]+)");

  /** Why a request is refused. */
  private static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Answer answer;

    Refusal(int status, String code, String message) {
      super(message, null, false, false);
      this.answer = refused(status, code, message);
    }
  }

  private final String name;
  private final String key;
  private final Set<String> columns;
  private final Map<String, ObjectNode> rows = new LinkedHashMap<>();
  private final Map<String, String> refusals = new ConcurrentHashMap<>();
  private final Set<String> denied = ConcurrentHashMap.newKeySet();

  PostgrestTable(String name, String key, Collection<String> columns) {
    this.name = name;
    this.key = key;
    this.columns = new LinkedHashSet<>(columns);
    this.columns.add(key);
  }

  static Answer refused(int status, String code, String message) {
    var body = JSON.createObjectNode().put("code", code).put("message", message);
    return new Answer(status, body.putNull("details").putNull("hint"));
  }

  /** What is written of that row is refused with that code of PostgreSQL; none takes it back. */
  void refuse(String id, @Nullable String code) {
    if (code == null) {
      refusals.remove(id);
    } else {
      refusals.put(id, code);
    }
  }

  /** The key may not do that: {@code GET}, {@code POST} or {@code DELETE}. */
  void deny(String method) {
    denied.add(method);
  }

  synchronized List<ObjectNode> rows() {
    return rows.values().stream().map(ObjectNode::deepCopy).toList();
  }

  /** Somebody over there writes something. */
  synchronized void edit(String id, String column, String value) {
    rows.computeIfAbsent(id, _ -> JSON.createObjectNode().put(key, id)).put(column, value);
  }

  synchronized Answer answer(Asked asked) {
    try {
      if (denied.contains(asked.method())) {
        throw new Refusal(403, "42501", "permission denied for table " + name);
      }
      return switch (asked.method()) {
        case "GET" -> new Answer(200, selected(asked, found(asked)));
        case "POST" -> upserted(asked);
        case "DELETE" -> deleted(asked);
        default -> throw new Refusal(405, "PGRST117", "Unsupported HTTP method");
      };
    } catch (Refusal refusal) {
      return refusal.answer;
    }
  }

  private ArrayNode selected(Asked asked, Collection<ObjectNode> found) {
    var select = asked.parameter("select");
    var wanted = select.isEmpty() || select.equals("*") ? columns : names(select);
    wanted.forEach(column -> {
      if (!columns.contains(column)) {
        throw new Refusal(400, "42703", "column " + name + "." + column + " does not exist");
      }
    });
    var page = JSON.createArrayNode();
    for (var row : found) {
      var shown = page.addObject();
      wanted.forEach(column ->
          shown.set(column, row.path(column).isMissingNode() ? JSON.nullNode() : row.get(column)));
    }
    return page;
  }

  private List<ObjectNode> found(Asked asked) {
    var condition = asked.parameter(key);
    Predicate<String> meant = _ -> true;
    if (!condition.isEmpty()) {
      var list = LIST.matcher(condition);
      if (list.matches()) {
        meant = Set.copyOf(names(list.group(1)))::contains;
      } else if (condition.startsWith("eq.")) {
        meant = condition.substring(3)::equals;
      } else {
        throw new Refusal(400, "PGRST100", "failed to parse filter (" + condition + ")");
      }
    }
    var all = new ArrayList<ObjectNode>();
    for (var row : rows.values()) {
      if (meant.test(row.get(key).stringValue())) {
        all.add(row);
      }
    }
    return all;
  }

  private Answer upserted(Asked asked) {
    var given = given(asked.body());
    var said = asked.parameter("columns");
    var named = said.isEmpty() ? uniform(given) : names(said);
    for (var column : named) {
      if (!columns.contains(column)) {
        throw new Refusal(
            400,
            "PGRST204",
            "Could not find the '%s' column of '%s' in the schema cache".formatted(column, name));
      }
    }
    var merges = asked.header("prefer").contains("resolution=merge-duplicates");
    var conflict = asked.parameter("on_conflict");
    if (merges && !conflict.isEmpty() && !conflict.equals(key)) {
      throw new Refusal(
          400,
          "42P10",
          "there is no unique or exclusion constraint matching the ON CONFLICT specification");
    }
    var written = new LinkedHashMap<String, ObjectNode>();
    for (var row : given) {
      var id = row.path(key).asString("");
      refuseIfWanted(id);
      if (id.isEmpty()) {
        throw new Refusal(400, "23502", "null value in column \"" + key + "\" violates not-null");
      }
      if (rows.containsKey(id) && !merges) {
        throw new Refusal(409, "23505", "duplicate key value violates unique constraint");
      }
      var next = rows.containsKey(id) ? rows.get(id).deepCopy() : JSON.createObjectNode();
      named.forEach(column ->
          next.set(column, row.path(column).isMissingNode() ? JSON.nullNode() : row.get(column)));
      if (written.put(id, next) != null) {
        throw new Refusal(
            500, "21000", "ON CONFLICT DO UPDATE command cannot affect row a second time");
      }
    }
    rows.putAll(written);
    return asked.header("prefer").contains("return=representation")
        ? new Answer(201, selected(asked, written.values()))
        : new Answer(given.isEmpty() ? 200 : 201, MissingNode.getInstance());
  }

  private static List<JsonNode> given(JsonNode body) {
    return body.isArray() ? body.valueStream().toList() : List.of(body);
  }

  private static Collection<String> uniform(List<JsonNode> given) {
    var all = given.stream().map(row -> Set.copyOf(row.propertyNames())).distinct().toList();
    if (all.size() > 1) {
      throw new Refusal(400, "PGRST102", "All object keys must match");
    }
    return all.isEmpty() ? Set.of() : all.getFirst();
  }

  private void refuseIfWanted(String id) {
    var code = refusals.get(id);
    if (code != null) {
      throw new Refusal(
          code.equals("23503") || code.equals("23505") ? 409 : 400,
          code,
          code.equals("23502")
              ? "null value in column \"owner\" of relation \""
                  + name
                  + "\" violates not-null constraint"
              : "refused");
    }
  }

  private Answer deleted(Asked asked) {
    if (asked.parameter(key).isEmpty()) {
      throw new Refusal(400, "21000", "DELETE requires a WHERE clause");
    }
    var gone = found(asked).stream().map(row -> row.get(key).stringValue()).toList();
    gone.forEach(this::refuseIfWanted);
    gone.forEach(rows::remove);
    return new Answer(204, MissingNode.getInstance());
  }

  /** Names or values, each in quotation marks or not. */
  private static List<String> names(String list) {
    return QUOTED
        .matcher(list)
        .results()
        .map(match ->
            match.group(1) == null
                ? match.group(2).strip()
                : match.group(1).replaceAll("\\\\(.)", "$1"))
        .collect(Collectors.toList());
  }
}
