package rapport.profile.store;

import static com.mongodb.client.model.Filters.eq;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.stereotype.Component;
import rapport.contracts.ConversationEvent;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.ProfileEvent;
import rapport.profile.profile.ProfileUpdate;
import rapport.profile.record.RecordKind;
import rapport.runtime.outbox.News;
import rapport.runtime.outbox.RelaySignal;
import rapport.runtime.projection.RebuildableViews;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.projection.Versioned;
import reactor.core.publisher.Mono;

/** Keeps customer profiles; what is to be told about them is in the same write. */
@Component
public final class ProfileViews implements RebuildableViews<ProfileUpdate, ConversationEvent> {

  private static final News<ProfileEvent> NEWS = new News<>(EventCatalog.PROFILE);

  private final RecordCollections collections;
  private final RecordWrites writes;
  private final RelaySignal signal;

  ProfileViews(RecordCollections collections, RecordWrites writes, RelaySignal signal) {
    this.collections = collections;
    this.writes = writes;
    this.signal = signal;
  }

  @Override
  public Mono<Versioned<ProfileUpdate>> find(String workspace, String stream) {
    return collections
        .of(RecordKind.PROFILE)
        .flatMap(all -> all.findOne(workspace, eq(RecordCollections.key(workspace, stream))))
        .map(ProfileViews::versioned);
  }

  @Override
  public Mono<Map<StreamRef, Versioned<ProfileUpdate>>> findAll(Collection<StreamRef> streams) {
    return collections
        .find(RecordKind.PROFILE, streams)
        .collectMap(
            document -> StreamRef.ofKey(document.getString("_id")), ProfileViews::versioned);
  }

  private static Versioned<ProfileUpdate> versioned(Document document) {
    return new Versioned<>(
        ProfileUpdate.saved(RecordDocuments.record(document), document.getLong("told")),
        document.getLong("rev"));
  }

  @Override
  public Mono<Boolean> save(
      String workspace,
      String stream,
      ProfileUpdate view,
      long expectedRev,
      long newRev,
      List<Envelope<ConversationEvent>> applied) {
    var ref = new StreamRef(workspace, stream);
    return saveAll(List.of(new Change<>(ref, view, expectedRev, newRev, applied)));
  }

  @Override
  public Mono<Boolean> saveAll(List<Change<ProfileUpdate, ConversationEvent>> changes) {
    return writes
        .save(RecordKind.PROFILE, changes.stream().map(ProfileViews::save).toList())
        .doOnTerminate(
            () -> // some may be saved although not all are
            changes.stream()
                    .filter(change -> !unsaved(change).news().isEmpty())
                    .forEach(change -> signal.wake(change.stream().key())));
  }

  private static RecordWrites.Save save(Change<ProfileUpdate, ConversationEvent> change) {
    var unsaved = unsaved(change);
    return new RecordWrites.Save(
        change.stream(),
        unsaved.update(),
        change.expectedRev(),
        change.newRev(),
        List.of(NEWS.firstOrMore(told(unsaved))));
  }

  /** The runner may save a view and fold on. */
  private static ProfileUpdate unsaved(Change<ProfileUpdate, ConversationEvent> change) {
    return change.view().since(change.expectedRev());
  }

  private static List<Envelope<ProfileEvent>> told(ProfileUpdate unsaved) {
    return unsaved.news().stream().map(it -> it.event()).toList();
  }

  @Override
  public boolean agree(ProfileUpdate stored, ProfileUpdate folded) {
    return RecordDocuments.agree(stored.record(), folded.record());
  }

  /** With its history, and has its state told again. News stay as they are: they have been told. */
  @Override
  public Mono<Boolean> rewrite(StreamRef stream, ProfileUpdate folded, long rev) {
    var again = List.of(News.again(folded.told()));
    return writes
        .rewrite(RecordKind.PROFILE, stream.workspace(), folded.update(), rev, again)
        .doOnNext(written -> {
          if (written) {
            signal.wake(stream.key());
          }
        });
  }
}
