package rapport.integrations.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.integrations.connection.Connection;
import rapport.integrations.connection.Connection.State;
import rapport.integrations.connection.Connection.Trouble;
import rapport.integrations.progress.FeedProgress;
import rapport.integrations.progress.SyncState;
import rapport.integrations.progress.SyncState.SyncError;

/**
 * A connection as people see it. Secrets are never among it, only their names.
 *
 * @param secrets the names of the settings that are kept and not shown
 * @param sync how reading goes; none for connectors that do not read
 * @param rev counts the changes of the connection itself
 */
record ConnectionView(
    String id,
    String connector,
    String name,
    State state,
    @Nullable Trouble trouble,
    Map<String, String> settings,
    List<String> secrets,
    @Nullable SyncView sync,
    String createdBy,
    Instant createdAt,
    Instant changedAt,
    long rev) {

  /**
   * How reading goes.
   *
   * @param backfilling whether what was there at the beginning is still being read
   * @param nextAt when it reads on
   * @param lastSyncAt when everything was last read to its end
   * @param error what went wrong last; it is tried again by itself
   * @param failures how often in a row it went wrong
   * @param budget what the other system still answers
   */
  record SyncView(
      boolean backfilling,
      Instant nextAt,
      @Nullable Instant lastSyncAt,
      @Nullable SyncError error,
      int failures,
      @Nullable BudgetView budget,
      List<FeedView> feeds) {

    static SyncView of(SyncState state) {
      return new SyncView(
          state.feeds().stream().anyMatch(FeedProgress::isBackfilling),
          state.nextAt(),
          state.lastSyncAt(),
          state.error(),
          state.failures(),
          BudgetView.of(state.budgetLeft(), state.budgetLimit()),
          state.feeds().stream().map(FeedView::of).toList());
    }
  }

  /** Requests that are left, of how many. */
  record BudgetView(long left, long limit) {

    static @Nullable BudgetView of(@Nullable Long left, @Nullable Long limit) {
      return left == null || limit == null ? null : new BudgetView(left, limit);
    }
  }

  /**
   * How far one feed is read.
   *
   * @param seen how many records arrived, those that were known among them
   * @param total how many there were in all when reading began, if the other system says
   * @param caughtUpAt when it was last read to its end
   */
  record FeedView(
      String feed,
      boolean backfilling,
      long seen,
      long added,
      long changed,
      long deleted,
      @Nullable Long total,
      @Nullable Instant caughtUpAt) {

    static FeedView of(FeedProgress feed) {
      return new FeedView(
          feed.feed(),
          feed.isBackfilling(),
          feed.seen(),
          feed.added(),
          feed.changed(),
          feed.deleted(),
          feed.total(),
          feed.caughtUpAt());
    }
  }

  static ConnectionView of(Connection connection, @Nullable SyncState state) {
    return new ConnectionView(
        connection.id(),
        connection.connector(),
        connection.name(),
        connection.state(),
        connection.trouble(),
        connection.settings(),
        connection.secrets(),
        state == null ? null : SyncView.of(state),
        connection.createdBy(),
        connection.createdAt(),
        connection.changedAt(),
        connection.rev());
  }
}
