package rapport.gateway.widget;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The collection {@code widget_keys}. */
@Repository
class WidgetKeys {
  /** Keys one workspace may have. */
  static final int LIMIT = 100;

  private final WorkspaceCollection documents;

  WidgetKeys(DocumentStore store) {
    this.documents = store.collection("widget_keys");
  }

  Mono<Void> prepare() {
    return documents.index(
        Indexes.ascending(WorkspaceCollection.WORKSPACE, "createdAt"), new IndexOptions());
  }

  Mono<Void> add(WidgetKey key) {
    return documents.insert(key.workspace(), document(key));
  }

  /** True when there was such a key. */
  Mono<Boolean> replace(WidgetKey key) {
    return documents.replace(key.workspace(), eq("_id", key.id()), document(key));
  }

  Mono<WidgetKey> find(String workspace, String id) {
    return documents.findOne(workspace, eq("_id", id)).map(WidgetKeys::key);
  }

  /** All keys of a workspace, oldest first. */
  Flux<WidgetKey> of(String workspace) {
    return documents
        .find(workspace, empty(), Sorts.ascending("createdAt", "_id"), LIMIT)
        .map(WidgetKeys::key);
  }

  /** The keys of all workspaces that can be used: a visitor shows a key, not a workspace. */
  Flux<WidgetKey> enabled() {
    return documents
        .acrossWorkspaces(eq("enabled", true), Sorts.ascending("_id"))
        .map(WidgetKeys::key);
  }

  private static Document document(WidgetKey key) {
    return new Document("_id", key.id())
        .append("name", key.name())
        .append("origins", key.origins())
        .append("flow", key.flow())
        .append("locale", key.locale())
        .append("theme", theme(key.theme()))
        .append("enabled", key.enabled())
        .append("identityRequired", key.identityRequired())
        .append("sealedSecret", key.sealedSecret())
        .append("local", key.local())
        .append("createdAt", Date.from(key.createdAt()));
  }

  private static Document theme(WidgetTheme theme) {
    return new Document("accent", theme.accent())
        .append("position", theme.position())
        .append("scheme", theme.scheme())
        .append("title", theme.title())
        .append("privacyUrl", theme.privacyUrl());
  }

  private static WidgetKey key(Document document) {
    return new WidgetKey(
        document.getString("_id"),
        document.getString(WorkspaceCollection.WORKSPACE),
        document.getString("name"),
        document.getList("origins", String.class),
        document.getString("flow"),
        text(document, "locale"),
        theme(document),
        document.getBoolean("enabled"),
        document.getBoolean("identityRequired"),
        text(document, "sealedSecret"),
        document.getBoolean("local"),
        document.getDate("createdAt").toInstant());
  }

  private static WidgetTheme theme(Document document) {
    var theme = document.get("theme", Document.class);
    return new WidgetTheme(
        text(theme, "accent"),
        text(theme, "position"),
        text(theme, "scheme"),
        text(theme, "title"),
        text(theme, "privacyUrl"));
  }

  private static @Nullable String text(Document document, String name) {
    return document.getString(name);
  }
}
