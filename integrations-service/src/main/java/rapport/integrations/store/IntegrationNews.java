package rapport.integrations.store;

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
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import rapport.contracts.IntegrationEvent;
import rapport.contracts.WireMessage;
import rapport.runtime.outbox.OutboxEntry;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.store.WorkspaceCollection;
import rapport.runtime.store.WorkspaceCollection.Write;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The news of connections and of the records read through them. */
@Component
public final class IntegrationNews implements TopicOutbox {

  private static final int ALL = 0;

  private final Collections collections;

  IntegrationNews(Collections collections) {
    this.collections = collections;
  }

  @Override
  public String topic() {
    return IntegrationEvent.CATALOG.topic();
  }

  @Override
  public Flux<OutboxEntry> unpublished(Set<String> streamKeys, int limit) {
    var pending = eq("pending", true);
    var filter = streamKeys.isEmpty() ? pending : and(pending, in("_id", streamKeys));
    return documents(filter, limit)
        .concatMapIterable(document -> WholeNews.entries(document, false))
        .take(limit);
  }

  @Override
  public Flux<OutboxEntry> log(Instant since) {
    return documents(gte("toldAt", Date.from(since)), ALL)
        .concatMapIterable(document -> WholeNews.entries(document, true))
        .filter(entry -> !entry.at().isBefore(since));
  }

  /**
   * The messages of a stream, from one revision to another, both included, in their order; none for
   * a stream that is not here.
   */
  public Flux<WireMessage> events(String workspace, String stream, long from, long to) {
    var id = eq(new StreamRef(workspace, stream).key());
    return both()
        .concatMap(all -> all.findOne(workspace, id))
        .concatMapIterable(document ->
            LongStream.rangeClosed(from, Math.min(to, document.getLong("rev")))
                .mapToObj(rev -> WholeNews.message(document, rev))
                .toList());
  }

  @Override
  public Mono<Void> markPublished(List<OutboxEntry> entries) {
    var streams = new LinkedHashMap<StreamRef, List<OutboxEntry>>();
    for (var entry : entries) {
      streams
          .computeIfAbsent(StreamRef.ofKey(entry.streamKey()), _ -> new ArrayList<>())
          .add(entry);
    }
    var records = new ArrayList<Write>();
    var connections = new ArrayList<Write>();
    streams.forEach((stream, published) -> {
      var first = published.getFirst().lastRev();
      var last = published.getLast().lastRev();
      (isRecord(stream) ? records : connections).addAll(WholeNews.marks(stream, first, last));
    });
    return write(collections.records(), records)
        .then(write(collections.connections(), connections));
  }

  private static Mono<Void> write(Mono<WorkspaceCollection> collection, List<Write> writes) {
    return writes.isEmpty() ? Mono.empty() : collection.flatMap(all -> all.writeAll(writes)).then();
  }

  private static boolean isRecord(StreamRef stream) {
    return stream.stream().startsWith("r-");
  }

  private Flux<Document> documents(Bson filter, int limit) {
    return both().concatMap(all -> all.acrossWorkspaces(filter, Sorts.ascending("_id"), limit));
  }

  private Flux<WorkspaceCollection> both() {
    return Flux.concat(collections.connections(), collections.records());
  }
}
