package rapport.integrations.delivery.input;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import rapport.contracts.Envelope;
import rapport.contracts.EventCodec;
import rapport.integrations.delivery.input.Announcing.Seen;
import rapport.integrations.store.IndexedCollection;
import rapport.runtime.projection.Versioned;
import rapport.runtime.projection.Views;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.DuplicateKeyException;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How far each stream was read. What an event makes owed is stored before that is noted, so that
 * nothing is lost; what is owed already is not owed again.
 */
final class AnnouncedViews<E> implements Views<Seen, E> {

  private final Mono<WorkspaceCollection> documents;
  private final String projection;
  private final EventCodec<E> codec;
  private final Announcements announcements;

  AnnouncedViews(DocumentStore store, Announcing<E> announcing, Announcements announcements) {
    this.documents =
        IndexedCollection.of(store, "delivery_sources", List.of(Indexes.ascending("workspace")));
    this.projection = announcing.name();
    this.codec = new EventCodec<>(announcing.catalog());
    this.announcements = announcements;
  }

  @Override
  public Mono<Versioned<Seen>> find(String workspace, String stream) {
    return documents
        .flatMap(all -> all.findOne(workspace, eq(key(workspace, stream))))
        .map(found ->
            new Versioned<>(
                Seen.valueOf(found.getString("seen").toUpperCase(Locale.ROOT)),
                found.getLong("rev")));
  }

  @Override
  public Mono<Boolean> save(
      String workspace,
      String stream,
      Seen view,
      long expectedRev,
      long newRev,
      List<Envelope<E>> applied) {
    return Flux.fromIterable(applied)
        .filter(_ -> view == Seen.SOMETHING)
        .concatMap(envelope -> announcements.take(codec, envelope))
        .then(Mono.defer(() -> noted(workspace, stream, view, expectedRev, newRev)));
  }

  private Mono<Boolean> noted(
      String workspace, String stream, Seen view, long expectedRev, long newRev) {
    var key = key(workspace, stream);
    var document =
        new Document("_id", key)
            .append("rev", newRev)
            .append("seen", view.name().toLowerCase(Locale.ROOT));
    return documents.flatMap(all ->
        expectedRev == 0
            ? all.insert(workspace, document)
                .thenReturn(true)
                .onErrorResume(DuplicateKeyException.class, _ -> Mono.just(false))
            : all.replace(workspace, and(eq(key), eq("rev", expectedRev)), document));
  }

  private String key(String workspace, String stream) {
    return workspace + "/" + projection + "/" + stream;
  }
}
