package rapport.integrations.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.bson.conversions.Bson;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import rapport.integrations.backlog.Backlog;
import rapport.integrations.progress.SyncState;
import rapport.runtime.feed.Feeds;
import rapport.runtime.projection.StreamRef;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How far connections have read. Whoever reads holds a lease; every save names it, so that one who
 * was away too long saves nothing.
 */
@Component
public final class SyncStates implements Backlog {

  private final Collections collections;
  private final ObjectProvider<Feeds> feeds;

  SyncStates(Collections collections, ObjectProvider<Feeds> feeds) {
    this.collections = collections;
    this.feeds = feeds;
  }

  /** Begins a connection's reading, or begins it anew. */
  public Mono<Void> begin(StreamRef connection, SyncState state) {
    var changes = new ArrayList<>(SyncDocuments.changes(state));
    changes.add(set("enabled", true));
    changes.add(set("lease", ""));
    changes.add(set("leaseUntil", Date.from(Instant.EPOCH)));
    return collections
        .syncs()
        .flatMap(all -> all.upsert(connection.workspace(), eq(connection.key()), combine(changes)));
  }

  public Mono<SyncState> find(StreamRef connection) {
    return collections
        .syncs()
        .flatMap(all -> all.findOne(connection.workspace(), eq(connection.key())))
        .map(SyncDocuments::read);
  }

  /**
   * Connections that have waited long enough and that nobody reads.
   *
   * @param but the keys of those that are left out
   * @param limit none if it is 0
   */
  public Flux<StreamRef> due(Instant now, Set<String> but, int limit) {
    if (limit == 0) {
      return Flux.empty();
    }
    var due = and(lte("nextAt", Date.from(now)), isFree(now), nin("_id", but));
    return collections
        .syncs()
        .flatMapMany(all -> all.acrossWorkspaces(due, Sorts.ascending("nextAt"), limit))
        .map(document -> StreamRef.ofKey(document.getString("_id")));
  }

  /** Takes the lease of a connection that is due; empty when somebody else has it. */
  public Mono<SyncState> claim(StreamRef connection, String lease, Instant now, Instant until) {
    var due = and(eq(connection.key()), lte("nextAt", Date.from(now)), isFree(now));
    var mine = combine(set("lease", lease), set("leaseUntil", Date.from(until)));
    return collections
        .syncs()
        .flatMap(all -> all.update(connection.workspace(), due, mine))
        .filter(hit -> hit)
        .flatMap(_ -> collections.syncs())
        .flatMap(all -> all.findOne(connection.workspace(), held(connection, lease)))
        .map(SyncDocuments::read);
  }

  /** Stores the state and keeps the lease; false when the lease is lost or nobody wants it read. */
  public Mono<Boolean> save(StreamRef connection, String lease, SyncState state, Instant until) {
    var changes = new ArrayList<>(SyncDocuments.changes(state));
    changes.add(set("leaseUntil", Date.from(until)));
    return update(connection, held(connection, lease), combine(changes));
  }

  /** Stores the state and gives the lease back. */
  public Mono<Boolean> release(StreamRef connection, String lease, SyncState state) {
    return save(connection, lease, state, Instant.EPOCH);
  }

  /** Reads on at once, if it is not reading already. */
  public Mono<Boolean> hurry(StreamRef connection, Instant now) {
    return update(
        connection, and(eq(connection.key()), eq("enabled", true)), set("nextAt", Date.from(now)));
  }

  /** Stops reading, also for whoever reads just now. */
  public Mono<Boolean> stop(StreamRef connection) {
    return update(connection, eq(connection.key()), set("enabled", false));
  }

  /** Lets a connection that was stopped read on from where it was. */
  public Mono<Boolean> resume(StreamRef connection, Instant now) {
    return update(
        connection,
        eq(connection.key()),
        combine(set("enabled", true), set("nextAt", Date.from(now))));
  }

  @Override
  public String kind() {
    return "reading";
  }

  /** Connections that are read, those of them that are late, and those that fail. */
  @Override
  public Mono<Map<String, Long>> count(Instant now) {
    var read = eq("enabled", true);
    return collections
        .syncs()
        .flatMap(all ->
            Mono.zip(
                all.countAcrossWorkspaces(read),
                all.countAcrossWorkspaces(
                    and(lt("nextAt", Date.from(now.minus(LATE))), isFree(now))),
                all.countAcrossWorkspaces(and(read, gt("failures", 0)))))
        .map(counted ->
            Map.of(
                "waiting", counted.getT1(), "late", counted.getT2(), "failing", counted.getT3()));
  }

  private Mono<Boolean> update(StreamRef connection, Bson filter, Bson changes) {
    return collections
        .syncs()
        .flatMap(all -> all.update(connection.workspace(), filter, changes))
        .doOnNext(_ ->
            feeds.ifAvailable(open -> open.changed(Connections.feedKey(connection.workspace()))));
  }

  private static Bson isFree(Instant now) {
    return and(eq("enabled", true), lte("leaseUntil", Date.from(now)));
  }

  private static Bson held(StreamRef connection, String lease) {
    return and(eq(connection.key()), eq("enabled", true), eq("lease", lease));
  }
}
