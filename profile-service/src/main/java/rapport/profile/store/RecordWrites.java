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
import rapport.runtime.projection.StreamRef;
import rapport.runtime.store.WorkspaceCollection.Write;
import reactor.core.publisher.Mono;

/**
 * Writes records. One write holds the record, its revision, and whatever else its kind has to keep,
 * so that none is there without the other. History goes first: a line of it says the same however
 * often it is written, and its revision is settled by the conversation, so a crash in between
 * leaves nothing untrue.
 */
@Component
final class RecordWrites {

  private final RecordCollections collections;
  private final FieldHistory history;
  private final Feeds feeds;

  RecordWrites(RecordCollections collections, FieldHistory history, Feeds feeds) {
    this.collections = collections;
    this.history = history;
    this.feeds = feeds;
  }

  /**
   * A record that is to be saved.
   *
   * @param update what came since {@code expectedRev}
   * @param expectedRev where it stood; 0 when there was none
   * @param further what else is to be written with it
   */
  record Save(
      StreamRef stream, RecordUpdate update, long expectedRev, long newRev, List<Bson> further) {

    private Write write() {
      var writes = new ArrayList<>(further);
      writes.addAll(writes(update));
      writes.add(set("rev", newRev));
      writes.add(setOnInsert("stream", stream.stream()));
      var at = at(stream.workspace(), stream.stream(), expectedRev);
      return expectedRev == 0
          ? new Write.Upsert(stream.workspace(), at, combine(writes))
          : new Write.Update(stream.workspace(), at, combine(writes));
    }
  }

  /**
   * Saves records of different streams.
   *
   * @return true when all are saved; false when one was moved meanwhile: only the history of that
   *     one is written then, and any of the others may be saved, of which feeds hear in any case
   */
  Mono<Boolean> save(RecordKind kind, List<Save> saves) {
    return history
        .write(saves)
        .then(collections.of(kind))
        .flatMap(all -> all.writeAll(saves.stream().map(Save::write).toList()))
        .doOnTerminate(() -> saves.forEach(save -> changed(kind, save.stream())));
  }

  private void changed(RecordKind kind, StreamRef stream) {
    feeds.changed(stream.key());
    feeds.changed(Records.listKey(kind, stream.workspace()));
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
        .write(new StreamRef(workspace, stream), folded.changes())
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
