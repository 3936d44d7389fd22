package rapport.profile.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import rapport.profile.record.RecordKind;
import rapport.profile.record.RecordUpdate;
import rapport.runtime.feed.Feeds;
import rapport.runtime.store.DuplicateKeyException;
import reactor.core.publisher.Mono;

/**
 * Writes records. One write holds the record, its revision, and whatever else its kind has to keep,
 * so that none is there without the other. History goes first: a line of it says the same however
 * often it is written, and its revision is settled by the conversation, so a crash in between
 * leaves nothing untrue.
 */
@Component
final class RecordWrites {

  /**
   * Beyond every revision: where the document of a conversation of another flow stands, so that the
   * projection takes whatever follows for something it has, and writes no more.
   */
  static final long PASSED_OVER = 1L << 53;

  private final RecordCollections collections;
  private final FieldHistory history;
  private final Feeds feeds;

  RecordWrites(RecordCollections collections, FieldHistory history, Feeds feeds) {
    this.collections = collections;
    this.history = history;
    this.feeds = feeds;
  }

  /**
   * Saves a record that stood at {@code expectedRev}, 0 when there was none.
   *
   * @param update what came since {@code expectedRev}
   * @param further what else is to be written with it
   * @return false when the record was moved meanwhile; only history is written then
   */
  Mono<Boolean> save(
      RecordKind kind,
      String workspace,
      RecordUpdate update,
      long expectedRev,
      long newRev,
      List<Bson> further) {
    var stream = update.record().id();
    var writes = new ArrayList<>(further);
    writes.addAll(writes(update));
    writes.add(set("rev", update.record().isOtherThan(kind) ? PASSED_OVER : newRev));
    writes.add(setOnInsert("stream", stream));
    var at = at(workspace, stream, expectedRev);
    return history
        .write(workspace, stream, update.changes())
        .then(collections.of(kind))
        .flatMap(all ->
            expectedRev == 0
                ? all.upsert(workspace, at, combine(writes))
                    .thenReturn(true)
                    .onErrorResume(DuplicateKeyException.class, _ -> Mono.just(false))
                : all.update(workspace, at, combine(writes)))
        .doOnNext(saved -> {
          if (saved) {
            feeds.changed(RecordCollections.key(workspace, stream));
            feeds.changed(Records.listKey(kind, workspace));
          }
        });
  }

  /**
   * Writes a record that was folded anew, and its history, in the place of the one that stands at
   * the same revision.
   *
   * @return false when the record was moved meanwhile; only history is written then
   */
  Mono<Boolean> rewrite(
      RecordKind kind, String workspace, RecordUpdate folded, long rev, List<Bson> further) {
    var stream = folded.record().id();
    var writes = new ArrayList<>(further);
    writes.addAll(writes(folded));
    return history
        .write(workspace, stream, folded.changes())
        .then(collections.of(kind))
        .flatMap(all -> all.update(workspace, at(workspace, stream, rev), combine(writes)));
  }

  private static Bson at(String workspace, String stream, long rev) {
    return and(eq(RecordCollections.key(workspace, stream)), eq("rev", rev));
  }

  private static List<Bson> writes(RecordUpdate update) {
    var writes = new ArrayList<Bson>();
    RecordDocuments.of(update.record()).forEach((field, value) -> writes.add(set(field, value)));
    return writes;
  }
}
