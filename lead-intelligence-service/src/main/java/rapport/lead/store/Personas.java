package rapport.lead.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.contracts.Envelope;
import rapport.contracts.PersonaState;
import rapport.contracts.PersonaState.Status;
import rapport.lead.persona.Claim;
import rapport.lead.persona.Origin;
import rapport.lead.persona.Persona;
import rapport.lead.persona.Suggestion;
import rapport.lead.persona.file.PersonaFile;
import rapport.runtime.outbox.News;
import rapport.runtime.outbox.RelaySignal;
import rapport.runtime.store.DuplicateKeyException;
import rapport.runtime.store.JsonDocuments;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The personas of workspaces; what changes is told on their topic. */
@Component
public final class Personas {

  private static final News<PersonaState> NEWS = new News<>(PersonaState.CATALOG);
  private static final Bson THERE = ne("deleted", true);
  private static final int MOST_VERSIONS = 100;

  private final Collections collections;
  private final RelaySignal relay;
  private final Clock clock;
  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

  Personas(Collections collections, RelaySignal relay, Clock clock) {
    this.collections = collections;
    this.relay = relay;
    this.clock = clock;
  }

  /** Is told the workspace whenever a persona changed here. */
  void onChange(Consumer<String> listener) {
    listeners.add(listener);
  }

  /** All of a workspace, by id. */
  public Flux<StoredPersona> all(String workspace) {
    return collections
        .personas()
        .flatMapMany(all -> all.find(workspace, THERE, Sorts.ascending("persona")))
        .map(Personas::read);
  }

  /** Empty when there is none of that id. */
  public Mono<StoredPersona> find(String workspace, String id) {
    return collections
        .personas()
        .flatMap(all -> all.findOne(workspace, and(eq(key(workspace, id)), THERE)))
        .map(Personas::read);
  }

  /** Gives a workspace the personas that come with Rapport, and answers them. */
  Flux<StoredPersona> begin(String workspace) {
    return Flux.fromIterable(PersonaFile.starter())
        .concatMap(persona ->
            add(workspace, persona, List.of(), null)
                .onErrorResume(DuplicateKeyException.class, _ -> find(workspace, persona.id())));
  }

  /**
   * Adds a persona.
   *
   * @return fails with {@link DuplicateKeyException} when its id is taken
   */
  public Mono<StoredPersona> add(
      String workspace, Persona persona, List<Claim> claims, @Nullable String by) {
    return add(workspace, StoredPersona.fresh(persona, claims, null, by));
  }

  /**
   * Adds a persona.
   *
   * @return fails with {@link DuplicateKeyException} when its id is taken
   */
  public Mono<StoredPersona> add(String workspace, StoredPersona fresh) {
    var stored = fresh.at(now());
    return collections
        .personas()
        .flatMap(all -> all.insert(workspace, document(workspace, stored)))
        .doOnSuccess(_ -> changed(workspace, stored.persona().id()))
        .thenReturn(stored);
  }

  /**
   * Puts a persona in the place of the one that stands at that revision.
   *
   * @return empty when it has moved meanwhile
   */
  public Mono<StoredPersona> replace(
      String workspace, StoredPersona before, PersonaState state, @Nullable String by) {
    return replace(workspace, before, before.changed(state, by));
  }

  /**
   * Puts the next revision of a persona in the place of the one before; a version that goes is
   * kept.
   *
   * @return empty when it has moved meanwhile
   */
  public Mono<StoredPersona> replace(String workspace, StoredPersona before, StoredPersona next) {
    var id = before.persona().id();
    var stored = next.at(now());
    return kept(workspace, before, next)
        .then(collections.personas())
        .flatMap(all ->
            all.replace(
                workspace,
                and(eq(key(workspace, id)), eq("rev", before.rev())),
                document(workspace, stored)))
        .filter(replaced -> replaced)
        .doOnNext(_ -> changed(workspace, id))
        .map(_ -> stored);
  }

  /**
   * Forgets a persona with all its versions; whoever follows the topic does, too.
   *
   * @return false when it has moved meanwhile
   */
  public Mono<Boolean> forget(String workspace, StoredPersona before, String by) {
    var id = before.persona().id();
    var last = before.changed(before.persona().state(), by).at(now());
    var gravestone =
        NEWS.end(news(workspace, last))
            .append("_id", key(workspace, id))
            .append("persona", id)
            .append("rev", last.rev())
            .append("deleted", true);
    return collections
        .personas()
        .flatMap(all ->
            all.replace(
                workspace, and(eq(key(workspace, id)), eq("rev", before.rev())), gravestone))
        .filter(gone -> gone)
        .flatMap(_ -> collections.personaVersions())
        .flatMap(all -> all.deleteAll(workspace, eq("persona", id)))
        .doOnNext(_ -> changed(workspace, id))
        .map(_ -> true)
        .defaultIfEmpty(false);
  }

  /** What visitors would notice of a persona that goes stays to be looked up. */
  private Mono<Void> kept(String workspace, StoredPersona before, StoredPersona next) {
    var version = before.persona().state().version();
    if (next.persona().state().version() == version) {
      return Mono.empty();
    }
    var key = key(workspace, before.persona().id()) + "/" + version;
    return collections
        .personaVersions()
        .flatMap(all ->
            all.upsert(
                workspace,
                eq(key),
                combine(
                    set("persona", before.persona().id()),
                    set("version", version),
                    set("state", JsonDocuments.of(before.persona().state())),
                    set("at", Date.from(before.changedAt())),
                    set("by", before.by()))));
  }

  /** Versions of a persona before the present one, the latest first. */
  public Flux<EarlierVersion> versions(String workspace, String id) {
    return collections
        .personaVersions()
        .flatMapMany(all ->
            all.find(workspace, eq("persona", id), Sorts.descending("version"), MOST_VERSIONS))
        .map(document ->
            new EarlierVersion(
                JsonDocuments.read(document.get("state", Document.class), PersonaState.class),
                document.getDate("at").toInstant(),
                document.getString("by")));
  }

  /**
   * A version that was.
   *
   * @param at since when
   * @param by who made it; null for Rapport itself
   */
  public record EarlierVersion(PersonaState state, Instant at, @Nullable String by) {}

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private void changed(String workspace, String id) {
    listeners.forEach(listener -> listener.accept(workspace));
    relay.wake(key(workspace, id));
  }

  private static Document document(String workspace, StoredPersona stored) {
    var persona = stored.persona();
    var news = news(workspace, stored);
    var told = persona.state().status() == Status.MERGED ? NEWS.end(news) : NEWS.only(news);
    return told.append("_id", key(workspace, persona.id()))
        .append("persona", persona.id())
        .append("site", persona.state().site())
        .append("state", JsonDocuments.of(persona.state()))
        .append("claims", stored.claims().stream().map(JsonDocuments::of).toList())
        .append("suggestions", stored.suggestions().stream().map(JsonDocuments::of).toList())
        .append("origin", stored.origin() == null ? null : JsonDocuments.of(stored.origin()))
        .append("rev", stored.rev())
        .append("by", stored.by());
  }

  private static Envelope<PersonaState> news(String workspace, StoredPersona stored) {
    var id = stored.persona().id();
    return new Envelope<>(
        "persona:" + key(workspace, id) + ":" + stored.rev(),
        workspace,
        id,
        stored.rev(),
        stored.changedAt(),
        null,
        null,
        stored.persona().state());
  }

  static StoredPersona read(Document document) {
    var state = JsonDocuments.read(document.get("state", Document.class), PersonaState.class);
    var origin = document.get("origin", Document.class);
    return new StoredPersona(
        new Persona(document.getString("persona"), state),
        document.getLong("rev"),
        document.getList("claims", Document.class).stream()
            .map(claim -> JsonDocuments.read(claim, Claim.class))
            .toList(),
        document.getList("suggestions", Document.class, List.of()).stream()
            .map(each -> JsonDocuments.read(each, Suggestion.class))
            .toList(),
        origin == null ? null : JsonDocuments.read(origin, Origin.class),
        document.getDate("toldAt").toInstant(),
        document.getString("by"));
  }

  static String key(String workspace, String id) {
    return workspace + "/" + id;
  }
}
