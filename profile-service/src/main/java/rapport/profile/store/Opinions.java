package rapport.profile.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Sorts;
import java.util.Collection;
import org.springframework.stereotype.Component;
import rapport.profile.person.Opinion;
import rapport.runtime.projection.Versioned;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What lead-intelligence-service thinks of visitors and leads. */
@Component
public final class Opinions {

  private final PersonCollections collections;

  Opinions(PersonCollections collections) {
    this.collections = collections;
  }

  public Mono<Versioned<Opinion>> find(String workspace, String stream) {
    return collections
        .opinions()
        .flatMap(all -> all.findOne(workspace, eq(PersonCollections.key(workspace, stream))))
        .map(document ->
            new Versioned<>(OpinionDocuments.opinion(document), document.getLong("rev")));
  }

  /** Those about these conversations. */
  public Flux<Opinion> about(String workspace, Collection<String> conversations) {
    return collections
        .opinions()
        .flatMapMany(
            all -> all.find(workspace, in("conversation", conversations), Sorts.ascending("_id")))
        .map(OpinionDocuments::opinion);
  }

  /** Says that everything has been made of the opinion, unless another revision is there. */
  public Mono<Void> settled(String workspace, String stream, long rev) {
    var at = and(eq(PersonCollections.key(workspace, stream)), eq("rev", rev));
    return collections
        .opinions()
        .flatMap(all -> all.update(workspace, at, set("stale", false)))
        .then();
  }
}
