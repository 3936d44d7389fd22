package rapport.profile.account.insight;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.profile.account.AccountState;
import rapport.profile.account.Contact;
import rapport.profile.account.Sentiment;
import rapport.profile.account.Touch;

/**
 * Whether our executives and theirs know each other.
 *
 * @param executives how many executives of theirs are known and there
 * @param pairs those of them an executive of ours keeps in touch with
 * @param lastTouchAt when an executive of theirs or ours took part last; absent if never
 * @param aligned whether there is a pair, and a touch of the last 60 days
 */
public record Alignment(
    int executives, List<Pair> pairs, @Nullable Instant lastTouchAt, boolean aligned) {

  private static final double WINDOW_DAYS = 60;

  /** An executive of theirs and the one of ours. */
  public record Pair(String contact, String ourExecutive) {}

  /** The alignment at that time. */
  public static Alignment of(AccountState state, Instant now) {
    var theirs =
        state.contacts().values().stream()
            .filter(contact -> contact.active() && contact.executive())
            .toList();
    var pairs = theirs.stream().flatMap(contact -> pair(contact).stream()).toList();
    var last =
        state.touches().stream()
            .filter(touch -> touch.executive() && !touch.at().isAfter(now))
            .map(Touch::at)
            .max(Instant::compareTo)
            .orElse(null);
    var recent = last != null && Sentiment.days(last, now) <= WINDOW_DAYS;
    return new Alignment(theirs.size(), pairs, last, !pairs.isEmpty() && recent);
  }

  private static List<Pair> pair(Contact contact) {
    var ours = contact.details().ourExecutive();
    return ours == null ? List.of() : List.of(new Pair(contact.id(), ours));
  }
}
