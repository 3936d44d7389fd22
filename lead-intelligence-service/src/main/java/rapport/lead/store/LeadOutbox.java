package rapport.lead.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.pullByFilter;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.springframework.stereotype.Component;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.EventCodec;
import rapport.contracts.PersonaState;
import rapport.contracts.WireMessage;
import rapport.runtime.outbox.Outbox;
import rapport.runtime.outbox.OutboxEntry;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.store.WorkspaceCollection;
import rapport.runtime.store.WorkspaceCollection.Write;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is to be told: the news in the documents of visitors and leads, and of each persona its
 * latest state, since of a compacted topic only the latest counts.
 */
@Component
final class LeadOutbox implements Outbox {

  private static final EventCodec<PersonaState> STATE = new EventCodec<>(PersonaState.CATALOG);

  /** Published news are kept as long as the topic keeps them, for reconciliation. */
  private static final Duration KEPT = Duration.ofDays(30);

  private static final int ALL = 0;

  private final Collections collections;
  private final LeadNews leads;

  LeadOutbox(Collections collections, LeadNews leads) {
    this.collections = collections;
    this.leads = leads;
  }

  @Override
  public Flux<OutboxEntry> unpublished(Set<String> streamKeys, int limit) {
    var pending = eq("pending", true);
    var filter = streamKeys.isEmpty() ? pending : and(pending, in("_id", streamKeys));
    var visitors =
        collections
            .visitors()
            .flatMapMany(all -> all.acrossWorkspaces(filter, Sorts.ascending("_id"), limit))
            .concatMapIterable(document -> news(document, document.getLong("published")));
    var personas =
        collections
            .personas()
            .flatMapMany(all -> all.acrossWorkspaces(filter, Sorts.ascending("_id"), limit))
            .map(LeadOutbox::state);
    return Flux.concat(personas, visitors, leads.unpublished(streamKeys, limit)).take(limit);
  }

  @Override
  public Flux<OutboxEntry> log(Instant since) {
    var filter = gte("toldAt", Date.from(since));
    var visitors =
        collections
            .visitors()
            .flatMapMany(all -> all.acrossWorkspaces(filter, Sorts.ascending("_id"), ALL))
            .concatMapIterable(document -> news(document, 0))
            .filter(entry -> !entry.at().isBefore(since));
    var personas =
        collections
            .personas()
            .flatMapMany(all -> all.acrossWorkspaces(filter, Sorts.ascending("_id"), ALL))
            .map(LeadOutbox::state);
    return Flux.concat(personas, visitors, leads.log(since));
  }

  @Override
  public Mono<Void> markPublished(List<OutboxEntry> entries) {
    var personas = new ArrayList<Write>();
    var visitors = new LinkedHashMap<StreamRef, List<OutboxEntry>>();
    var ofLeads = new LinkedHashMap<StreamRef, List<OutboxEntry>>();
    for (var entry : entries) {
      var stream = StreamRef.ofKey(entry.streamKey());
      if (isState(entry)) {
        var told = and(eq(stream.key()), eq("rev", entry.lastRev()));
        personas.add(new Write.Update(stream.workspace(), told, set("pending", false)));
      } else {
        (LeadNews.is(entry) ? ofLeads : visitors)
            .computeIfAbsent(stream, _ -> new ArrayList<>())
            .add(entry);
      }
    }
    return write(collections.visitors(), marks(visitors))
        .then(write(collections.leads(), marks(ofLeads)))
        .then(write(collections.personas(), personas));
  }

  private static List<Write> marks(Map<StreamRef, List<OutboxEntry>> entries) {
    var marks = new ArrayList<Write>();
    entries.forEach((stream, published) -> marks.addAll(marks(stream, published)));
    return marks;
  }

  private static Mono<Void> write(Mono<WorkspaceCollection> collection, List<Write> writes) {
    return writes.isEmpty() ? Mono.empty() : collection.flatMap(all -> all.writeAll(writes)).then();
  }

  private static boolean isState(OutboxEntry entry) {
    return entry.messages().getFirst().topic().equals(PersonaState.CATALOG.topic());
  }

  /**
   * Moves the mark when nothing before these entries is unpublished, and then says that nothing is
   * pending unless something newer has come. A crash between the two writes is harmless.
   */
  private static List<Write> marks(StreamRef stream, List<OutboxEntry> entries) {
    var last = entries.getLast().lastRev();
    var old = and(lt("at", Date.from(entries.getLast().at().minus(KEPT))), lte("rev", last));
    var id = eq(stream.key());
    var next = and(id, gte("published", entries.getFirst().lastRev() - 1));
    var all = and(id, eq("told", last), gte("published", last));
    var moved = combine(max("published", last), pullByFilter(eq("news", old)));
    return List.of(
        new Write.Update(stream.workspace(), next, moved),
        new Write.Update(stream.workspace(), all, set("pending", false)));
  }

  private static List<OutboxEntry> news(Document document, long after) {
    var key = document.getString("_id");
    return document.getList("news", Document.class).stream()
        .filter(news -> news.getLong("rev") > after)
        .map(news ->
            new OutboxEntry(
                EventCatalog.LEAD.topic() + ":" + key + ":" + news.getLong("rev"),
                key,
                news.getLong("rev"),
                news.getDate("at").toInstant(),
                List.of(VisitorDocuments.message(key, news))))
        .toList();
  }

  private static OutboxEntry state(Document document) {
    var key = document.getString("_id");
    var stored = Personas.read(document);
    var id = "persona:" + key + ":" + stored.rev();
    var envelope =
        new Envelope<>(
            id,
            document.getString("workspace"),
            stored.persona().id(),
            stored.rev(),
            stored.changedAt(),
            null,
            null,
            stored.persona().state());
    List<WireMessage> messages = List.of(STATE.encode(envelope));
    return new OutboxEntry(id, key, stored.rev(), stored.changedAt(), messages);
  }
}
