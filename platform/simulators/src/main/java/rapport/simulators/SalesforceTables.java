package rapport.simulators;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tables of a simulated organisation. A change has a stamp and may be seen only later, when its
 * transaction is over: until then the row is as it was.
 */
public class SalesforceTables {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXX").withZone(ZoneOffset.UTC);
  private static final Pattern QUERY =
      Pattern.compile(
          "SELECT (.+) FROM (\\w+)( WHERE (.+?))?( ORDER BY SystemModstamp, Id)?( LIMIT (\\d+))?");
  private static final Pattern AFTER =
      Pattern.compile("SystemModstamp > (\\S+) OR \\(SystemModstamp = (\\S+) AND Id > '(\\w*)'\\)");
  private static final Pattern AMONG = Pattern.compile("(\\w+) IN \\(([^)]*)\\)");
  private static final Pattern CONVERTED = Pattern.compile("ConvertedOpportunityId IN \\((.+)\\)");

  /** With what ids of an object begin. */
  private static final Map<String, String> PREFIXES =
      Map.of("Account", "001", "Contact", "003", "Lead", "00Q", "Task", "00T");

  /** A row as it was from some moment on. */
  private record Version(String stamp, Instant visibleFrom, ObjectNode row) {}

  private final Map<String, Map<String, List<Version>>> tables = new HashMap<>();
  private final boolean hasOurId;

  /**
   * @param hasOurId whether somebody added the field for our id
   */
  public SalesforceTables(boolean hasOurId) {
    this.hasOurId = hasOurId;
  }

  /**
   * Writes a row.
   *
   * @param stamp when it was changed
   * @param commits how long until anybody sees it
   */
  public synchronized void put(
      String object, String id, Instant stamp, Duration commits, Map<String, Object> fields) {
    var row = JSON.createObjectNode();
    row.putObject("attributes").put("type", object);
    row.put("Id", id).put("SystemModstamp", STAMP.format(stamp)).put("IsDeleted", false);
    fields.forEach((name, value) -> row.set(name, JSON.valueToTree(value)));
    add(object, id, new Version(STAMP.format(stamp), stamp.plus(commits), row));
  }

  /** A row that was written by our id, and whether there had been none. */
  record Upserted(String id, boolean isNew) {}

  synchronized Upserted upsert(String object, String ourId, Instant stamp, ObjectNode fields) {
    if (!hasOurId) {
      throw new IllegalArgumentException(
          "Provided external ID field does not exist or is not accessible: Rapport_Id__c");
    }
    var found =
        last(object).entrySet().stream()
            .filter(row -> ourId.equals(row.getValue().path("Rapport_Id__c").asString("")))
            .filter(row -> !isDeleted(row.getValue()))
            .findFirst();
    var id = found.map(Map.Entry::getKey).orElseGet(() -> newId(object));
    var row = found.map(it -> it.getValue().deepCopy()).orElseGet(JSON::createObjectNode);
    row.setAll(fields);
    row.put("Id", id).put("Rapport_Id__c", ourId).put("IsDeleted", false);
    row.put("SystemModstamp", STAMP.format(stamp));
    add(object, id, new Version(STAMP.format(stamp), stamp, row));
    return new Upserted(id, found.isEmpty());
  }

  private String newId(String object) {
    var kind = PREFIXES.getOrDefault(object, "a00");
    return kind + "X%011dAAA".formatted(last(object).size());
  }

  /** Somebody over there changes a field. */
  public void edit(String object, String id, Instant stamp, String field, String value) {
    change(object, id, stamp, JSON.createObjectNode().put(field, value));
  }

  /**
   * Changes a row by its own id.
   *
   * @throws IllegalArgumentException when there is none
   */
  synchronized Upserted change(String object, String id, Instant stamp, ObjectNode fields) {
    var found = last(object).get(id);
    if (found == null) {
      throw new IllegalArgumentException("Provided id does not exist: " + id);
    }
    var row = found.deepCopy();
    row.setAll(fields);
    row.put("SystemModstamp", STAMP.format(stamp));
    add(object, id, new Version(STAMP.format(stamp), stamp, row));
    return new Upserted(id, false);
  }

  /** Whether a row is in the recycle bin. */
  static boolean isDeleted(ObjectNode row) {
    return row.path("IsDeleted").asBoolean(false);
  }

  /** The row of an id, in whichever table it is; none when there never was one. */
  synchronized @Nullable ObjectNode row(String id) {
    return tables.keySet().stream()
        .map(object -> last(object).get(id))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Moves a row to the recycle bin, in whichever table it is. */
  synchronized void delete(String id, Instant stamp) {
    tables.keySet().stream()
        .filter(object -> last(object).containsKey(id))
        .findFirst()
        .ifPresent(object -> delete(object, id, stamp));
  }

  /** Moves a row to the recycle bin. */
  public synchronized void delete(String object, String id, Instant stamp) {
    var row = Objects.requireNonNull(last(object).get(id)).deepCopy();
    row.put("SystemModstamp", STAMP.format(stamp)).put("IsDeleted", true);
    add(object, id, new Version(STAMP.format(stamp), stamp, row));
  }

  private void add(String object, String id, Version version) {
    tables
        .computeIfAbsent(object, _ -> new HashMap<>())
        .computeIfAbsent(id, _ -> new ArrayList<>(1))
        .add(version);
  }

  /** Every row as it is at last, by its id. */
  public synchronized Map<String, ObjectNode> last(String object) {
    var last = new HashMap<String, ObjectNode>();
    tables
        .getOrDefault(object, Map.of())
        .forEach((id, versions) -> last.put(id, versions.getLast().row()));
    return last;
  }

  /**
   * The rows a query asks for, as they are seen at that moment.
   *
   * @param withDeleted whether rows in the recycle bin are among them
   * @throws IllegalArgumentException when nobody asks so
   */
  protected synchronized List<ObjectNode> query(String soql, Instant now, boolean withDeleted) {
    var query = QUERY.matcher(soql);
    if (!query.matches()) {
      throw new IllegalArgumentException("unexpected query: " + soql);
    }
    if (!hasOurId && query.group(1).contains("Rapport_Id__c")) {
      throw new IllegalArgumentException("No such column 'Rapport_Id__c' on entity");
    }
    var rows = new ArrayList<ObjectNode>();
    var where = query.group(4);
    var after = where == null ? null : AFTER.matcher(where);
    var converted = where == null ? null : CONVERTED.matcher(where);
    for (var versions : tables.getOrDefault(query.group(2), Map.of()).values()) {
      var row = visible(versions, now);
      if (row != null
          && (withDeleted || !isDeleted(row))
          && isWanted(row, where, after, converted)) {
        rows.add(row);
      }
    }
    rows.sort(
        Comparator.comparing((ObjectNode row) -> row.get("SystemModstamp").stringValue())
            .thenComparing(row -> row.get("Id").stringValue()));
    var limit = query.group(7);
    return limit == null || rows.size() <= Integer.parseInt(limit)
        ? rows
        : rows.subList(0, Integer.parseInt(limit));
  }

  private static @Nullable ObjectNode visible(List<Version> versions, Instant now) {
    for (int i = versions.size() - 1; i >= 0; i--) {
      if (!versions.get(i).visibleFrom().isAfter(now)) {
        return versions.get(i).row();
      }
    }
    return null;
  }

  private static boolean isWanted(
      ObjectNode row,
      @Nullable String where,
      @Nullable Matcher after,
      @Nullable Matcher converted) {
    if (where == null || after == null || converted == null) {
      return true;
    }
    if (after.reset().matches()) {
      var stamp = row.get("SystemModstamp").stringValue().replace("+0000", "Z");
      var order = stamp.compareTo(after.group(1));
      return order > 0 || (order == 0 && row.get("Id").stringValue().compareTo(after.group(3)) > 0);
    }
    if (converted.reset().matches()) {
      var ids = Set.of(converted.group(1).replace("'", "").split(", "));
      return ids.contains(row.path("ConvertedOpportunityId").asString(""));
    }
    return isAmong(row, where);
  }

  /** One of several lists names the row. */
  private static boolean isAmong(ObjectNode row, String where) {
    var lists = AMONG.matcher(where);
    if (!where.matches("(\\w+ IN \\([^)]*\\)( OR )?)+")) {
      throw new IllegalArgumentException("unexpected condition: " + where);
    }
    return lists
        .results()
        .anyMatch(list ->
            Set.of(list.group(2).replace("'", "").toLowerCase(Locale.ROOT).split(", "))
                .contains(row.path(list.group(1)).asString("").toLowerCase(Locale.ROOT)));
  }
}
