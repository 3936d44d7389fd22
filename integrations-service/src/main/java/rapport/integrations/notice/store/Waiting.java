package rapport.integrations.notice.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.stereotype.Component;
import rapport.integrations.notice.Notice;
import rapport.integrations.notice.Occasion;
import rapport.integrations.notice.Rule;
import rapport.integrations.store.Cleaning;
import rapport.integrations.store.IndexedCollection;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.DuplicateKeyException;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What rules have to tell and when: one document for each rule, channel and event, so that nothing
 * is told twice. Those that were told stay for a while, to be known.
 */
@Component
public class Waiting {

  private static final Date NEVER = Date.from(Instant.parse("9999-01-01T00:00:00Z"));

  private final Mono<WorkspaceCollection> documents;

  public Waiting(DocumentStore store) {
    this.documents =
        IndexedCollection.of(
            store, "notices", List.of(Indexes.ascending("due"), Indexes.ascending("at")));
  }

  /** What waits to be told. */
  public record Item(String workspace, String id, String rule, String channel, Notice notice) {}

  /** Adds a notice for a channel of a rule, unless it is there. */
  public Mono<Void> add(String workspace, Rule rule, String channel, Notice notice, Instant due) {
    var document =
        new Document("_id", workspace + "/" + rule.id() + "/" + notice.event() + "/" + channel)
            .append("rule", rule.id())
            .append("channel", channel)
            .append("event", notice.event())
            .append("occasion", notice.occasion().wire())
            .append("about", notice.about())
            .append("at", Date.from(notice.at()))
            .append("values", new Document(Map.copyOf(notice.values())))
            .append("due", Date.from(due));
    return documents
        .flatMap(all -> all.insert(workspace, document))
        .onErrorResume(DuplicateKeyException.class, _ -> Mono.empty());
  }

  /** What is to be told by now, the longest due first. */
  public Flux<Item> due(Instant now, int limit) {
    return documents
        .flatMapMany(all ->
            all.acrossWorkspaces(lte("due", Date.from(now)), Sorts.ascending("due", "_id"), limit))
        .map(Waiting::read);
  }

  /** They are told now. */
  public Mono<Void> told(List<Item> items) {
    return documents.flatMap(all ->
        Flux.fromIterable(items)
            .concatMap(item -> all.update(item.workspace(), eq(item.id()), set("due", NEVER)))
            .then());
  }

  /** Forgets some of what happened before that time and is told; true when there may be more. */
  public Mono<Boolean> dropBefore(Instant time) {
    var told = and(lt("at", Date.from(time)), eq("due", NEVER));
    return documents.flatMap(all -> Cleaning.drop(all, told, "at"));
  }

  private static Item read(Document document) {
    var values =
        document.get("values", Document.class).entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, value -> value.getValue().toString()));
    var notice =
        new Notice(
            document.getString("event"),
            Occasion.of(document.getString("occasion")).orElseThrow(),
            document.getString("about"),
            document.getDate("at").toInstant(),
            values);
    return new Item(
        document.getString(WorkspaceCollection.WORKSPACE),
        document.getString("_id"),
        document.getString("rule"),
        document.getString("channel"),
        notice);
  }
}
