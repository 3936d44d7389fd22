package rapport.profile.store;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import org.springframework.stereotype.Component;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The collections of this service, with the indexes they need before they are first used. */
@Component
final class ProfileCollections {

  private static final Duration FOR_EVER = Duration.ofDays(36500);

  private final WorkspaceCollection profiles;
  private final WorkspaceCollection history;
  private final Mono<Void> indexed;

  ProfileCollections(DocumentStore store) {
    this.profiles = store.collection("profiles");
    this.history = store.collection("field_history");
    this.indexed =
        Flux.concat(
                profiles.index(
                    Indexes.compoundIndex(
                        Indexes.ascending("workspace", "flow"),
                        Indexes.descending("lastUpdatedAt", "_id")),
                    new IndexOptions()),
                profiles.index(Indexes.ascending("pending", "_id"), new IndexOptions()),
                profiles.index(Indexes.ascending("toldAt"), new IndexOptions()),
                history.index(
                    Indexes.compoundIndex(
                        Indexes.ascending("workspace", "stream"), Indexes.descending("rev")),
                    new IndexOptions()))
            .then()
            .cache(_ -> FOR_EVER, _ -> Duration.ZERO, () -> FOR_EVER);
  }

  /** One document per conversation, of whatever flow: {@code _id} is {@code workspace/stream}. */
  Mono<WorkspaceCollection> profiles() {
    return indexed.thenReturn(profiles);
  }

  /** One document per change: {@code _id} is {@code workspace/stream:rev}. */
  Mono<WorkspaceCollection> history() {
    return indexed.thenReturn(history);
  }

  static String key(String workspace, String stream) {
    return workspace + "/" + stream;
  }
}
