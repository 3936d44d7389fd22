package rapport.integrations.notice.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.integrations.notice.Channel;
import rapport.integrations.notice.Occasion;
import rapport.integrations.notice.Quiet;
import rapport.integrations.notice.Rule;
import rapport.integrations.store.IndexedCollection;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rules of workspaces. */
@Component
public class Rules {

  /** A workspace has no more. */
  public static final int MOST = 100;

  private final Mono<WorkspaceCollection> documents;

  public Rules(DocumentStore store) {
    this.documents =
        IndexedCollection.of(store, "notice_rules", List.of(Indexes.ascending("workspace")));
  }

  /** The oldest first. */
  public Flux<Rule> all(String workspace) {
    return documents
        .flatMapMany(
            all -> all.find(workspace, Filters.empty(), Sorts.ascending("createdAt", "_id"), MOST))
        .map(Rules::read);
  }

  public Mono<Rule> find(String workspace, String id) {
    return documents
        .flatMap(all -> all.findOne(workspace, eq(workspace + "/" + id)))
        .map(Rules::read);
  }

  public Mono<Void> add(String workspace, Rule rule) {
    return documents.flatMap(all -> all.insert(workspace, document(workspace, rule)));
  }

  /** Puts one in the place of that with the revision before; false when that has moved. */
  public Mono<Boolean> replace(String workspace, Rule rule) {
    var before = and(eq(workspace + "/" + rule.id()), eq("rev", rule.rev() - 1));
    return documents.flatMap(all -> all.replace(workspace, before, document(workspace, rule)));
  }

  public Mono<Boolean> delete(String workspace, String id) {
    return documents.flatMap(all -> all.delete(workspace, eq(workspace + "/" + id)));
  }

  private static Document document(String workspace, Rule rule) {
    return new Document("_id", workspace + "/" + rule.id())
        .append("id", rule.id())
        .append("name", rule.name())
        .append("enabled", rule.enabled())
        .append("occasions", rule.occasions().stream().map(Occasion::wire).sorted().toList())
        .append("channels", rule.channels().stream().map(Rules::channel).toList())
        .append("every", rule.every().toMillis())
        .append("quiet", quiet(rule.quiet()))
        .append("locale", rule.locale())
        .append("createdAt", Date.from(rule.createdAt()))
        .append("changedAt", Date.from(rule.changedAt()))
        .append("rev", rule.rev());
  }

  private static Document channel(Channel channel) {
    return switch (channel) {
      case Channel.Slack(var name) -> new Document("slack", name);
      case Channel.Email(var to) -> new Document("email", to);
    };
  }

  private static Channel channel(Document document) {
    var slack = document.getString("slack");
    return slack == null
        ? new Channel.Email(document.getList("email", String.class))
        : new Channel.Slack(slack);
  }

  private static @Nullable Document quiet(@Nullable Quiet quiet) {
    return quiet == null
        ? null
        : new Document("from", quiet.from().toString())
            .append("to", quiet.to().toString())
            .append("zone", quiet.zone().getId());
  }

  private static @Nullable Quiet quiet(@Nullable Document document) {
    return document == null
        ? null
        : new Quiet(
            LocalTime.parse(document.getString("from")),
            LocalTime.parse(document.getString("to")),
            ZoneId.of(document.getString("zone")));
  }

  private static Rule read(Document document) {
    return new Rule(
        document.getString("id"),
        document.getString("name"),
        document.getBoolean("enabled"),
        document.getList("occasions", String.class).stream()
            .flatMap(wire -> Occasion.of(wire).stream())
            .collect(Collectors.toSet()),
        document.getList("channels", Document.class).stream().map(Rules::channel).toList(),
        Duration.ofMillis(document.getLong("every")),
        quiet(document.get("quiet", Document.class)),
        document.getString("locale"),
        document.getDate("createdAt").toInstant(),
        document.getDate("changedAt").toInstant(),
        document.getLong("rev"));
  }
}
