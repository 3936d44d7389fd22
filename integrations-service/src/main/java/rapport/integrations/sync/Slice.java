package rapport.integrations.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rapport.integrations.connector.ConnectorException;
import rapport.integrations.connector.Page;
import rapport.integrations.progress.FeedProgress;
import rapport.integrations.progress.SyncState;
import rapport.integrations.store.SourceRecords.Count;
import rapport.integrations.turn.Place;
import rapport.runtime.projection.StreamRef;

/** One turn at reading a connection, step after step; never by two at once. */
final class Slice {

  private final StreamRef connection;
  private final String lease;
  private final Place place;
  private final SyncSettings settings;
  private SyncState state;
  private @Nullable ConnectorException refusal;
  private int pages;
  private boolean spent;
  private boolean lost;

  Slice(StreamRef connection, String lease, Place place, SyncState state, SyncSettings settings) {
    this.connection = connection;
    this.lease = lease;
    this.place = place;
    this.state = state;
    this.settings = settings;
  }

  StreamRef connection() {
    return connection;
  }

  String lease() {
    return lease;
  }

  Place place() {
    return place;
  }

  SyncState state() {
    return state;
  }

  /** Whether the feed is to be read in this turn. */
  boolean mayRead(String feed) {
    return mayGoOn() && !state.isReadInRound(feed);
  }

  /** Whether another page may be read in this turn. */
  boolean mayGoOn() {
    return !lost && !spent && pages < settings.pagesAtOnce();
  }

  /** Takes in a page whose records are stored. */
  void read(String feed, Page page, Count count, Instant now) {
    pages++;
    var before = state.feed(feed);
    state =
        state.with(
            new FeedProgress(
                feed,
                page.cursor(),
                before.seen() + page.records().size(),
                before.added() + count.added(),
                before.changed() + count.changed(),
                before.deleted() + count.deleted(),
                page.total() == null ? before.total() : page.total(),
                page.more() ? before.caughtUpAt() : now));
    if (!page.unfit().isEmpty()) {
      var others = page.unfit().size() - 1;
      var more = others == 0 ? "" : " So it is with " + others + " more.";
      state = state.passingOver(page.unfit().getFirst() + more, now);
    }
    var budget = page.budget();
    if (budget != null) {
      state = state.withBudget(budget.left(), budget.limit());
      spent = budget.isSpent(settings.reserve());
    }
  }

  /** One feed may not be read; the others are none the worse for it. */
  void refused(ConnectorException failure) {
    refusal = refusal == null ? failure : refusal.and(failure);
  }

  /** What was refused of this turn, if anything. */
  @Nullable ConnectorException refusal() {
    return refusal;
  }

  /** Whether anything could be read in this turn. */
  boolean hasRead() {
    return pages > 0;
  }

  /** Whether the turn ended before the round did. */
  boolean isCut() {
    return spent || pages >= settings.pagesAtOnce();
  }

  /** Somebody else has the connection now, or nobody is to read it. */
  void lose() {
    lost = true;
  }

  /** The state after a turn that was cut, or in which nothing failed. */
  SyncState ended(Instant now) {
    if (!isCut()) {
      return state.done(now, settings.every());
    }
    var next = spent ? now.plus(settings.spentPause()) : now;
    return refusal == null ? state.goOn(next) : state.goOnThough(next);
  }
}
