package rapport.integrations.supabase;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rapport.simulators.VendorSimulator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Asks a real PostgreSQL what PostgREST would, in the same words; Debian has no PostgREST. */
final class PostgrestSubstitute extends VendorSimulator {

  private static final Pattern AFTER =
      Pattern.compile(
          "\\(updated_at\\.gt\\.\"(.+?)\",and\\(updated_at\\.eq\\.\"(.+?)\",id\\.gt\\.\"(.*?)\"\\)\\)");

  private static final String PAGE =
      """
      select coalesce(json_agg(row), '[]')::text from (
        select * from rapport_usage
        where ?::text is null or updated_at > ?::timestamptz or (updated_at = ?::timestamptz and id > ?)
        order by updated_at asc, id asc limit ?) row
      """;

  /** What PostgREST answers to what PostgreSQL says; 400 to everything else of here. */
  private static final Map<String, Integer> STATUS =
      Map.of("42P01", 404, "42501", 403, "23503", 409, "23505", 409);

  private static final Pattern ID = Pattern.compile("\"([^\"]*)\"");

  private final Connection database;
  private final int mostRows;

  PostgrestSubstitute(Connection database, int mostRows) {
    super(0);
    this.database = database;
    this.mostRows = mostRows;
  }

  @Override
  protected boolean letsIn(String authorization) {
    return authorization.equals("Bearer sb_good");
  }

  @Override
  protected synchronized Answer answer(Asked asked) {
    var name = asked.path().substring("/rest/v1/".length());
    return name.equals("rapport_usage") ? usage(asked) : table(name, asked);
  }

  private Answer usage(Asked asked) {
    var after = AFTER.matcher(asked.parameter("or"));
    if (!asked.parameter("or").isEmpty() && !after.matches()) {
      return refused(400, "not understood: " + asked);
    }
    var limit = Integer.parseInt(asked.parameter("limit"));
    try (var as = database.createStatement();
        var query = database.prepareStatement(PAGE)) {
      as.execute("set role service_role");
      for (int i = 0; i < 4; i++) {
        query.setString(i + 1, after.hasMatch() ? after.group(Math.max(1, i)) : null);
      }
      query.setInt(5, Math.min(limit, mostRows));
      try (var found = query.executeQuery()) {
        found.next();
        return new Answer(200, JSON.readTree(found.getString(1)));
      } finally {
        as.execute("reset role");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As PostgREST asks for a table, as far as it is asked here. */
  private Answer table(String name, Asked asked) {
    var table = quoted(name);
    try (var as = database.createStatement()) {
      as.execute("set role service_role");
      try {
        return switch (asked.method()) {
          case "GET" -> new Answer(200, selected(table, asked));
          case "POST" -> upserted(table, asked);
          default -> deleted(table, asked);
        };
      } finally {
        as.execute("reset role");
      }
    } catch (SQLException e) {
      var status = STATUS.getOrDefault(e.getSQLState(), 400);
      var message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      var body = JSON.createObjectNode().put("code", e.getSQLState()).put("message", message);
      return new Answer(status, body);
    }
  }

  private JsonNode selected(String table, Asked asked) throws SQLException {
    var columns = names(asked.parameter("select"));
    try (var query = database.createStatement();
        var found =
            query.executeQuery(
                "select coalesce(json_agg(row), '[]')::text from (select %s from %s where %s) row"
                    .formatted(columns, table, among(asked)))) {
      found.next();
      return JSON.readTree(found.getString(1));
    }
  }

  private Answer upserted(String table, Asked asked) throws SQLException {
    var columns = names(asked.parameter("columns"));
    var changes =
        Stream.of(columns.split(", ", -1))
            .map(column -> column + " = excluded." + column)
            .collect(Collectors.joining(", "));
    try (var insert =
        database.prepareStatement(
            "insert into %1$s (%2$s) select %2$s from json_populate_recordset(null::%1$s, ?::json)"
                    .formatted(table, columns)
                + " on conflict (%s) do update set %s"
                    .formatted(names(asked.parameter("on_conflict")), changes))) {
      insert.setString(1, asked.body().toString());
      insert.execute();
      return new Answer(201, MissingNode.getInstance());
    }
  }

  private Answer deleted(String table, Asked asked) throws SQLException {
    try (var delete = database.createStatement()) {
      delete.execute("delete from %s where %s".formatted(table, among(asked)));
      return new Answer(204, MissingNode.getInstance());
    }
  }

  /** Of no type of their own, as PostgREST says them: a column that is no text cannot have them. */
  private static String among(Asked asked) {
    return ID.matcher(asked.parameter("rapport_id"))
        .results()
        .map(match -> "'" + match.group(1).replace("'", "''") + "'")
        .collect(Collectors.joining(", ", "rapport_id in (", ")"));
  }

  private static String names(String list) {
    return Stream.of(list.split(",", -1))
        .map(PostgrestSubstitute::quoted)
        .collect(Collectors.joining(", "));
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
