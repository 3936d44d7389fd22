package rapport.integrations.store;

import static com.mongodb.client.model.Updates.set;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import rapport.integrations.progress.FeedProgress;
import rapport.integrations.progress.SyncState;
import rapport.integrations.progress.SyncState.SyncError;

/** States of reading as documents and back. */
final class SyncDocuments {

  private SyncDocuments() {}

  static List<Bson> changes(SyncState state) {
    return List.of(
        set("feeds", state.feeds().stream().map(SyncDocuments::of).toList()),
        set("nextAt", Date.from(state.nextAt())),
        set("lastSyncAt", date(state.lastSyncAt())),
        set("failures", state.failures()),
        set("error", of(state.error())),
        set("budgetLeft", state.budgetLeft()),
        set("budgetLimit", state.budgetLimit()),
        set("roundAt", date(state.roundAt())));
  }

  private static Document of(FeedProgress feed) {
    return new Document("feed", feed.feed())
        .append("cursor", feed.cursor())
        .append("seen", feed.seen())
        .append("added", feed.added())
        .append("changed", feed.changed())
        .append("deleted", feed.deleted())
        .append("total", feed.total())
        .append("caughtUpAt", date(feed.caughtUpAt()));
  }

  private static @Nullable Document of(@Nullable SyncError error) {
    return error == null
        ? null
        : new Document("code", error.code())
            .append("detail", error.detail())
            .append("at", Date.from(error.at()));
  }

  static SyncState read(Document document) {
    var error = document.get("error", Document.class);
    return new SyncState(
        document.getList("feeds", Document.class).stream().map(SyncDocuments::feed).toList(),
        document.getDate("nextAt").toInstant(),
        instant(document, "lastSyncAt"),
        document.getInteger("failures"),
        error == null
            ? null
            : new SyncError(
                error.getString("code"),
                error.getString("detail"),
                error.getDate("at").toInstant()),
        document.getLong("budgetLeft"),
        document.getLong("budgetLimit"),
        instant(document, "roundAt"));
  }

  private static FeedProgress feed(Document document) {
    return new FeedProgress(
        document.getString("feed"),
        document.getString("cursor"),
        document.getLong("seen"),
        document.getLong("added"),
        document.getLong("changed"),
        document.getLong("deleted"),
        document.getLong("total"),
        instant(document, "caughtUpAt"));
  }

  private static @Nullable Date date(@Nullable Instant at) {
    return at == null ? null : Date.from(at);
  }

  private static @Nullable Instant instant(Document document, String name) {
    var date = document.getDate(name);
    return date == null ? null : date.toInstant();
  }
}
