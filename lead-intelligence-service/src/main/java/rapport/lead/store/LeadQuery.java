package rapport.lead.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Which leads are asked for; what is null does not matter.
 *
 * @param grade such as {@code B2}, or its letter alone
 * @param after the lead the page before ended with
 */
public record LeadQuery(
    @Nullable String grade,
    @Nullable String persona,
    @Nullable String status,
    @Nullable String site,
    @Nullable String owner,
    @Nullable Boolean open,
    @Nullable After after,
    int limit) {

  /** A place in the list, which is sorted by points. */
  public record After(double points, String id) {}

  Bson filter() {
    var filters = new ArrayList<Bson>();
    if (grade != null) {
      filters.add(eq(grade.length() == 1 ? "fitGrade" : "grade", grade));
    }
    add(filters, "persona", persona);
    add(filters, "status", status);
    add(filters, "site", site);
    add(filters, "owner", owner);
    if (open != null) {
      filters.add(eq("open", open));
    }
    if (after != null) {
      filters.add(
          or(
              lt("points", after.points()),
              and(eq("points", after.points()), gt("lead", after.id()))));
    }
    return filters.isEmpty() ? Filters.empty() : and(filters);
  }

  private static void add(ArrayList<Bson> filters, String field, @Nullable String value) {
    if (value != null) {
      filters.add(eq(field, value));
    }
  }
}
