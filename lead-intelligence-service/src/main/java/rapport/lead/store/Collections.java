package rapport.lead.store;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import rapport.runtime.outbox.NewsOutbox;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.Once;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The collections of this service, with the indexes they need before they are first used. */
@Component
final class Collections {

  private final WorkspaceCollection visitors;
  private final WorkspaceCollection personas;
  private final WorkspaceCollection personaVersions;
  private final WorkspaceCollection sites;
  private final WorkspaceCollection pages;
  private final WorkspaceCollection pageTexts;
  private final WorkspaceCollection leads;
  private final WorkspaceCollection settings;
  private final WorkspaceCollection models;
  private final Mono<Void> indexed;

  Collections(DocumentStore store) {
    this.visitors = store.collection("visitors");
    this.personas = store.collection("personas");
    this.personaVersions = store.collection("persona_versions");
    this.sites = store.collection("sites");
    this.pages = store.collection("pages");
    this.pageTexts = store.collection("page_texts");
    this.leads = store.collection("leads");
    this.settings = store.collection("settings");
    this.models = store.collection("models");
    this.indexed =
        Flux.concat(
                index(visitors, Indexes.ascending("workspace", "lastMessageAt")),
                withNews(visitors),
                index(visitors, Indexes.ascending("due", "dueAt")),
                leads.index(
                    Indexes.ascending("workspace", "openKey"), new IndexOptions().unique(true)),
                index(leads, Indexes.ascending("workspace", "conversations")),
                index(
                    leads,
                    Indexes.compoundIndex(
                        Indexes.ascending("workspace"),
                        Indexes.descending("points"),
                        Indexes.ascending("lead"))),
                index(leads, Indexes.ascending("open", "lookedAt")),
                index(leads, Indexes.ascending("unlearned", "_id")),
                withNews(leads),
                index(personas, Indexes.ascending("workspace", "persona")),
                withNews(personas),
                index(personaVersions, Indexes.ascending("workspace", "persona", "version")),
                index(sites, Indexes.ascending("workspace", "site")),
                index(sites, Indexes.ascending("running", "due")),
                index(pages, Indexes.ascending("workspace", "site", "page")),
                index(pageTexts, Indexes.ascending("workspace", "site")))
            .then()
            .as(Once::of);
  }

  private static Mono<Void> withNews(WorkspaceCollection collection) {
    return Flux.fromIterable(NewsOutbox.INDEXES).concatMap(keys -> index(collection, keys)).then();
  }

  private static Mono<Void> index(WorkspaceCollection collection, Bson keys) {
    return collection.index(keys, new IndexOptions());
  }

  /** One document per conversation of a visitor: {@code _id} is {@code workspace/stream}. */
  Mono<WorkspaceCollection> visitors() {
    return indexed.thenReturn(visitors);
  }

  /** One document per persona: {@code _id} is {@code workspace/persona}. */
  Mono<WorkspaceCollection> personas() {
    return indexed.thenReturn(personas);
  }

  /** One document per version that was: {@code _id} is {@code workspace/persona/version}. */
  Mono<WorkspaceCollection> personaVersions() {
    return indexed.thenReturn(personaVersions);
  }

  /** One document per site: {@code _id} is {@code workspace/site}. */
  Mono<WorkspaceCollection> sites() {
    return indexed.thenReturn(sites);
  }

  /** One document per page: {@code _id} is {@code workspace/site/page}. */
  Mono<WorkspaceCollection> pages() {
    return indexed.thenReturn(pages);
  }

  /** What pages say, under the same ids. */
  Mono<WorkspaceCollection> pageTexts() {
    return indexed.thenReturn(pageTexts);
  }

  /** One document per lead: {@code _id} is {@code workspace/lead}. */
  Mono<WorkspaceCollection> leads() {
    return indexed.thenReturn(leads);
  }

  /** One document per workspace and kind: {@code _id} is {@code workspace/kind}. */
  Mono<WorkspaceCollection> settings() {
    return indexed.thenReturn(settings);
  }

  /** One document per workspace: {@code _id} is the workspace. */
  Mono<WorkspaceCollection> models() {
    return indexed.thenReturn(models);
  }
}
