package rapport.profile.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import rapport.contracts.ConversationEvent;
import rapport.contracts.Envelope;
import rapport.profile.buyingprocess.BuyingProcess;
import rapport.profile.record.RecordKind;
import rapport.profile.record.RecordUpdate;
import rapport.runtime.projection.RebuildableViews;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.projection.Versioned;
import reactor.core.publisher.Mono;

/** Keeps the mappings of buying processes, and by which customer profile they are found. */
@Component
public final class BuyingProcessViews implements RebuildableViews<RecordUpdate, ConversationEvent> {

  private final RecordCollections collections;
  private final RecordWrites writes;

  BuyingProcessViews(RecordCollections collections, RecordWrites writes) {
    this.collections = collections;
    this.writes = writes;
  }

  @Override
  public Mono<Versioned<RecordUpdate>> find(String workspace, String stream) {
    return collections
        .of(RecordKind.BUYING_PROCESS)
        .flatMap(all -> all.findOne(workspace, eq(RecordCollections.key(workspace, stream))))
        .map(BuyingProcessViews::versioned);
  }

  @Override
  public Mono<Map<StreamRef, Versioned<RecordUpdate>>> findAll(Collection<StreamRef> streams) {
    return collections
        .find(RecordKind.BUYING_PROCESS, streams)
        .collectMap(
            document -> StreamRef.ofKey(document.getString("_id")), BuyingProcessViews::versioned);
  }

  private static Versioned<RecordUpdate> versioned(Document document) {
    return new Versioned<>(
        RecordUpdate.saved(RecordDocuments.record(document)), document.getLong("rev"));
  }

  @Override
  public Mono<Boolean> save(
      String workspace,
      String stream,
      RecordUpdate view,
      long expectedRev,
      long newRev,
      List<Envelope<ConversationEvent>> applied) {
    var ref = new StreamRef(workspace, stream);
    return saveAll(List.of(new Change<>(ref, view, expectedRev, newRev, applied)));
  }

  @Override
  public Mono<Boolean> saveAll(List<Change<RecordUpdate, ConversationEvent>> changes) {
    return writes.save(
        RecordKind.BUYING_PROCESS, changes.stream().map(BuyingProcessViews::save).toList());
  }

  private static RecordWrites.Save save(Change<RecordUpdate, ConversationEvent> change) {
    var unsaved = change.view().since(change.expectedRev()); // the runner may save and fold on
    return new RecordWrites.Save(
        change.stream(), unsaved, change.expectedRev(), change.newRev(), link(unsaved));
  }

  @Override
  public boolean agree(RecordUpdate stored, RecordUpdate folded) {
    return RecordDocuments.agree(stored.record(), folded.record());
  }

  /** With its history. */
  @Override
  public Mono<Boolean> rewrite(StreamRef stream, RecordUpdate folded, long rev) {
    return writes.rewrite(RecordKind.BUYING_PROCESS, stream.workspace(), folded, rev, link(folded));
  }

  private static List<Bson> link(RecordUpdate update) {
    return List.of(set("profileId", BuyingProcess.profileId(update.record())));
  }
}
