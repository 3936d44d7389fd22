package rapport.profile.store;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import rapport.runtime.outbox.NewsOutbox;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.Once;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The collections people are made of, with the indexes they need before they are first used. */
@Component
final class PersonCollections {

  private final WorkspaceCollection talks;
  private final WorkspaceCollection opinions;
  private final WorkspaceCollection people;
  private final WorkspaceCollection history;
  private final WorkspaceCollection identities;
  private final Mono<Void> indexed;

  PersonCollections(DocumentStore store) {
    this.talks = store.collection("talks");
    this.opinions = store.collection("opinions");
    this.people = store.collection("people");
    this.history = store.collection("person_history");
    this.identities = store.collection("identities");
    this.indexed =
        Flux.concat(
                index(talks, Indexes.ascending("workspace", "person")),
                index(talks, Indexes.ascending("workspace", "visitor")),
                index(talks, Indexes.ascending("stale")),
                index(opinions, Indexes.ascending("workspace", "conversation")),
                index(opinions, Indexes.ascending("stale")),
                index(people, newestFirst()),
                index(people, Indexes.ascending("workspace", "mergedInto")),
                index(people, Indexes.ascending("workspace", "conversations")),
                index(people, Indexes.ascending("workspace", "hints")),
                index(people, Indexes.ascending("workspace", "audit.survivor")),
                index(people, Indexes.ascending("owes")),
                Flux.fromIterable(NewsOutbox.INDEXES).concatMap(keys -> index(people, keys)),
                index(identities, Indexes.ascending("workspace", "person")),
                index(
                    history,
                    Indexes.compoundIndex(
                        Indexes.ascending("workspace", "person"), Indexes.descending("rev"))))
            .then()
            .as(Once::of);
  }

  private static Bson newestFirst() {
    return Indexes.compoundIndex(
        Indexes.ascending("workspace", "shown"), Indexes.descending("changedAt", "_id"));
  }

  private static Mono<Void> index(WorkspaceCollection collection, Bson keys) {
    return collection.index(keys, new IndexOptions());
  }

  /** One document per talk: {@code _id} is {@code workspace/conversation}. */
  Mono<WorkspaceCollection> talks() {
    return indexed.thenReturn(talks);
  }

  /** One document per stream of opinions: {@code _id} is {@code workspace/stream}. */
  Mono<WorkspaceCollection> opinions() {
    return indexed.thenReturn(opinions);
  }

  /** One document per person: {@code _id} is {@code workspace/person}. */
  Mono<WorkspaceCollection> people() {
    return indexed.thenReturn(people);
  }

  /** One document per line: {@code _id} is {@code workspace/person:rev:path}. */
  Mono<WorkspaceCollection> history() {
    return indexed.thenReturn(history);
  }

  /** One document per identifier: {@code _id} is {@code workspace/kind:value}. */
  Mono<WorkspaceCollection> identities() {
    return indexed.thenReturn(identities);
  }

  static String key(String workspace, String id) {
    return workspace + "/" + id;
  }
}
