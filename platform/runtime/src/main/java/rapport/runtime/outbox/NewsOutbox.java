package rapport.runtime.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.pullByFilter;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.EventCodec;
import rapport.contracts.WireMessage;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.store.WorkspaceCollection;
import rapport.runtime.store.WorkspaceCollection.Write;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The outbox of one collection: its documents carry what is to be told of them, as {@link News}
 * writes it. Each such collection gets a bean of its own.
 */
public final class NewsOutbox implements Outbox {

  /** The indexes its collection needs. */
  public static final List<Bson> INDEXES =
      List.of(Indexes.ascending("pending", "_id"), Indexes.ascending("toldAt"));

  /** As long as topics keep them, for reconciliation. */
  private static final Duration KEPT = Duration.ofDays(30);

  private final String name;
  private final Mono<WorkspaceCollection> documents;
  private final String topic;
  private final Function<Document, List<WireMessage>> state;
  private final boolean onlyLatest;

  /**
   * @param name of the collection
   * @param documents the collection, when its {@link #INDEXES} are there
   * @param topic of the news
   */
  public NewsOutbox(String name, Mono<WorkspaceCollection> documents, String topic) {
    this(name, documents, topic, _ -> List.of(), false);
  }

  private NewsOutbox(
      String name,
      Mono<WorkspaceCollection> documents,
      String topic,
      Function<Document, List<WireMessage>> state,
      boolean onlyLatest) {
    this.name = name;
    this.documents = documents;
    this.topic = topic;
    this.state = state;
    this.onlyLatest = onlyLatest;
  }

  /**
   * The same, but the last news of a document go out together with its state, which has their
   * revision: of a compacted topic only the latest counts.
   *
   * @param read the state of a document
   */
  public <S> NewsOutbox withState(EventCatalog<S> catalog, Function<Document, S> read) {
    var codec = new EventCodec<>(catalog);
    return new NewsOutbox(
        name, documents, topic, it -> List.of(codec.encode(state(it, read.apply(it)))), onlyLatest);
  }

  /**
   * The same, but of published news only the last are kept, since each tells everything that those
   * before it did. By default they are kept for thirty days.
   */
  public NewsOutbox keepingOnlyTheLatest() {
    return new NewsOutbox(name, documents, topic, state, true);
  }

  private static <S> Envelope<S> state(Document document, S state) {
    var stream = StreamRef.ofKey(document.getString("_id"));
    var rev = told(document);
    var at = document.getDate("toldAt").toInstant();
    return new Envelope<>(
        "state:" + stream.key() + ":" + rev,
        stream.workspace(),
        stream.stream(),
        rev,
        at,
        null,
        null,
        state);
  }

  @Override
  public Flux<OutboxEntry> unpublished(Set<String> streamKeys, int limit) {
    return pending(in("_id", streamKeys), limit);
  }

  @Override
  public Flux<OutboxEntry> unpublishedBut(Set<String> streamKeys, int limit) {
    return pending(nin("_id", streamKeys), limit);
  }

  private Flux<OutboxEntry> pending(Bson which, int limit) {
    return read(and(eq("pending", true), which), limit)
        .concatMapIterable(it -> entries(it, it.get("published", 0L)))
        .take(limit);
  }

  @Override
  public Flux<OutboxEntry> log(Instant since) {
    return documents
        .flatMapMany(
            all -> all.acrossWorkspaces(gte("toldAt", Date.from(since)), Sorts.ascending("_id")))
        .concatMapIterable(it -> entries(it, 0), 1)
        .filter(entry -> !entry.at().isBefore(since));
  }

  /**
   * The messages of a stream's news from one revision to another, both included, in their order, as
   * far as they are kept; for readers that missed some. Where only the latest are kept, one that is
   * gone is told as what came after it.
   */
  public Flux<WireMessage> between(String workspace, String stream, long from, long to) {
    var key = new StreamRef(workspace, stream).key();
    return documents
        .flatMap(all -> all.findOne(workspace, eq(key)))
        .flatMapIterable(document -> between(document, from, to));
  }

  private List<WireMessage> between(Document document, long from, long to) {
    var messages = new ArrayList<WireMessage>();
    var next = from;
    for (var news : newsOf(document)) {
      var last = Math.min(news.getLong("rev"), to);
      for (var rev = onlyLatest ? next : Math.max(next, news.getLong("rev")); rev <= last; rev++) {
        messages.add(message(document, news, rev));
        next = rev + 1;
      }
    }
    return messages;
  }

  @Override
  public Mono<Void> markPublished(List<OutboxEntry> entries) {
    var marks =
        entries.stream()
            .filter(entry -> entry.id().startsWith(name + ":"))
            .collect(
                Collectors.groupingBy(
                    OutboxEntry::streamKey, LinkedHashMap::new, Collectors.toList()))
            .entrySet()
            .stream()
            .flatMap(it -> marks(StreamRef.ofKey(it.getKey()), it.getValue()).stream())
            .toList();
    return marks.isEmpty() ? Mono.empty() : documents.flatMap(all -> all.writeAll(marks)).then();
  }

  /**
   * Moves the mark when nothing before these entries is unpublished, and then says that nothing is
   * pending unless something newer has come. A crash between the two writes is harmless.
   */
  private List<Write> marks(StreamRef stream, List<OutboxEntry> entries) {
    var last = entries.getLast().lastRev();
    var id = eq(stream.key());
    var next = and(id, gte("published", entries.getFirst().lastRev() - 1));
    var all = and(id, eq("told", last), gte("published", last));
    var moved = combine(max("published", last), pullByFilter(eq("news", old(entries.getLast()))));
    return List.of(
        new Write.Update(stream.workspace(), next, moved),
        new Write.Update(stream.workspace(), all, set("pending", false)));
  }

  private Bson old(OutboxEntry last) {
    return onlyLatest
        ? lt("rev", last.lastRev())
        : and(lt("at", Date.from(last.at().minus(KEPT))), lte("rev", last.lastRev()));
  }

  private Flux<Document> read(Bson filter, int limit) {
    return documents.flatMapMany(
        all -> all.acrossWorkspaces(filter, Sorts.ascending("_id"), limit));
  }

  private List<OutboxEntry> entries(Document document, long after) {
    return newsOf(document).stream()
        .filter(news -> news.getLong("rev") > after)
        .map(news -> entry(document, news))
        .toList();
  }

  private OutboxEntry entry(Document document, Document news) {
    var key = document.getString("_id");
    var rev = news.getLong("rev");
    var messages = new ArrayList<>(List.of(message(document, news, rev)));
    if (rev == told(document)) {
      messages.addAll(state.apply(document));
    }
    return new OutboxEntry(
        name + ":" + key + ":" + rev, key, rev, news.getDate("at").toInstant(), messages);
  }

  private WireMessage message(Document document, Document news, long rev) {
    var headers = new LinkedHashMap<String, String>();
    news.get("headers", new Document()).forEach((name, it) -> headers.put(name, it.toString()));
    var key = document.getString("_id");
    if (news.getLong("rev") != rev) {
      headers.put("ce_id", StreamRef.ofKey(key).stream() + ":" + rev);
      headers.put("ce_rev", Long.toString(rev));
    }
    return new WireMessage(topic, key, headers, news.getString("value"));
  }

  private static long told(Document document) {
    return document.get("told", 0L);
  }

  private static List<Document> newsOf(Document document) {
    return document.getList("news", Document.class, List.of());
  }
}
