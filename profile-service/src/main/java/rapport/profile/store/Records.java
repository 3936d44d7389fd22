package rapport.profile.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.profile.record.RecordKind;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The records there are. */
@Component
public final class Records {

  private static final Bson NEWEST_FIRST = Sorts.descending("lastUpdatedAt", "_id");

  /** The place of a record in the list, newest first. */
  public record Position(Instant lastUpdatedAt, String id) {
    public static Position of(StoredRecord stored) {
      return new Position(stored.lastUpdatedAt(), stored.id());
    }
  }

  private final RecordCollections collections;

  Records(RecordCollections collections) {
    this.collections = collections;
  }

  /** The key by which feeds hear that a workspace's list of such records moved. */
  public static String listKey(RecordKind kind, String workspace) {
    return workspace + "/" + kind.many();
  }

  public Mono<StoredRecord> find(RecordKind kind, String workspace, String id) {
    return collections
        .of(kind)
        .flatMap(all -> all.findOne(workspace, eq(RecordCollections.key(workspace, id))))
        .map(document -> stored(kind, document))
        .filter(stored -> stored.record().isA(kind));
  }

  /**
   * Records, newest first.
   *
   * @param after the last record of the page before
   */
  public Flux<StoredRecord> list(
      RecordKind kind, String workspace, RecordQuery wanted, @Nullable Position after, int limit) {
    var filters = new ArrayList<Bson>();
    SearchWords.in(wanted.words())
        .forEach(word -> filters.add(regex("search", Pattern.quote(word))));
    if (wanted.status() != null) {
      filters.add(eq("status", wanted.status().name()));
    }
    if (wanted.profileId() != null) {
      filters.add(eq("profileId", wanted.profileId()));
    }
    if (after != null) {
      filters.add(beyond(workspace, after));
    }
    return query(kind, workspace, filters, limit);
  }

  /** Every record, newest first. */
  public Flux<StoredRecord> all(RecordKind kind, String workspace) {
    return collections
        .of(kind)
        .flatMapMany(records -> records.find(workspace, eq("flow", kind.flow()), NEWEST_FIRST))
        .map(document -> stored(kind, document));
  }

  /** Records changed at that time or later, newest first. */
  public Flux<StoredRecord> changedSince(
      RecordKind kind, String workspace, Instant since, int limit) {
    return query(kind, workspace, List.of(gte("lastUpdatedAt", Date.from(since))), limit);
  }

  private Flux<StoredRecord> query(
      RecordKind kind, String workspace, List<Bson> filters, int limit) {
    var all = new ArrayList<>(filters);
    all.addFirst(eq("flow", kind.flow()));
    return collections
        .of(kind)
        .flatMapMany(records -> records.find(workspace, and(all), NEWEST_FIRST, limit))
        .map(document -> stored(kind, document));
  }

  private static Bson beyond(String workspace, Position after) {
    var at = Date.from(after.lastUpdatedAt());
    var key = RecordCollections.key(workspace, after.id());
    return or(lt("lastUpdatedAt", at), and(eq("lastUpdatedAt", at), lt("_id", key)));
  }

  private static StoredRecord stored(RecordKind kind, Document document) {
    return new StoredRecord(kind, RecordDocuments.record(document), document.getLong("rev"));
  }
}
