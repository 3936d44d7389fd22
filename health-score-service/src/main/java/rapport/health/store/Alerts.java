package rapport.health.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import rapport.contracts.HealthEvent.AlertType;
import rapport.health.alert.Alert;
import rapport.health.alert.AlertChange;
import rapport.runtime.outbox.NewsOutbox;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import rapport.runtime.store.WorkspaceCollection.Write;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Alerts: one document for each. {@code slot} is {@code open} while it is, and its own id
 * afterwards; a unique index on it lets an account have one open alert of a type.
 */
@Component
public final class Alerts {

  /** Detectors remember an alert so long after it was cleared. */
  private static final Duration REMEMBERED = Duration.ofDays(180);

  private static final String OPEN = "open";
  private final Mono<WorkspaceCollection> collection;
  private final List<Consumer<StreamRef>> watchers = new CopyOnWriteArrayList<>();

  /** An alert as it was stored, and the revision of the last event about it. */
  public record Stored(Alert alert, long told) {}

  /** A change to be stored, of an alert that has told so much. */
  public record Told(String workspace, AlertChange change, long told) {}

  Alerts(DocumentStore store) {
    this.collection =
        Ready.collection(
            store,
            "alerts",
            List.of(
                new Ready.Index(Indexes.ascending("workspace", "account", "type", "slot"), true),
                new Ready.Index(Indexes.ascending("workspace", "openedAt", "_id"), false),
                new Ready.Index(Indexes.ascending("subject"), false),
                new Ready.Index(Indexes.ascending("workspace", "changedAt"), false),
                new Ready.Index(NewsOutbox.INDEXES.getFirst(), false),
                new Ready.Index(NewsOutbox.INDEXES.getLast(), false)));
  }

  Mono<WorkspaceCollection> collection() {
    return collection;
  }

  public Mono<Stored> find(String workspace, String id) {
    return collection
        .flatMap(all -> all.findOne(workspace, eq(new StreamRef(workspace, id).key())))
        .map(Alerts::read);
  }

  /** The latest alert of each type of each of these accounts. */
  public Mono<Map<StreamRef, Map<AlertType, Stored>>> latest(
      Collection<StreamRef> accounts, Instant now) {
    var remembered = or(eq("slot", OPEN), gte("changedAt", Date.from(now.minus(REMEMBERED))));
    var theirs = in("subject", accounts.stream().map(StreamRef::key).toList());
    return collection
        .flatMapMany(
            all -> all.acrossWorkspaces(and(theirs, remembered), Sorts.ascending("openedAt")))
        .reduceWith(
            HashMap::new,
            (latest, document) -> {
              var alert = read(document);
              latest
                  .computeIfAbsent(
                      StreamRef.ofKey(document.getString("subject")),
                      _ -> new EnumMap<>(AlertType.class))
                  .put(alert.alert().type(), alert);
              return latest;
            });
  }

  /** Open alerts of these accounts, counted. */
  public Mono<Map<String, Long>> open(String workspace, Collection<String> accounts) {
    return collection
        .flatMapMany(all ->
            all.find(
                workspace, and(in("account", accounts), eq("slot", OPEN)), Sorts.ascending("_id")))
        .reduceWith(
            HashMap::new,
            (counts, document) -> {
              counts.merge(document.getString("account"), 1L, Long::sum);
              return counts;
            });
  }

  /** The first {@code limit} of those that changed then or later, the latest first. */
  public Flux<Stored> changedSince(String workspace, Instant then, int limit) {
    return collection
        .flatMapMany(all ->
            all.find(
                workspace, gte("changedAt", Date.from(then)), Sorts.descending("changedAt"), limit))
        .map(Alerts::read);
  }

  /** Has every alert told that changes, right after it was stored. */
  public void onChange(Consumer<StreamRef> watcher) {
    watchers.add(watcher);
  }

  Flux<Alert> matching(String workspace, Bson filter, Bson sort, int limit) {
    return collection
        .flatMapMany(all -> all.find(workspace, filter, sort, limit))
        .map(it -> read(it).alert());
  }

  /** True when all of them were stored; otherwise somebody else changed or opened one meanwhile. */
  public Mono<Boolean> save(List<Told> changes) {
    return collection
        .flatMap(all -> all.writeAll(changes.stream().map(Alerts::write).toList()))
        .doOnNext(_ -> changes.forEach(this::tell));
  }

  private void tell(Told change) {
    var alert = new StreamRef(change.workspace(), change.change().alert().id());
    watchers.forEach(it -> it.accept(alert));
  }

  private static Write write(Told write) {
    var alert = write.change().alert();
    var ref = new StreamRef(write.workspace(), alert.id());
    var at = alert.trail().getLast().at();
    var events = List.of(write.change().event());
    var told = write.change().isNew() ? 0 : write.told();
    var news = HealthTelling.news(ref, told, at, events);
    var fields = fields(write.workspace(), alert, at);
    if (write.change().isNew()) {
      var document = HealthTelling.NEWS.first(news);
      document.putAll(fields);
      return new Write.Insert(write.workspace(), document.append("_id", ref.key()));
    }
    var updates = new ArrayList<Bson>();
    fields.forEach((name, value) -> updates.add(set(name, value)));
    updates.add(HealthTelling.NEWS.more(news));
    var same = and(eq(ref.key()), eq("told", write.told()));
    return new Write.Update(write.workspace(), same, combine(updates));
  }

  private static Document fields(String workspace, Alert alert, Instant changedAt) {
    var snoozed = alert.snoozedUntil();
    return new Document("account", alert.account())
        .append("subject", new StreamRef(workspace, alert.account()).key())
        .append("type", alert.type().wire())
        .append("slot", alert.isOpen() ? OPEN : alert.id())
        .append("openedAt", Date.from(alert.openedAt()))
        .append("changedAt", Date.from(changedAt))
        .append("seen", alert.acknowledged() != null)
        .append("snoozedUntil", Date.from(snoozed == null ? Instant.EPOCH : snoozed))
        .append("assignee", alert.assignee())
        .append("alert", Json.of(alert));
  }

  static Stored read(Document document) {
    return new Stored(
        Json.read(document.getString("alert"), Alert.class), document.getLong("told"));
  }
}
