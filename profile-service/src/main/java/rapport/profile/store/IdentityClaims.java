package rapport.profile.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Sorts;
import java.util.Collection;
import java.util.Map;
import org.bson.Document;
import org.springframework.stereotype.Component;
import rapport.runtime.store.DuplicateKeyException;
import reactor.core.publisher.Mono;

/** Whose an identifier is. Each has one holder, whoever asks first and however many ask at once. */
@Component
public final class IdentityClaims {

  private final PersonCollections collections;

  IdentityClaims(PersonCollections collections) {
    this.collections = collections;
  }

  /** The person who has the identifier; empty when nobody has. */
  public Mono<String> holder(String workspace, String identifier) {
    return collections
        .identities()
        .flatMap(all -> all.findOne(workspace, eq(PersonCollections.key(workspace, identifier))))
        .map(document -> document.getString("person"));
  }

  /** The people who have these identifiers, by identifier; nobody has those that are not there. */
  public Mono<Map<String, String>> holders(String workspace, Collection<String> identifiers) {
    var keys =
        identifiers.stream().map(it -> PersonCollections.key(workspace, it)).distinct().toList();
    return collections
        .identities()
        .flatMapMany(
            all -> all.find(workspace, in("_id", keys), Sorts.ascending("_id"), keys.size()))
        .collectMap(
            it -> it.getString("_id").substring(workspace.length() + 1),
            it -> it.getString("person"));
  }

  /** Takes the identifier for the person; answers who has it now, which may be another one. */
  public Mono<String> claim(String workspace, String identifier, String person) {
    var document =
        new Document("_id", PersonCollections.key(workspace, identifier)).append("person", person);
    return holder(workspace, identifier)
        .switchIfEmpty(
            Mono.defer(() ->
                collections
                    .identities()
                    .flatMap(all -> all.insert(workspace, document))
                    .thenReturn(person)
                    .onErrorResume(
                        DuplicateKeyException.class, _ -> holder(workspace, identifier))));
  }

  /** Gives the identifier up, if it is still that person's. */
  public Mono<Void> release(String workspace, String identifier, String person) {
    var mine = and(eq(PersonCollections.key(workspace, identifier)), eq("person", person));
    return collections.identities().flatMap(all -> all.delete(workspace, mine)).then();
  }
}
