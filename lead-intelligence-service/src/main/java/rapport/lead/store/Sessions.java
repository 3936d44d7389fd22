package rapport.lead.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import rapport.contracts.ConversationEvent;
import rapport.contracts.Envelope;
import rapport.lead.session.Session;
import rapport.runtime.projection.Versioned;
import rapport.runtime.projection.Views;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.DuplicateKeyException;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Mono;

/** The sessions there are: one document per conversation. */
@Component
public final class Sessions implements Views<Session, ConversationEvent> {

  private static final Duration FOR_EVER = Duration.ofDays(36500);

  private final Mono<WorkspaceCollection> sessions;

  Sessions(DocumentStore store) {
    var collection = store.collection("sessions");
    this.sessions =
        collection
            .index(Indexes.ascending("workspace", "lastMessageAt"), new IndexOptions())
            .cache(_ -> FOR_EVER, _ -> Duration.ZERO, () -> FOR_EVER)
            .thenReturn(collection);
  }

  @Override
  public Mono<Versioned<Session>> find(String workspace, String stream) {
    return sessions
        .flatMap(all -> all.findOne(workspace, eq(key(workspace, stream))))
        .map(document -> new Versioned<>(SessionDocuments.view(document), document.getLong("rev")));
  }

  @Override
  public Mono<Boolean> save(
      String workspace,
      String stream,
      Session view,
      long expectedRev,
      long newRev,
      List<Envelope<ConversationEvent>> applied) {
    var key = key(workspace, stream);
    var document = SessionDocuments.of(view).append("_id", key).append("rev", newRev);
    if (expectedRev == 0) {
      return sessions
          .flatMap(all -> all.insert(workspace, document))
          .thenReturn(true)
          .onErrorResume(DuplicateKeyException.class, _ -> Mono.just(false));
    }
    var expected = and(eq(key), eq("rev", expectedRev));
    return sessions.flatMap(all -> all.replace(workspace, expected, document));
  }

  private static String key(String workspace, String stream) {
    return workspace + "/" + stream;
  }
}
