package rapport.integrations.supabase;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.contracts.IntegrationEvent.Source;
import rapport.contracts.IntegrationEvent.UsageSeen;
import rapport.integrations.connector.Access;
import rapport.integrations.connector.ConnectorDescription;
import rapport.integrations.connector.ConnectorException;
import rapport.integrations.connector.JsonAnswers;
import rapport.integrations.connector.Mapped;
import rapport.integrations.connector.Page;
import rapport.integrations.connector.Pushing;
import rapport.integrations.connector.Reading;
import rapport.integrations.connector.SignedIn;
import rapport.integrations.connector.SourceRecord;
import rapport.integrations.push.Kind;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Reads how much companies use the product from a view of the product's database, and writes
 * records into tables there that somebody chose.
 */
@Component
public final class SupabaseConnector implements Reading, Pushing {

  private static final int PAGE = 1_000;

  private final Clock clock;

  public SupabaseConnector(Clock clock) {
    this.clock = clock;
  }

  @Override
  public ConnectorDescription description() {
    return SupabaseDescription.IT;
  }

  @Override
  public Mono<SignedIn> test(Access access) {
    return get(access, "?select=id,domain,day,active_users,updated_at&limit=1")
        .map(rows ->
            rows.isEmpty()
                ? "Signed in; the view " + view(access) + " has no rows yet."
                : "Signed in; the view " + view(access) + " can be read.")
        .map(found -> new SignedIn(found, Rest.project(access)));
  }

  @Override
  public Mono<Page> read(Access access, String feed, @Nullable String cursor) {
    var place = Keyset.read(cursor, clock.instant());
    var condition = place.condition();
    var query =
        "?select=*&order=updated_at.asc,id.asc&limit="
            + PAGE
            + (condition.isEmpty() ? "" : "&or=" + Rest.encoded(condition));
    return get(access, query).map(rows -> page(access, place, rows));
  }

  @Override
  public int mostAtOnce() {
    return Rows.MOST;
  }

  @Override
  public String object(Kind kind) {
    return Rows.table(kind);
  }

  @Override
  public boolean letsNameObjects() {
    return true;
  }

  @Override
  public Map<String, String> proposed(Kind kind) {
    return Rows.proposed(kind);
  }

  @Override
  public @Nullable String page(Access access, String remoteId) {
    return null;
  }

  @Override
  public Mono<Void> check(Access access, Target target, Set<String> fields, boolean deletes) {
    return Rows.check(access, target.object(), fields, deletes);
  }

  @Override
  public Mono<Found> find(Access access, Target target, List<Sought> sought, Set<String> fields) {
    var ids = sought.stream().map(Sought::rapportId).toList();
    return Rows.find(access, target.object(), ids, fields);
  }

  @Override
  public Mono<Written> write(Access access, Target target, List<OurRecord> records) {
    return Rows.write(access, target.object(), records);
  }

  @Override
  public Mono<Removed> remove(Access access, Target target, List<String> rapportIds) {
    return Rows.remove(access, target.object(), rapportIds);
  }

  private static Page page(Access access, Keyset place, JsonNode rows) {
    var mapped = Mapped.of(rows.valueStream(), row -> record(access, row));
    // What has no time is at the end, and cannot be asked after.
    var lastFirst = rows.valueStream().toList().reversed().stream();
    var last = lastFirst.filter(SupabaseConnector::isTimed).findFirst();
    // The project may allow fewer rows a page than were asked for: only an empty page is the end.
    return last.map(row -> place.after(needed(row, "updated_at"), row.path("id").asString("")))
        .map(read -> new Page(mapped, read.cursor(), true, null))
        .orElseGet(() -> new Page(mapped, place.passed().cursor(), false, null));
  }

  private static boolean isTimed(JsonNode row) {
    try {
      return OffsetDateTime.parse(row.path("updated_at").asString("")).toInstant() != null;
    } catch (DateTimeException _) {
      return false;
    }
  }

  private static SourceRecord record(Access access, JsonNode row) {
    var id = needed(row, "id");
    try {
      var changed = OffsetDateTime.parse(needed(row, "updated_at")).toInstant();
      var version = changed.getEpochSecond() * 1_000_000 + changed.getNano() / 1_000;
      var source =
          new Source(
              access.connection(),
              "supabase",
              view(access),
              id,
              Long.toString(version),
              null,
              null);
      var event =
          new UsageSeen(
              source,
              needed(row, "domain").toLowerCase(Locale.ROOT),
              LocalDate.parse(needed(row, "day").substring(0, 10)).toString(),
              row.path("active_users").asInt(0),
              number(row, "weekly_active_users"),
              number(row, "seats"),
              number(row, "core_features_used"),
              number(row, "core_features"));
      return new SourceRecord(view(access), id, version, event);
    } catch (DateTimeException | IndexOutOfBoundsException _) {
      throw ConnectorException.unfit(
          "The day or updated_at of the row " + id + " is no time. It is passed over.");
    }
  }

  private static @Nullable Integer number(JsonNode row, String column) {
    var value = row.path(column);
    return value.isNumber() ? Integer.valueOf(value.asInt()) : null;
  }

  private static String needed(JsonNode row, String column) {
    var value = row.path(column);
    if (value.isMissingNode()) {
      throw ConnectorException.refused(
          "view-unfit", "The view is not as Rapport needs it: it has no " + column + ".");
    }
    if (value.isNull() || value.isContainer() || value.asString().isBlank()) {
      throw ConnectorException.unfit("A row has no " + column + ". It is passed over.");
    }
    return value.asString();
  }

  private static Mono<JsonNode> get(Access access, String query) {
    return Rest.get(access, view(access), query)
        .map(answer -> JsonAnswers.read("Supabase", answer));
  }

  private static String view(Access access) {
    var view = access.needed("view");
    if (!view.matches("[A-Za-z_][A-Za-z0-9_]{0,62}")) {
      throw ConnectorException.refused("bad-view", "The name of the view is no name.");
    }
    return view;
  }
}
