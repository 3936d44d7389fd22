package rapport.conversation.portrait;

import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The pictures of conversations, in the collection {@code portraits}. */
@Component
public class Portraits {

  private final WorkspaceCollection portraits;
  private final Clock clock;

  Portraits(DocumentStore store, Clock clock) {
    this.portraits = store.collection("portraits");
    this.clock = clock;
  }

  /**
   * Keeps a picture made of the upload.
   *
   * @return its id; fails as {@link Picture#png} does
   */
  public Mono<String> add(String workspace, String conversation, byte[] upload) {
    var id = UUID.randomUUID().toString();
    return Mono.fromCallable(() -> Picture.png(upload))
        .subscribeOn(Schedulers.boundedElastic())
        .flatMap(png ->
            portraits.insert(
                workspace,
                new Document("_id", key(workspace, conversation, id))
                    .append("at", Date.from(clock.instant()))
                    .append("png", new Binary(png))))
        .thenReturn(id);
  }

  /** A picture as PNG; empty when there is none. */
  public Mono<byte[]> find(String workspace, String conversation, String id) {
    return portraits
        .findOne(workspace, Filters.eq("_id", key(workspace, conversation, id)))
        .map(document -> document.get("png", Binary.class).getData());
  }

  private static String key(String workspace, String conversation, String id) {
    return workspace + "/" + conversation + "/" + id;
  }
}
