package rapport.integrations.connector;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of a feed.
 *
 * @param cursor where the next page begins
 * @param more whether there is a next page at once; otherwise the feed is read to its end for now
 * @param total how many records there are in all, when the other system says
 * @param budget what is left to ask for, when the other system says
 */
public record Page(
    List<SourceRecord> records,
    String cursor,
    boolean more,
    @Nullable Long total,
    @Nullable Budget budget) {
  public Page {
    records = List.copyOf(records);
  }
}
