package rapport.integrations.delivery.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.integrations.backlog.Backlog;
import rapport.integrations.delivery.Delivery;
import rapport.integrations.delivery.Delivery.State;
import rapport.integrations.store.Cleaning;
import rapport.integrations.store.IndexedCollection;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.DuplicateKeyException;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is owed, and what became of it: one document for each event and destination. */
@Component
public class Deliveries implements Backlog {

  private final Mono<WorkspaceCollection> documents;

  public Deliveries(DocumentStore store) {
    this.documents =
        IndexedCollection.of(
            store,
            "deliveries",
            List.of(
                Indexes.ascending("workspace", "destination", "due"),
                Indexes.descending("workspace", "createdAt", "_id"),
                Indexes.ascending("createdAt"),
                Indexes.ascending("due"),
                Indexes.ascending("state")));
  }

  /** Adds one; false when it is owed, or was delivered, already. */
  public Mono<Boolean> add(String workspace, Delivery delivery) {
    var document =
        DeliveryDocuments.of(delivery)
            .append("_id", workspace + "/" + delivery.id())
            .append("rev", 1L);
    return documents
        .flatMap(all -> all.insert(workspace, document))
        .thenReturn(true)
        .onErrorResume(DuplicateKeyException.class, _ -> Mono.just(false));
  }

  public Mono<StoredDelivery> find(String workspace, String id) {
    return documents
        .flatMap(all -> all.findOne(workspace, eq(workspace + "/" + id)))
        .map(DeliveryDocuments::read);
  }

  /** What a destination is to be given by now, the longest due first. */
  public Flux<StoredDelivery> due(String workspace, String destination, Instant now, int limit) {
    var filter = and(eq("destination", destination), lte("due", Date.from(now)));
    return documents
        .flatMapMany(all -> all.find(workspace, filter, Sorts.ascending("due"), limit))
        .map(DeliveryDocuments::read);
  }

  /** When a destination is to be given something next; empty when it is owed nothing. */
  public Mono<Instant> nextDue(String workspace, String destination) {
    var filter = and(eq("destination", destination), lt("due", DeliveryDocuments.NEVER));
    return documents
        .flatMapMany(all -> all.find(workspace, filter, Sorts.ascending("due"), 1))
        .next()
        .map(document -> document.getDate("due").toInstant());
  }

  /** What waits to be sent through a connection, or through any, and is due after that time. */
  public Flux<StoredDelivery> resting(String workspace, String connection, Instant after) {
    var filter =
        and(
            gt("due", Date.from(after)),
            lt("due", DeliveryDocuments.NEVER),
            eq("parcel.kind", DeliveryDocuments.CHAT),
            or(eq("parcel.connection", connection), eq("parcel.connection", null)));
    return documents
        .flatMapMany(all -> all.find(workspace, filter, Sorts.ascending("due")))
        .map(DeliveryDocuments::read);
  }

  /** Claims one until then; empty when somebody else has it. */
  public Mono<StoredDelivery> claim(StoredDelivery stored, Instant until) {
    return updated(stored, set("due", Date.from(until)))
        .filter(claimed -> claimed)
        .map(_ -> new StoredDelivery(stored.workspace(), stored.delivery(), stored.rev() + 1));
  }

  /** Stores how it went on; false when somebody else has moved it meanwhile. */
  public Mono<Boolean> replace(StoredDelivery before, Delivery after) {
    var changes = new ArrayList<Bson>();
    DeliveryDocuments.of(after).forEach((name, value) -> changes.add(set(name, value)));
    return updated(before, combine(changes));
  }

  private Mono<Boolean> updated(StoredDelivery stored, Bson update) {
    var mine = and(eq(stored.workspace() + "/" + stored.delivery().id()), eq("rev", stored.rev()));
    return documents.flatMap(
        all -> all.update(stored.workspace(), mine, combine(set("rev", stored.rev() + 1), update)));
  }

  /** Where a page ended. */
  public record After(Instant createdAt, String id) {}

  /** Those of a workspace, the latest first. */
  public Flux<StoredDelivery> list(
      String workspace,
      @Nullable State state,
      @Nullable String destination,
      @Nullable After after,
      int limit) {
    var filters = new ArrayList<Bson>();
    filters.add(Filters.empty());
    if (state != null) {
      filters.add(eq("state", state.name().toLowerCase(Locale.ROOT)));
    }
    if (destination != null) {
      filters.add(eq("destination", destination));
    }
    if (after != null) {
      var at = Date.from(after.createdAt());
      var id = workspace + "/" + after.id();
      filters.add(or(lt("createdAt", at), and(eq("createdAt", at), lt("_id", id))));
    }
    return documents
        .flatMapMany(
            all -> all.find(workspace, and(filters), Sorts.descending("createdAt", "_id"), limit))
        .map(DeliveryDocuments::read);
  }

  /** Forgets some of what was created before that time; true when there may be more. */
  public Mono<Boolean> dropBefore(Instant time) {
    return documents.flatMap(
        all -> Cleaning.drop(all, lt("createdAt", Date.from(time)), "createdAt"));
  }

  @Override
  public String kind() {
    return "delivery";
  }

  /** Those that wait, those of them that are late, and those that were given up. */
  @Override
  public Mono<Map<String, Long>> count(Instant now) {
    return documents.flatMap(all ->
        Mono.zip(
                all.countAcrossWorkspaces(lt("due", DeliveryDocuments.NEVER)),
                all.countAcrossWorkspaces(lt("due", Date.from(now.minus(LATE)))),
                all.countAcrossWorkspaces(eq("state", "dead")))
            .map(counted ->
                Map.of(
                    "waiting", counted.getT1(), "late", counted.getT2(), "dead", counted.getT3())));
  }
}
