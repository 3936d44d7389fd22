package rapport.integrations.delivery.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.min;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.integrations.delivery.Lane;
import rapport.integrations.store.IndexedCollection;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.DuplicateKeyException;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** The lane of each destination: when it is looked at next, and how it has done of late. */
@Component
public class Lanes {

  private static final Date NEVER = DeliveryDocuments.NEVER;

  private final Mono<WorkspaceCollection> documents;

  public Lanes(DocumentStore store) {
    this.documents =
        IndexedCollection.of(store, "delivery_lanes", List.of(Indexes.ascending("nextAt")));
  }

  /** A lane as it is kept. */
  public record StoredLane(String workspace, String destination, Lane lane, long rev) {

    /** Its name among all. */
    public String key() {
      return workspace + "/" + destination;
    }
  }

  /** Sees to it that a destination is looked at by then. */
  public Mono<Void> wake(String workspace, String destination, Instant at) {
    var earlier =
        combine(
            min("nextAt", Date.from(at)),
            inc("rev", 1L),
            setOnInsert("destination", destination),
            setOnInsert("failures", 0));
    return documents
        .flatMap(all -> all.upsert(workspace, eq(workspace + "/" + destination), earlier))
        .retryWhen(Retry.max(1).filter(DuplicateKeyException.class::isInstance));
  }

  /**
   * Lanes that are to be looked at. They stay due while they are.
   *
   * @param but the keys of those that are left out
   * @param limit none if it is 0
   */
  public Flux<StoredLane> due(Instant now, Set<String> but, int limit) {
    if (limit == 0) {
      return Flux.empty();
    }
    var due = and(lte("nextAt", Date.from(now)), nin("_id", but));
    return documents
        .flatMapMany(all -> all.acrossWorkspaces(due, Sorts.ascending("nextAt"), limit))
        .map(Lanes::read);
  }

  public Mono<StoredLane> find(String workspace, String destination) {
    return documents
        .flatMap(all -> all.findOne(workspace, eq(workspace + "/" + destination)))
        .map(Lanes::read);
  }

  /** Begins anew with a destination, whatever was thought of it. */
  public Mono<Void> forgive(String workspace, String destination, Instant now) {
    return wake(workspace, destination, now)
        .then(documents)
        .flatMap(all -> all.update(workspace, eq(workspace + "/" + destination), health(Lane.NEW)))
        .then();
  }

  /**
   * Stores how a destination does, and when to look at it next; when somebody woke it meanwhile, it
   * is looked at at once.
   */
  public Mono<Void> rest(StoredLane before, Lane after, @Nullable Instant next) {
    var workspace = before.workspace();
    var id = eq(before.key());
    var nextAt = next == null ? NEVER : Date.from(next);
    return documents
        .flatMap(all ->
            all.update(workspace, id, health(after))
                .then(
                    all.update(workspace, and(id, eq("rev", before.rev())), set("nextAt", nextAt))))
        .then();
  }

  private static Bson health(Lane lane) {
    return combine(
        set("failures", lane.failures()),
        set("restsUntil", date(lane.restsUntil())),
        set("lastSuccess", date(lane.lastSuccess())));
  }

  private static StoredLane read(Document document) {
    var lane =
        new Lane(
            document.getInteger("failures"),
            instant(document.getDate("restsUntil")),
            instant(document.getDate("lastSuccess")));
    return new StoredLane(
        document.getString(WorkspaceCollection.WORKSPACE),
        document.getString("destination"),
        lane,
        document.getLong("rev"));
  }

  private static @Nullable Date date(@Nullable Instant instant) {
    return instant == null ? null : Date.from(instant);
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }
}
