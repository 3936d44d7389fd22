package rapport.integrations.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.stereotype.Component;
import rapport.contracts.Envelope;
import rapport.contracts.IntegrationEvent;
import rapport.contracts.IntegrationEvent.RecordDeleted;
import rapport.contracts.IntegrationEvent.Source;
import rapport.integrations.arrival.Known;
import rapport.integrations.arrival.Verdict;
import rapport.integrations.connector.Page;
import rapport.integrations.connector.Page.Whole;
import rapport.integrations.connector.SourceRecord;
import rapport.runtime.outbox.News;
import rapport.runtime.outbox.RelaySignal;
import rapport.runtime.privacy.ErasedStreams;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.store.WorkspaceCollection;
import rapport.runtime.store.WorkspaceCollection.Write;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is known of other systems' records. A record that says something new is stored together with
 * the event that tells it; the same record arriving again changes nothing.
 */
@Component
public final class SourceRecords {

  private static final News<IntegrationEvent> NEWS = new News<>(IntegrationEvent.CATALOG);
  private static final int AT_ONCE = 500;

  /** Fewer are told at once; of more the relay's sweep sees by itself. */
  private static final int FEW = 100;

  private static final int TRIES = 5;

  private final Collections collections;
  private final RelaySignal relay;
  private final ErasedStreams erased;
  private final Clock clock;

  SourceRecords(Collections collections, RelaySignal relay, ErasedStreams erased, Clock clock) {
    this.collections = collections;
    this.relay = relay;
    this.erased = erased;
    this.clock = clock;
  }

  /** How many records were new, said something else, and were deleted. */
  public record Count(long added, long changed, long deleted) {

    public static final Count NONE = new Count(0, 0, 0);

    public Count plus(Count other) {
      return new Count(added + other.added, changed + other.changed, deleted + other.deleted);
    }
  }

  /** Stores what is new; when it completes, every record is known as it arrived, or newer. */
  public Mono<Count> take(String workspace, String connection, List<SourceRecord> arrived) {
    return Flux.fromIterable(arrived)
        .buffer(AT_ONCE)
        .concatMap(some -> takeSome(workspace, connection, newest(workspace, connection, some), 1))
        .reduce(Count.NONE, Count::plus);
  }

  /** Stores what is new on a page, and what is gone because the page lacks it. */
  public Mono<Count> take(String workspace, String connection, Page page) {
    var taken = take(workspace, connection, page.records());
    var whole = page.whole();
    return whole == null
        ? taken
        : taken.flatMap(count ->
            gone(workspace, connection, page.records(), whole)
                .buffer(AT_ONCE)
                .concatMap(some -> take(workspace, connection, some))
                .reduce(count, Count::plus));
  }

  private Flux<SourceRecord> gone(
      String workspace, String connection, List<SourceRecord> there, Whole whole) {
    var ids = there.stream().map(SourceRecord::record).collect(Collectors.toUnmodifiableSet());
    var known =
        and(
            eq("connection", connection),
            gte("record", whole.from()),
            lt("record", whole.below()),
            eq("object", whole.object()),
            ne("digest", RecordDigest.DELETED));
    return collections
        .records()
        .flatMapMany(all -> all.find(workspace, known, Sorts.ascending("record")))
        .map(document -> document.getString("record"))
        .filter(record -> !ids.contains(record))
        .map(record -> gone(connection, record, whole));
  }

  private static SourceRecord gone(String connection, String record, Whole whole) {
    var version = Long.toString(whole.version());
    var source =
        new Source(connection, whole.system(), whole.object(), record, version, null, null);
    return new SourceRecord(
        whole.object(), record, whole.version(), new RecordDeleted(source, whole.kind()));
  }

  /** The ids over there of records by their streams; of those that are there still. */
  public Mono<Map<String, String>> ids(String workspace, Collection<String> streams) {
    var keys = streams.stream().map(stream -> workspace + "/" + stream).toList();
    return collections
        .records()
        .flatMapMany(all ->
            all.find(
                workspace,
                and(in("_id", keys), ne("digest", RecordDigest.DELETED)),
                Sorts.ascending("_id"),
                Math.max(1, keys.size())))
        .collectMap(
            document -> StreamRef.ofKey(document.getString("_id")).stream(),
            document -> document.getString("record"));
  }

  /** Of several arrivals of one record the newest. */
  private static Map<StreamRef, SourceRecord> newest(
      String workspace, String connection, List<SourceRecord> arrived) {
    var newest = new LinkedHashMap<StreamRef, SourceRecord>();
    for (var record : arrived) {
      var stream = IntegrationEvent.streamOf(connection, record.object(), record.record());
      newest.merge(
          new StreamRef(workspace, stream),
          record,
          (one, other) -> other.version() >= one.version() ? other : one);
    }
    return newest;
  }

  private Mono<Count> takeSome(
      String workspace, String connection, Map<StreamRef, SourceRecord> arrived, int attempt) {
    return collections
        .records()
        .flatMap(all ->
            erased
                .among(arrived.keySet())
                .doOnNext(arrived.keySet()::removeAll)
                .then(Mono.defer(() -> known(all, workspace, arrived.keySet())))
                .flatMap(known -> store(all, connection, known, arrived)))
        .flatMap(counted ->
            counted.isPresent()
                ? Mono.just(counted.get())
                : attempt < TRIES
                    ? takeSome(workspace, connection, arrived, attempt + 1)
                    : Mono.error(new IllegalStateException("records keep moving")));
  }

  private static Mono<Map<String, Document>> known(
      WorkspaceCollection all, String workspace, Collection<StreamRef> streams) {
    var ids = streams.stream().map(StreamRef::key).toList();
    return all.find(workspace, in("_id", ids), Sorts.ascending("_id"), ids.size())
        .collectMap(document -> document.getString("_id"), document -> document)
        .defaultIfEmpty(Map.of());
  }

  private Mono<Optional<Count>> store(
      WorkspaceCollection all,
      String connection,
      Map<String, Document> known,
      Map<StreamRef, SourceRecord> arrived) {
    var at = clock.instant();
    var writes = new ArrayList<Write>();
    var told = new ArrayList<String>();
    var count = new HashMap<String, Long>();
    arrived.forEach((stream, record) -> {
      var before = known.get(stream.key());
      var digest = RecordDigest.of(record.event());
      var verdict =
          Verdict.of(before == null ? null : known(before), new Known(record.version(), digest));
      if (!verdict.isNews()) {
        return;
      }
      var deleted = record.event() instanceof RecordDeleted;
      count.merge(deleted ? "deleted" : before == null ? "added" : "changed", 1L, Long::sum);
      told.add(stream.key());
      writes.add(
          before == null
              ? added(stream, connection, record, digest, at)
              : changed(stream, before.getLong("rev"), record, digest, at));
    });
    return all.writeAll(writes)
        .map(done -> {
          if (!done) {
            return Optional.<Count>empty();
          }
          wake(told);
          return Optional.of(
              new Count(
                  count.getOrDefault("added", 0L),
                  count.getOrDefault("changed", 0L),
                  count.getOrDefault("deleted", 0L)));
        });
  }

  private void wake(List<String> told) {
    if (told.size() <= FEW) {
      told.forEach(relay::wake);
    }
  }

  private static Known known(Document document) {
    return new Known(document.getLong("version"), document.getString("digest"));
  }

  private static Write added(
      StreamRef stream, String connection, SourceRecord record, String digest, Instant at) {
    var document =
        NEWS.first(news(stream, 0, at, record))
            .append("_id", stream.key())
            .append("rev", 1L)
            .append("connection", connection)
            .append("object", record.object())
            .append("record", record.record())
            .append("version", record.version())
            .append("digest", digest);
    return new Write.Insert(stream.workspace(), document);
  }

  private static List<Envelope<IntegrationEvent>> news(
      StreamRef stream, long told, Instant at, SourceRecord record) {
    return News.next(stream, told, at, null, List.of(record.event()));
  }

  private static Write changed(
      StreamRef stream, long rev, SourceRecord record, String digest, Instant at) {
    return new Write.Update(
        stream.workspace(),
        and(eq(stream.key()), eq("rev", rev)),
        combine(
            NEWS.more(news(stream, rev, at, record)),
            set("rev", rev + 1),
            set("version", record.version()),
            set("digest", digest)));
  }
}
