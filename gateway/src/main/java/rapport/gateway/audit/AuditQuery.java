package rapport.gateway.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.regex;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import rapport.runtime.problem.Problem;

/** What somebody looks for in the trail. */
final class AuditQuery {
  private final List<Bson> conditions = new ArrayList<>();

  private AuditQuery() {}

  /**
   * @param kind sign-in, change or read
   * @param actor the id of a user
   * @param path how the path begins
   */
  static AuditQuery of(
      @Nullable String kind,
      @Nullable String actor,
      @Nullable String path,
      @Nullable Instant from,
      @Nullable Instant to) {
    var query = new AuditQuery();
    if (kind != null) {
      query.conditions.add(eq("kind", known(kind)));
    }
    if (actor != null) {
      query.conditions.add(eq("actor", actor));
    }
    if (path != null) {
      query.conditions.add(regex("path", "^" + Pattern.quote(path)));
    }
    if (from != null) {
      query.conditions.add(gte("at", Date.from(from)));
    }
    if (to != null) {
      query.conditions.add(lt("at", Date.from(to)));
    }
    return query;
  }

  Bson filter() {
    return conditions.isEmpty() ? empty() : and(conditions);
  }

  /** Only what came before that place. */
  Bson before(long seq) {
    List<Bson> all = new ArrayList<>(conditions);
    all.add(lt("seq", seq));
    return and(all);
  }

  private static String known(String kind) {
    if (AuditEntry.Kind.of(kind) == null) {
      throw Problem.of(HttpStatus.BAD_REQUEST, "bad-kind", "Kinds are sign-in, change and read.");
    }
    return kind;
  }
}
