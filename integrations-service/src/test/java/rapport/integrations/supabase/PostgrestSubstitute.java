package rapport.integrations.supabase;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import rapport.simulators.VendorSimulator;

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
    var after = AFTER.matcher(asked.parameter("or"));
    if (!asked.path().equals("/rest/v1/rapport_usage")
        || (!asked.parameter("or").isEmpty() && !after.matches())) {
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
}
