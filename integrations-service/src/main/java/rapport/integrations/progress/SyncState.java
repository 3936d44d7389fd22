package rapport.integrations.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.integrations.connector.ConnectorException;

/**
 * How a connection's reading goes.
 *
 * @param feeds in the order they are read
 * @param nextAt when it reads on
 * @param lastSyncAt when everything was last read to its end
 * @param failures how often in a row it failed
 * @param error what went wrong last; none after a success
 * @param budgetLeft requests that the other system still answers, if it says
 * @param budgetLimit of how many
 * @param roundAt when the round over all feeds began that is under way; none between rounds
 */
public record SyncState(
    List<FeedProgress> feeds,
    Instant nextAt,
    @Nullable Instant lastSyncAt,
    int failures,
    @Nullable SyncError error,
    @Nullable Long budgetLeft,
    @Nullable Long budgetLimit,
    @Nullable Instant roundAt) {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
  private static final int MOST_DOUBLINGS = 8;

  /**
   * What went wrong.
   *
   * @param code kebab-case
   * @param detail for people to read
   */
  public record SyncError(String code, String detail, Instant at) {}

  public SyncState {
    feeds = List.copyOf(feeds);
  }

  /** A connection that has read nothing and may begin. */
  public static SyncState begin(List<String> feeds, Instant now) {
    return new SyncState(
        feeds.stream().map(FeedProgress::begin).toList(), now, null, 0, null, null, null, null);
  }

  /** The progress of one feed; one nobody knows begins. */
  public FeedProgress feed(String name) {
    return feeds.stream()
        .filter(each -> each.feed().equals(name))
        .findFirst()
        .orElseGet(() -> FeedProgress.begin(name));
  }

  /** With that feed's progress. */
  public SyncState with(FeedProgress progress) {
    var known = feeds.stream().anyMatch(each -> each.feed().equals(progress.feed()));
    var next =
        known
            ? feeds.stream()
                .map(each -> each.feed().equals(progress.feed()) ? progress : each)
                .toList()
            : Stream.concat(feeds.stream(), Stream.of(progress)).toList();
    return new SyncState(
        next, nextAt, lastSyncAt, failures, error, budgetLeft, budgetLimit, roundAt);
  }

  public SyncState withBudget(long left, long limit) {
    return new SyncState(feeds, nextAt, lastSyncAt, failures, error, left, limit, roundAt);
  }

  /** In a round that began then, unless one is under way. */
  public SyncState inRound(Instant now) {
    return roundAt != null
        ? this
        : new SyncState(feeds, nextAt, lastSyncAt, failures, error, budgetLeft, budgetLimit, now);
  }

  /** Whether the feed was read to its end in this round; then the others have their turn. */
  public boolean isReadInRound(String feed) {
    var at = feed(feed).caughtUpAt();
    return roundAt != null && at != null && !at.isBefore(roundAt);
  }

  /**
   * Somebody has to act before the round can be read to its end; until then the next one is as
   * good, so that what may be read is.
   */
  public SyncState roundOver() {
    return new SyncState(feeds, nextAt, lastSyncAt, failures, error, budgetLeft, budgetLimit, null);
  }

  /** A record was passed over, which is told until a round meets none. */
  public SyncState passingOver(String detail, Instant now) {
    return new SyncState(
        feeds,
        nextAt,
        lastSyncAt,
        failures,
        new SyncError(ConnectorException.UNFIT, detail, now),
        budgetLeft,
        budgetLimit,
        roundAt);
  }

  private @Nullable SyncError passedOver() {
    return error != null
            && error.code().equals(ConnectorException.UNFIT)
            && roundAt != null
            && !error.at().isBefore(roundAt)
        ? error
        : null;
  }

  /** There is more to read, at that time; what was read is no failure. */
  public SyncState goOn(Instant at) {
    return new SyncState(feeds, at, lastSyncAt, 0, passedOver(), budgetLeft, budgetLimit, roundAt);
  }

  /** There is more to read, at that time; what went wrong is not mended by that. */
  public SyncState goOnThough(Instant at) {
    return new SyncState(feeds, at, lastSyncAt, failures, error, budgetLeft, budgetLimit, roundAt);
  }

  /** Everything is read to its end. */
  public SyncState done(Instant now, Duration every) {
    return new SyncState(
        feeds, now.plus(every), now, 0, passedOver(), budgetLeft, budgetLimit, null);
  }

  /**
   * It did not work. The more often in a row, the longer the pause, and never shorter than the
   * other system asks for.
   */
  public SyncState failed(String code, String detail, @Nullable Duration asked, Instant now) {
    var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    var bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    var wait = asked != null && asked.compareTo(bounded) > 0 ? asked : bounded;
    return new SyncState(
        feeds,
        now.plus(wait),
        lastSyncAt,
        failures + 1,
        new SyncError(code, detail, now),
        budgetLeft,
        budgetLimit,
        roundAt);
  }
}
