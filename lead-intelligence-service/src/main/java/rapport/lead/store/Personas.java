package rapport.lead.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.contracts.PersonaState;
import rapport.lead.persona.Claim;
import rapport.lead.persona.Persona;
import rapport.lead.persona.file.PersonaFile;
import rapport.runtime.store.DuplicateKeyException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The personas of workspaces; what changes is told on their topic. */
@Component
public final class Personas {

  private static final int ALL = 0;

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
        .flatMapMany(all -> all.find(workspace, Filters.empty(), Sorts.ascending("persona"), ALL))
        .map(Personas::read);
  }

  /** Empty when there is none of that id. */
  public Mono<StoredPersona> find(String workspace, String id) {
    return collections
        .personas()
        .flatMap(all -> all.findOne(workspace, eq(key(workspace, id))))
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
    var stored = stored(persona, 1, claims, by);
    return collections
        .personas()
        .flatMap(all -> all.insert(workspace, document(workspace, stored)))
        .doOnSuccess(_ -> changed(workspace, persona.id()))
        .thenReturn(stored);
  }

  /**
   * Puts a persona in the place of the one that stands at that revision.
   *
   * @return empty when it has moved meanwhile
   */
  public Mono<StoredPersona> replace(
      String workspace, StoredPersona before, PersonaState state, @Nullable String by) {
    var id = before.persona().id();
    var stored = stored(new Persona(id, state), before.rev() + 1, before.claims(), by);
    return collections
        .personas()
        .flatMap(all ->
            all.replace(
                workspace,
                and(eq(key(workspace, id)), eq("rev", before.rev())),
                document(workspace, stored)))
        .filter(replaced -> replaced)
        .doOnNext(_ -> changed(workspace, id))
        .map(_ -> stored);
  }

  private StoredPersona stored(Persona persona, long rev, List<Claim> claims, @Nullable String by) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new StoredPersona(persona, rev, claims, now, by);
  }

  private void changed(String workspace, String id) {
    listeners.forEach(listener -> listener.accept(workspace));
    relay.wake(key(workspace, id));
  }

  private static Document document(String workspace, StoredPersona stored) {
    var persona = stored.persona();
    return new Document("_id", key(workspace, persona.id()))
        .append("persona", persona.id())
        .append("site", persona.state().site())
        .append("state", JsonDocuments.of(persona.state()))
        .append("claims", stored.claims().stream().map(JsonDocuments::of).toList())
        .append("rev", stored.rev())
        .append("by", stored.by())
        .append("toldAt", Date.from(stored.changedAt()))
        .append("pending", true);
  }

  static StoredPersona read(Document document) {
    var state = JsonDocuments.read(document.get("state", Document.class), PersonaState.class);
    return new StoredPersona(
        new Persona(document.getString("persona"), state),
        document.getLong("rev"),
        document.getList("claims", Document.class).stream()
            .map(claim -> JsonDocuments.read(claim, Claim.class))
            .toList(),
        document.getDate("toldAt").toInstant(),
        document.getString("by"));
  }

  static String key(String workspace, String id) {
    return workspace + "/" + id;
  }
}
