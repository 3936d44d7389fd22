package rapport.simulators;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Supabase project as far as PostgREST is asked for it here: a view that is read in its order,
 * and tables that are written.
 */
public final class SupabaseSimulator extends VendorSimulator {

  private record Row(Instant updated, Instant visibleFrom, ObjectNode json) {
    String id() {
      return json.get("id").stringValue();
    }
  }

  private static final Pattern AFTER =
      Pattern.compile(
          "\\(updated_at\\.gt\\.\"(.+?)\",and\\(updated_at\\.eq\\.\"(.+?)\",id\\.gt\\.\"(.*?)\"\\)\\)");

  private final Map<String, Row> rows = new ConcurrentHashMap<>();
  private final Map<String, PostgrestTable> tables = new ConcurrentHashMap<>();
  private final List<Integer> upserts = new CopyOnWriteArrayList<>();
  private final Clock clock;
  private final int mostRows;
  private volatile Consumer<String> listener = _ -> {};

  public SupabaseSimulator(Clock clock, int mostRows, int port) {
    super(port);
    this.clock = clock;
    this.mostRows = mostRows;
  }

  /** There is such a table, with those columns and {@code rapport_id}, which is unique. */
  public void table(String name, String... columns) {
    tables.put(name, new PostgrestTable(name, "rapport_id", List.of(columns)));
  }

  /** What is in a table. */
  public List<ObjectNode> rows(String table) {
    return at(table).rows();
  }

  /** Somebody over there writes something into a row. */
  public void edit(String table, String id, String column, String value) {
    at(table).edit(id, column, value);
  }

  /** What is written of a row is refused with that code of PostgreSQL; none takes it back. */
  public void refuse(String table, String id, @Nullable String code) {
    at(table).refuse(id, code);
  }

  /** The key may not do that in a table: {@code GET}, {@code POST} or {@code DELETE}. */
  public void deny(String table, String method) {
    at(table).deny(method);
  }

  /** Of how many rows each request was that wrote, whether it was taken or not. */
  public List<Integer> upserts() {
    return List.copyOf(upserts);
  }

  /** Is told every row that is written. */
  public void onWrite(Consumer<String> told) {
    listener = told;
  }

  private PostgrestTable at(String table) {
    return Objects.requireNonNull(tables.get(table), table);
  }

  /** A company used the product on a day. */
  public void put(String id, Instant updated, Duration later, String domain, int users) {
    var row = JSON.createObjectNode();
    row.put("id", id)
        .put("domain", domain)
        .put("day", updated.toString().substring(0, 10))
        .put("active_users", users)
        .put("seats", 40)
        .put("updated_at", updated.toString().replace("Z", "+00:00"));
    rows.put(id, new Row(updated, updated.plus(later), row));
  }

  @Override
  protected boolean letsIn(String authorization) {
    return authorization.equals("Bearer sb_good");
  }

  @Override
  protected Answer answer(Asked asked) {
    var name = asked.path().substring(asked.path().lastIndexOf('/') + 1);
    var table = tables.get(name);
    if (table != null) {
      var answer = table.answer(asked);
      if (asked.method().equals("POST")) {
        upserts.add(asked.body().size());
        told(name, asked, answer);
      }
      return answer;
    }
    return asked.path().equals("/rest/v1/rapport_usage")
        ? usage(asked)
        : PostgrestTable.refused(
            404, "PGRST205", "Could not find the table 'public." + name + "' in the schema cache");
  }

  private void told(String table, Asked asked, Answer answer) {
    if (answer.status() < 300 && asked.body().isArray()) {
      asked.body().forEach(row -> listener.accept(table + " " + row));
    }
  }

  private Answer usage(Asked asked) {
    var found = new ArrayList<>(rows.values());
    found.removeIf(row -> row.visibleFrom().isAfter(clock.instant()));
    var after = asked.parameter("or");
    if (!after.isEmpty()) {
      var matcher = AFTER.matcher(after);
      if (!matcher.matches()) {
        return refused(400, "failed to parse logic tree (" + after + ")");
      }
      var stamp = OffsetDateTime.parse(matcher.group(1)).toInstant();
      var id = matcher.group(3);
      found.removeIf(row ->
          row.updated().isBefore(stamp)
              || (row.updated().equals(stamp) && row.id().compareTo(id) <= 0));
    }
    found.sort(Comparator.comparing(Row::updated).thenComparing(Row::id));
    var limit = asked.parameter("limit");
    var most = Math.min(mostRows, limit.isEmpty() ? mostRows : Integer.parseInt(limit));
    var page = JSON.createArrayNode();
    found.stream().limit(most).forEach(row -> page.add(row.json()));
    return new Answer(200, page);
  }
}
