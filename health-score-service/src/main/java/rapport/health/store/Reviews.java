package rapport.health.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.List;
import org.springframework.stereotype.Component;
import rapport.health.review.Review;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import rapport.runtime.store.WorkspaceCollection.Write;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The reviews of accounts, one for each quarter. */
@Component
public final class Reviews {

  private final Mono<WorkspaceCollection> collection;

  Reviews(DocumentStore store) {
    this.collection =
        Ready.collection(
            store,
            "reviews",
            List.of(new Ready.Index(Indexes.ascending("workspace", "quarter", "_id"), false)));
  }

  /** Keeps these; doing it twice is harmless. */
  public Mono<Void> save(String workspace, List<Review> reviews) {
    var writes =
        reviews.stream()
            .<Write>map(review ->
                new Write.Upsert(
                    workspace,
                    eq(id(workspace, review.account(), review.quarter())),
                    Updates.combine(
                        Updates.set("quarter", review.quarter()),
                        Updates.set("review", Json.of(review)))))
            .toList();
    return collection.flatMap(all -> all.writeAll(writes)).then();
  }

  /**
   * Reviews of a quarter in the order of the accounts' ids.
   *
   * @param after the account after which to begin; empty for the beginning
   */
  public Flux<Review> of(String workspace, String quarter, String after, int most) {
    var beyond = gt("_id", id(workspace, after, quarter));
    return collection
        .flatMapMany(all ->
            all.find(workspace, and(eq("quarter", quarter), beyond), Sorts.ascending("_id"), most))
        .map(it -> Json.read(it.getString("review"), Review.class));
  }

  /** The review of an account. */
  public Mono<Review> of(String workspace, String quarter, String account) {
    return collection
        .flatMap(all -> all.findOne(workspace, eq(id(workspace, account, quarter))))
        .map(it -> Json.read(it.getString("review"), Review.class));
  }

  private static String id(String workspace, String account, String quarter) {
    return workspace + "/" + quarter + "/" + account;
  }
}
