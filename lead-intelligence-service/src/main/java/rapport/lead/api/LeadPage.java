package rapport.lead.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rapport.lead.store.LeadQuery.After;
import rapport.lead.store.StoredLead;
import rapport.runtime.web.Cursor;

/**
 * Part of the list of leads.
 *
 * @param next asks for what follows; absent on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LeadPage(List<LeadRow> items, @Nullable String next) {

  private static final Pattern PLACE = Pattern.compile("([^|]*)\\|(.*)", Pattern.DOTALL);

  /** A page of {@code limit} leads, made from one more than that, which shows there is more. */
  static LeadPage of(List<StoredLead> found, int limit) {
    var rows = found.stream().limit(limit).map(stored -> LeadRow.of(stored.lead())).toList();
    return new LeadPage(rows, found.size() > limit ? cursor(rows.getLast()) : null);
  }

  private static String cursor(LeadRow last) {
    return Cursor.of(last.points() + "|" + last.id());
  }

  /**
   * Where a page begins.
   *
   * @throws rapport.runtime.problem.Problem 400 {@code bad-cursor} when it is none of ours
   */
  static @Nullable After after(@Nullable String cursor) {
    return Cursor.read(
        cursor, PLACE, place -> new After(Double.parseDouble(place.group(1)), place.group(2)));
  }
}
