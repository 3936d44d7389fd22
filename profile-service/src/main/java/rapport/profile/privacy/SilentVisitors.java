package rapport.profile.privacy;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import rapport.profile.person.Talk;
import rapport.runtime.privacy.Subject;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Visitors of whom nobody knows who they are, and who have not been heard of for long. */
@Component
class SilentVisitors implements Silent {

  private static final int PORTION = 200;

  private final WorkspaceCollection talks;

  SilentVisitors(DocumentStore store) {
    this.talks = store.collection("talks");
  }

  @Override
  public RetentionKind kind() {
    return RetentionKind.VISITORS;
  }

  /**
   * Conversations in which nothing was said since, of visitors who have been silent since then
   * altogether: whoever is still about keeps all of theirs.
   */
  @Override
  public Flux<Found> since(String workspace, Instant then) {
    return portion(workspace, then, "")
        .expand(found ->
            found.size() < PORTION
                ? Mono.empty()
                : portion(workspace, then, found.getLast().getString("_id")))
        .concatMap(found -> silent(workspace, then, found));
  }

  private Mono<List<Document>> portion(String workspace, Instant then, String after) {
    var unknown =
        and(
            eq("flow", Talk.FLOW),
            eq("person", null),
            eq("address", null),
            lt("lastMessageAt", Date.from(then)),
            gt("_id", after));
    return talks.find(workspace, unknown, Sorts.ascending("_id"), PORTION).collectList();
  }

  private Flux<Found> silent(String workspace, Instant then, List<Document> found) {
    var visitors =
        found.stream().map(talk -> talk.getString("visitor")).filter(Objects::nonNull).toList();
    Bson about =
        and(
            in("visitor", visitors),
            or(gte("lastMessageAt", Date.from(then)), gt("person", ""), gt("address", "")));
    return talks
        .find(workspace, about, Sorts.ascending("_id"))
        .mapNotNull(talk -> talk.getString("visitor"))
        .collect(Collectors.toSet())
        .flatMapIterable(still ->
            found.stream().filter(talk -> !still.contains(talk.get("visitor", ""))).toList())
        .map(talk ->
            new Found(
                Subject.ofConversations(List.of(StreamRef.ofKey(talk.getString("_id")).stream())),
                talk.getDate("lastMessageAt").toInstant()));
  }
}
