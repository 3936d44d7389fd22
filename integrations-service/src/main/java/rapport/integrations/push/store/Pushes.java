package rapport.integrations.push.store;

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
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import rapport.integrations.push.PushProgress;
import rapport.integrations.push.PushSettings;
import rapport.integrations.store.Connections;
import rapport.integrations.store.IndexedCollection;
import rapport.runtime.feed.Feeds;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.DuplicateKeyException;
import rapport.runtime.store.JsonDocuments;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What each connection pushes and how it goes: one document for each that ever had it switched on.
 * Whoever pushes holds a lease; every save names it, so that one who was away too long saves
 * nothing.
 */
@Component
public final class Pushes {

  static final Date NEVER = Date.from(Instant.parse("9999-01-01T00:00:00Z"));

  private final Mono<WorkspaceCollection> documents;
  private final ObjectProvider<Feeds> feeds;

  public Pushes(DocumentStore store, ObjectProvider<Feeds> feeds) {
    this.documents =
        IndexedCollection.of(
            store,
            "crm_pushes",
            List.of(Indexes.ascending("nextAt"), Indexes.ascending("workspace")));
    this.feeds = feeds;
  }

  /**
   * A connection's pushing as it is kept.
   *
   * @param rev counts the changes of the settings
   * @param wakes counts how often there was something new
   * @param nextAt when it goes on; none when nothing waits
   */
  public record Stored(
      StreamRef connection,
      PushSettings settings,
      PushProgress progress,
      long rev,
      long wakes,
      boolean running,
      @Nullable Instant nextAt) {}

  public Mono<Stored> find(StreamRef connection) {
    return documents
        .flatMap(all -> all.findOne(connection.workspace(), eq(connection.key())))
        .map(Pushes::read);
  }

  /** Those of a workspace that push something. */
  public Flux<Stored> on(String workspace) {
    return documents
        .flatMapMany(all -> all.find(workspace, eq("on", true), Sorts.ascending("_id")))
        .map(Pushes::read);
  }

  /** Sets what is pushed; false when somebody else has done so since that revision. */
  public Mono<Boolean> put(StreamRef connection, PushSettings settings, long rev, Instant now) {
    var changes =
        combine(
            set("on", !settings.kinds().isEmpty()),
            set("settings", JsonDocuments.of(settings)),
            set("rev", rev + 1),
            set("nextAt", Date.from(now)),
            set("restsUntil", Date.from(Instant.EPOCH)),
            inc("wakes", 1L),
            idle());
    var id = eq(connection.key());
    return documents
        .flatMap(all ->
            rev == 0
                ? all.upsert(connection.workspace(), and(id, eq("rev", 0L)), changes)
                    .thenReturn(true)
                : all.update(connection.workspace(), and(id, eq("rev", rev)), changes))
        .onErrorResume(DuplicateKeyException.class, _ -> Mono.just(false))
        .doOnNext(_ -> told(connection));
  }

  /** Sees to it that a connection can be woken, also one that never pushed anything. */
  public Mono<Void> ensure(StreamRef connection) {
    var changes =
        combine(
            setOnInsert("on", false),
            setOnInsert("settings", JsonDocuments.of(PushSettings.NONE)),
            setOnInsert("rev", 0L),
            setOnInsert("nextAt", NEVER),
            setOnInsert("restsUntil", Date.from(Instant.EPOCH)),
            setOnInsert("wakes", 0L),
            idle());
    return documents.flatMap(
        all -> all.upsert(connection.workspace(), eq(connection.key()), changes));
  }

  private static Bson idle() {
    return combine(
        setOnInsert("progress", JsonDocuments.of(PushProgress.NEW)),
        setOnInsert("lease", ""),
        setOnInsert("leaseUntil", Date.from(Instant.EPOCH)));
  }

  /** Sees to it that a connection pushes by then. */
  public Mono<Void> wake(StreamRef connection, Instant at) {
    return update(connection, eq(connection.key()), combine(min("nextAt", Date.from(at)), more()))
        .then();
  }

  private static Bson more() {
    return inc("wakes", 1L);
  }

  /**
   * Connections with something to push that nobody pushes.
   *
   * @param but the keys of those that are left out
   * @param limit none if it is 0
   */
  public Flux<StreamRef> due(Instant now, Set<String> but, int limit) {
    if (limit == 0) {
      return Flux.empty();
    }
    var due = and(lte("nextAt", Date.from(now)), isFree(now), nin("_id", but));
    return documents
        .flatMapMany(all -> all.acrossWorkspaces(due, Sorts.ascending("nextAt"), limit))
        .map(document -> StreamRef.ofKey(document.getString("_id")));
  }

  /** Takes the lease of a connection that is due; empty when somebody else has it. */
  public Mono<Stored> claim(StreamRef connection, String lease, Instant now, Instant until) {
    var due = and(eq(connection.key()), lte("nextAt", Date.from(now)), isFree(now));
    var mine = combine(set("lease", lease), set("leaseUntil", Date.from(until)));
    return update(connection, due, mine)
        .filter(hit -> hit)
        .flatMap(_ -> documents)
        .flatMap(all -> all.findOne(connection.workspace(), held(connection, lease)))
        .map(Pushes::read);
  }

  /** Keeps the lease until then and stores how it goes; false when it is lost or not wanted. */
  public Mono<Boolean> keep(
      StreamRef connection, String lease, PushProgress progress, Instant until) {
    return kept(connection, and(held(connection, lease), eq("on", true)), progress, until);
  }

  /** The same, also when nothing is pushed any more; false only when it is lost. */
  public Mono<Boolean> hold(
      StreamRef connection, String lease, PushProgress progress, Instant until) {
    return kept(connection, held(connection, lease), progress, until);
  }

  private Mono<Boolean> kept(
      StreamRef connection, Bson mine, PushProgress progress, Instant until) {
    return update(
        connection,
        mine,
        combine(set("progress", JsonDocuments.of(progress)), set("leaseUntil", Date.from(until))));
  }

  /**
   * Gives the lease back. When there was something new meanwhile, it goes on at once.
   *
   * @param next when it goes on; none when nothing waits
   */
  public Mono<Void> release(
      Stored before, String lease, PushProgress progress, @Nullable Instant next) {
    var connection = before.connection();
    var free =
        combine(
            set("progress", JsonDocuments.of(progress)),
            set("leaseUntil", Date.from(Instant.EPOCH)),
            set("lease", ""));
    var nextAt = date(next);
    return update(
            connection,
            and(held(connection, lease), eq("wakes", before.wakes())),
            combine(free, set("nextAt", nextAt)))
        .filter(hit -> hit)
        .switchIfEmpty(update(connection, held(connection, lease), free))
        .then();
  }

  /** Gives the lease back and rests, whatever is new meanwhile. */
  public Mono<Void> rest(Stored before, String lease, PushProgress progress, Instant until) {
    var connection = before.connection();
    return update(
            connection,
            held(connection, lease),
            combine(
                set("progress", JsonDocuments.of(progress)),
                set("leaseUntil", Date.from(Instant.EPOCH)),
                set("lease", ""),
                set("nextAt", Date.from(until)),
                set("restsUntil", Date.from(until))))
        .then();
  }

  /** Rests no longer, since somebody has mended something. */
  public Mono<Void> hurry(StreamRef connection, Instant now) {
    return update(
            connection,
            eq(connection.key()),
            combine(
                set("nextAt", Date.from(now)), set("restsUntil", Date.from(Instant.EPOCH)), more()))
        .then();
  }

  /** Stops pushing for good. */
  public Mono<Void> forget(StreamRef connection) {
    return documents
        .flatMap(all -> all.delete(connection.workspace(), eq(connection.key())))
        .then();
  }

  private Mono<Boolean> update(StreamRef connection, Bson filter, Bson changes) {
    return documents
        .flatMap(all -> all.update(connection.workspace(), filter, changes))
        .doOnNext(_ -> told(connection));
  }

  private void told(StreamRef connection) {
    feeds.ifAvailable(all -> all.changed(Connections.feedKey(connection.workspace())));
  }

  private static Bson isFree(Instant now) {
    return and(lte("leaseUntil", Date.from(now)), lte("restsUntil", Date.from(now)));
  }

  private static Bson held(StreamRef connection, String lease) {
    return and(eq(connection.key()), eq("lease", lease));
  }

  private static Stored read(Document document) {
    var next = document.getDate("nextAt");
    return new Stored(
        StreamRef.ofKey(document.getString("_id")),
        JsonDocuments.read(document.get("settings", Document.class), PushSettings.class),
        JsonDocuments.read(document.get("progress", Document.class), PushProgress.class),
        document.getLong("rev"),
        document.getLong("wakes"),
        !document.getString("lease").isEmpty(),
        instant(next));
  }

  /** How "at no time" is kept, so that one comparison finds everything that is due. */
  static Date date(@Nullable Instant at) {
    return at == null ? NEVER : Date.from(at);
  }

  static @Nullable Instant instant(@Nullable Date kept) {
    var at = kept == null ? NEVER.toInstant() : kept.toInstant();
    return at.equals(NEVER.toInstant()) ? null : at;
  }
}
