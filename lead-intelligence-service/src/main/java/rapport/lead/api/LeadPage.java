package rapport.lead.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import rapport.lead.store.LeadQuery.After;
import rapport.lead.store.StoredLead;
import rapport.runtime.problem.Problem;

/**
 * Part of the list of leads.
 *
 * @param next asks for what follows; absent on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LeadPage(List<LeadRow> items, @Nullable String next) {

  /** A page of {@code limit} leads, made from one more than that, which shows there is more. */
  static LeadPage of(List<StoredLead> found, int limit) {
    var rows = found.stream().limit(limit).map(stored -> LeadRow.of(stored.lead())).toList();
    return new LeadPage(rows, found.size() > limit ? cursor(rows.getLast()) : null);
  }

  private static String cursor(LeadRow last) {
    var text = last.points() + "|" + last.id();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Where a page begins.
   *
   * @throws Problem 400 {@code bad-cursor} when it is none of ours
   */
  static @Nullable After after(@Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    try {
      var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      var bar = text.indexOf('|');
      return new After(Double.parseDouble(text.substring(0, bar)), text.substring(bar + 1));
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
      throw Problem.of(
          HttpStatus.BAD_REQUEST, "bad-cursor", "Take the cursor from the page before as it is.");
    }
  }
}
