package rapport.integrations.outbox;

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
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.stereotype.Component;
import rapport.contracts.EventCatalog;
import rapport.integrations.store.TopicOutbox;
import rapport.runtime.outbox.OutboxEntry;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.store.WorkspaceCollection.Write;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is told of automations and tasks: the news in every {@link NewsCollection}. */
@Component
public final class NewsOutbox implements TopicOutbox {

  /** Published news are kept as long as the topic keeps them, for reconciliation. */
  private static final Duration KEPT = Duration.ofDays(30);

  private static final int ALL = 0;

  private final Map<String, NewsCollection> collections;

  public NewsOutbox(List<NewsCollection> collections) {
    this.collections =
        collections.stream()
            .collect(Collectors.toUnmodifiableMap(NewsCollection::name, Function.identity()));
  }

  @Override
  public String topic() {
    return EventCatalog.AUTOMATION.topic();
  }

  @Override
  public Flux<OutboxEntry> unpublished(Set<String> streamKeys, int limit) {
    var pending = eq("pending", true);
    var filter = streamKeys.isEmpty() ? pending : and(pending, in("_id", streamKeys));
    return Flux.fromIterable(collections.values())
        .concatMap(collection ->
            collection
                .documents()
                .flatMapMany(all -> all.acrossWorkspaces(filter, Sorts.ascending("_id"), limit))
                .concatMapIterable(
                    document -> news(collection, document, document.getLong("published"))))
        .take(limit);
  }

  @Override
  public Flux<OutboxEntry> log(Instant since) {
    var filter = gte("toldAt", Date.from(since));
    return Flux.fromIterable(collections.values())
        .concatMap(collection ->
            collection
                .documents()
                .flatMapMany(all -> all.acrossWorkspaces(filter, Sorts.ascending("_id"), ALL))
                .concatMapIterable(document -> news(collection, document, 0)))
        .filter(entry -> !entry.at().isBefore(since));
  }

  @Override
  public Mono<Void> markPublished(List<OutboxEntry> entries) {
    var streams =
        entries.stream()
            .collect(
                Collectors.groupingBy(
                    entry -> new Place(collectionOf(entry), StreamRef.ofKey(entry.streamKey())),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return Flux.fromIterable(streams.entrySet())
        .concatMap(stream ->
            stream
                .getKey()
                .collection()
                .documents()
                .flatMap(all -> all.writeAll(marks(stream.getKey().stream(), stream.getValue()))))
        .then();
  }

  private record Place(NewsCollection collection, StreamRef stream) {}

  private NewsCollection collectionOf(OutboxEntry entry) {
    var name = entry.id().substring(0, entry.id().indexOf(':'));
    var collection = collections.get(name);
    if (collection == null) {
      throw new IllegalArgumentException("there is no collection " + name);
    }
    return collection;
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
    return List.of(
        new Write.Update(
            stream.workspace(),
            next,
            combine(max("published", last), pullByFilter(eq("news", old)))),
        new Write.Update(stream.workspace(), all, set("pending", false)));
  }

  private static List<OutboxEntry> news(NewsCollection collection, Document document, long after) {
    var key = document.getString("_id");
    return document.getList("news", Document.class).stream()
        .filter(news -> news.getLong("rev") > after)
        .map(news ->
            new OutboxEntry(
                collection.name() + ":" + key + ":" + news.getLong("rev"),
                key,
                news.getLong("rev"),
                news.getDate("at").toInstant(),
                List.of(News.message(key, news))))
        .toList();
  }
}
