package rapport.profile.store;

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
import java.util.Set;
import org.bson.Document;
import rapport.contracts.WireMessage;
import rapport.profile.news.NewsLog;
import rapport.runtime.outbox.OutboxEntry;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.store.WorkspaceCollection;
import rapport.runtime.store.WorkspaceCollection.Write;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is to be told about the documents of a collection. The news lie in the document they are
 * about, and the latest of them goes out together with the document's state, since of a compacted
 * topic only the latest counts.
 */
abstract class DocumentNews implements NewsLog {

  /** Published news are kept as long as the topic keeps them, for reconciliation. */
  private static final Duration KEPT = Duration.ofDays(30);

  private static final int ALL = 0;

  private final Mono<WorkspaceCollection> collection;
  private final String topic;

  /**
   * @param topic of the news
   */
  DocumentNews(Mono<WorkspaceCollection> collection, String topic) {
    this.collection = collection;
    this.topic = topic;
  }

  /** The document as it stands, told with the latest of its news. */
  abstract WireMessage state(Document document, Document news);

  @Override
  public boolean owns(OutboxEntry entry) {
    return entry.messages().getFirst().topic().equals(topic);
  }

  @Override
  public Flux<OutboxEntry> unpublished(Set<String> streamKeys, int limit) {
    var pending = eq("pending", true);
    var filter = streamKeys.isEmpty() ? pending : and(pending, in("_id", streamKeys));
    return collection
        .flatMapMany(all -> all.acrossWorkspaces(filter, Sorts.ascending("_id"), limit))
        .concatMapIterable(document -> entries(document, document.getLong("published")))
        .take(limit);
  }

  @Override
  public Mono<Void> markPublished(List<OutboxEntry> entries) {
    var streams = new LinkedHashMap<StreamRef, List<OutboxEntry>>();
    entries.forEach(entry ->
        streams
            .computeIfAbsent(StreamRef.ofKey(entry.streamKey()), _ -> new ArrayList<>())
            .add(entry));
    var marks = new ArrayList<Write>();
    streams.forEach((stream, published) -> marks.addAll(marks(stream, published)));
    return collection.flatMap(all -> all.writeAll(marks)).then();
  }

  /**
   * Moves the mark when nothing before these entries is unpublished, and then says that nothing is
   * pending unless something newer has come. A crash between the two writes is harmless.
   */
  private static List<Write> marks(StreamRef stream, List<OutboxEntry> entries) {
    var last = entries.getLast().lastRev();
    var forgotten = Date.from(entries.getLast().at().minus(KEPT));
    var old = and(lt("at", forgotten), lte("rev", last));
    var id = eq(stream.key());
    var next = and(id, gte("published", entries.getFirst().lastRev() - 1));
    var all = and(id, eq("told", last), gte("published", last));
    var moved = combine(max("published", last), pullByFilter(eq("news", old)));
    return List.of(
        new Write.Update(stream.workspace(), next, moved),
        new Write.Update(stream.workspace(), all, set("pending", false)));
  }

  @Override
  public Flux<OutboxEntry> log(Instant since) {
    return collection
        .flatMapMany(all ->
            all.acrossWorkspaces(gte("toldAt", Date.from(since)), Sorts.ascending("_id"), ALL))
        .concatMapIterable(document -> entries(document, 0))
        .filter(entry -> !entry.at().isBefore(since));
  }

  private List<OutboxEntry> entries(Document document, long after) {
    var streamKey = document.getString("_id");
    var news =
        document.getList("news", Document.class).stream()
            .filter(it -> NewsDocuments.rev(it) > after)
            .toList();
    var entries = new ArrayList<OutboxEntry>();
    for (var it : news) {
      var rev = NewsDocuments.rev(it);
      var messages = new ArrayList<>(List.of(NewsDocuments.message(topic, streamKey, it)));
      if (rev == document.getLong("told")) {
        messages.add(state(document, it));
      }
      entries.add(
          new OutboxEntry(streamKey + ":" + rev, streamKey, rev, NewsDocuments.at(it), messages));
    }
    return entries;
  }
}
