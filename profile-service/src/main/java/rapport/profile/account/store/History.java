package rapport.profile.account.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Who changed what of an account, when, and where it came from. */
@Component
public final class History {

  private final AccountCollections collections;

  History(AccountCollections collections) {
    this.collections = collections;
  }

  /**
   * One write.
   *
   * @param rev of the account after it
   * @param system where it came from
   */
  public record Entry(long rev, Instant at, String by, String system, List<Changed> changes) {}

  /**
   * A thing that changed.
   *
   * @param kind {@code account}, {@code contact}, {@code deal}, {@code contract}, {@code
   *     interaction}, {@code usage}, {@code ticket}, {@code goal}, {@code roi} or {@code nps}
   * @param reason why the account moved
   */
  public record Changed(String kind, String id, @Nullable String reason, List<Edit> edits) {}

  /** A field and its value before and after; absent when there was, or is, none. */
  public record Edit(String path, @Nullable Object from, @Nullable Object to) {}

  /**
   * Writes of an account, the latest first.
   *
   * @param before only those before this revision
   */
  public Flux<Entry> of(String workspace, String account, @Nullable Long before, int limit) {
    var all = eq("account", account);
    var filter = before == null ? all : and(all, lt("lastRev", before));
    return collections
        .commits()
        .flatMapMany(it -> it.find(workspace, filter, Sorts.descending("firstRev"), limit))
        .map(History::entry);
  }

  private static Entry entry(Document commit) {
    return new Entry(
        Commit.lastRev(commit),
        Commit.at(commit),
        commit.getString("by"),
        commit.getString("system"),
        commit.getList("changes", Document.class).stream().map(History::changed).toList());
  }

  private static Changed changed(Document change) {
    return new Changed(
        change.getString("kind"),
        change.getString("id"),
        change.getString("reason"),
        change.getList("edits", Document.class).stream()
            .map(edit -> new Edit(edit.getString("path"), edit.get("from"), edit.get("to")))
            .toList());
  }
}
