package rapport.health.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import rapport.contracts.Envelope;
import rapport.contracts.EventCodec;
import rapport.contracts.HealthState;
import rapport.health.portfolio.News;
import rapport.runtime.outbox.Outbox;
import rapport.runtime.outbox.OutboxEntry;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.store.WorkspaceCollection;
import rapport.runtime.store.WorkspaceCollection.Write;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is to be told of accounts and alerts. The latest news of an account goes out together with
 * its state, since of a compacted topic only the latest counts.
 */
@Component
final class HealthOutbox implements Outbox {

  private static final EventCodec<HealthState> STATE = new EventCodec<>(HealthState.CATALOG);
  private static final int ALL = 0;

  private final Mono<WorkspaceCollection> accounts;
  private final Mono<WorkspaceCollection> alerts;

  HealthOutbox(Healths healths, Alerts alerts) {
    this.accounts = healths.collection();
    this.alerts = alerts.collection();
  }

  @Override
  public Flux<OutboxEntry> unpublished(Set<String> streamKeys, int limit) {
    var pending = eq("pending", true);
    var filter = streamKeys.isEmpty() ? pending : and(pending, in("_id", streamKeys));
    return Flux.concat(
            read(accounts, filter, limit)
                .concatMapIterable(it -> withState(it, it.getLong("published"))),
            read(alerts, filter, limit)
                .concatMapIterable(it -> NewsDocuments.entries(it, it.getLong("published"))))
        .take(limit);
  }

  @Override
  public Flux<OutboxEntry> log(Instant since) {
    var filter = gte("toldAt", Date.from(since));
    return Flux.concat(
            read(accounts, filter, ALL).concatMapIterable(it -> withState(it, 0)),
            read(alerts, filter, ALL).concatMapIterable(it -> NewsDocuments.entries(it, 0)))
        .filter(entry -> !entry.at().isBefore(since));
  }

  /** Keys of accounts and alerts differ, so a mark for the one finds nothing among the other. */
  @Override
  public Mono<Void> markPublished(List<OutboxEntry> entries) {
    var streams = new LinkedHashMap<StreamRef, List<OutboxEntry>>();
    entries.forEach(entry ->
        streams
            .computeIfAbsent(StreamRef.ofKey(entry.streamKey()), _ -> new ArrayList<>())
            .add(entry));
    var marks = new ArrayList<Write>();
    streams.forEach((stream, published) -> marks.addAll(NewsDocuments.marks(stream, published)));
    return accounts
        .flatMap(all -> all.writeAll(marks))
        .then(alerts.flatMap(all -> all.writeAll(marks)))
        .then();
  }

  private static Flux<Document> read(Mono<WorkspaceCollection> from, Bson filter, int limit) {
    return from.flatMapMany(all -> all.acrossWorkspaces(filter, Sorts.ascending("_id"), limit));
  }

  private static List<OutboxEntry> withState(Document document, long after) {
    return NewsDocuments.entries(document, after).stream()
        .map(entry ->
            entry.lastRev() == document.getLong("told") ? withState(document, entry) : entry)
        .toList();
  }

  private static OutboxEntry withState(Document document, OutboxEntry entry) {
    var account = Healths.read(document).account();
    var state =
        STATE.encode(
            new Envelope<>(
                "state:" + entry.streamKey() + ":" + entry.lastRev(),
                document.getString("workspace"),
                account.account(),
                entry.lastRev(),
                entry.at(),
                null,
                null,
                News.state(account)));
    return new OutboxEntry(
        entry.id(),
        entry.streamKey(),
        entry.lastRev(),
        entry.at(),
        List.of(entry.messages().getFirst(), state));
  }
}
