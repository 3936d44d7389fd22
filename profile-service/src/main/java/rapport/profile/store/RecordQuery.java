package rapport.profile.store;

import org.jspecify.annotations.Nullable;
import rapport.profile.record.Status;

/**
 * Which records are wanted.
 *
 * @param words that must all occur in the values; case and accents do not matter
 * @param profileId the customer profile they are linked to
 */
public record RecordQuery(String words, @Nullable Status status, @Nullable String profileId) {

  public static final RecordQuery ALL = new RecordQuery("", null, null);

  public static RecordQuery linkedTo(String profileId) {
    return new RecordQuery("", null, profileId);
  }
}
