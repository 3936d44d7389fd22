package rapport.simulators;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** A table of a Supabase project as far as PostgREST is asked for it here. */
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
  private final Clock clock;
  private final int mostRows;

  public SupabaseSimulator(Clock clock, int mostRows, int port) {
    super(port);
    this.clock = clock;
    this.mostRows = mostRows;
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
    if (!asked.path().equals("/rest/v1/rapport_usage")) {
      return refused(404, "Could not find the table in the schema cache");
    }
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
