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
 * @param whole what the page has all of, so that what is missing in it is gone over there
 * @param unfit what is to be said of records that were passed over, for people to read
 */
public record Page(
    List<SourceRecord> records,
    String cursor,
    boolean more,
    @Nullable Long total,
    @Nullable Budget budget,
    @Nullable Whole whole,
    List<String> unfit) {

  /**
   * Records that are known and not on the page are gone: those of an object whose ids lie in a
   * range, in the order of texts.
   *
   * @param from the first id that may lie in it
   * @param below the first id that does not any more
   * @param kind what they are, as {@code RecordDeleted} calls it
   * @param version of their being gone
   */
  public record Whole(
      String system, String object, String kind, String from, String below, long version) {}

  public Page {
    records = List.copyOf(records);
    unfit = List.copyOf(unfit);
  }

  /** A page of what could be made of an answer. */
  public Page(Mapped mapped, String cursor, boolean more, @Nullable Long total) {
    this(mapped.records(), cursor, more, total, null, null, mapped.unfit());
  }

  /** A page that says nothing of what is gone. */
  public Page(
      List<SourceRecord> records,
      String cursor,
      boolean more,
      @Nullable Long total,
      @Nullable Budget budget) {
    this(records, cursor, more, total, budget, null, List.of());
  }
}
