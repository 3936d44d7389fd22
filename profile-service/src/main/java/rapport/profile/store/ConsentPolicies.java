package rapport.profile.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import rapport.profile.consent.ConsentPolicy;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.DuplicateKeyException;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What each workspace needs consent for. A change concerns everybody it knows, so its document says
 * how far the people have been seen anew.
 */
@Component
public final class ConsentPolicies {

  private static final String COLLECTION = "consent_policies";
  private static final Duration FOR_EVER = Duration.ofDays(36500);

  private final Mono<WorkspaceCollection> policies;

  ConsentPolicies(DocumentStore store) {
    var collection = store.collection(COLLECTION);
    this.policies =
        collection
            .index(Indexes.ascending("spreading", "changedAt"), new IndexOptions())
            .cache(_ -> FOR_EVER, _ -> Duration.ZERO, () -> FOR_EVER)
            .thenReturn(collection);
  }

  /**
   * A policy as it is kept.
   *
   * @param rev counts its changes; 0 before the first
   * @param spreading whether some people have yet to be seen anew
   */
  public record Stored(ConsentPolicy policy, long rev, boolean spreading) {}

  /**
   * A policy of which not everybody has been seen anew.
   *
   * @param after the id of the person who was seen last; empty at the beginning
   */
  public record Spreading(String workspace, long rev, String after) {}

  /** The workspace's policy. */
  public Mono<Stored> find(String workspace) {
    return policies
        .flatMap(all -> all.findOne(workspace, eq(workspace)))
        .map(document ->
            new Stored(
                new ConsentPolicy(ConsentDocuments.purposes(document, "needed")),
                document.getLong("rev"),
                document.getBoolean("spreading")))
        .defaultIfEmpty(new Stored(ConsentPolicy.DEFAULT, 0, false));
  }

  /**
   * Puts the policy in the place of the one at that revision.
   *
   * @return false when it stands at another one; nothing is changed then
   */
  public Mono<Boolean> change(String workspace, long rev, ConsentPolicy policy, Instant at) {
    var document =
        new Document("_id", workspace)
            .append("rev", rev + 1)
            .append("needed", ConsentDocuments.wires(policy.needed()))
            .append("changedAt", Date.from(at))
            .append("spreading", true)
            .append("after", "");
    return policies.flatMap(all ->
        rev == 0
            ? all.insert(workspace, document)
                .thenReturn(true)
                .onErrorResume(DuplicateKeyException.class, _ -> Mono.just(false))
            : all.replace(workspace, and(eq(workspace), eq("rev", rev)), document));
  }

  /** Policies changed at that time or before of which not everybody has been seen anew. */
  public Flux<Spreading> spreading(Instant changedBy, int limit) {
    var due = and(eq("spreading", true), lte("changedAt", Date.from(changedBy)));
    return policies
        .flatMapMany(all -> all.acrossWorkspaces(due, Sorts.ascending("changedAt"), limit))
        .map(document ->
            new Spreading(
                document.getString("_id"), document.getLong("rev"), document.getString("after")));
  }

  /** Everybody up to that person has been seen anew; a policy changed since begins again. */
  public Mono<Void> spread(Spreading policy, List<String> people, boolean done) {
    var update = done ? set("spreading", false) : set("after", people.getLast());
    var same = and(eq(policy.workspace()), eq("rev", policy.rev()));
    return policies.flatMap(all -> all.update(policy.workspace(), same, update)).then();
  }
}
