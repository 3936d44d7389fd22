package rapport.lead.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.contracts.ConversationEvent.Arrival;
import rapport.contracts.PersonaState;
import rapport.contracts.PersonaState.Status;
import rapport.lead.detection.PersonaModel;
import rapport.lead.persona.Persona;
import rapport.lead.site.SiteIds;
import rapport.lead.visitor.Judgement;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The approved personas of workspaces, in memory, with the models made of them. A workspace that
 * has no personas yet gets those that come with Rapport.
 */
@Component
public final class PersonaLibrary implements Judgement {

  /** How long another instance's change may go unnoticed. */
  private static final Duration FRESH = Duration.ofSeconds(10);

  private record Shelf(List<Persona> approved, Instant at) {}

  private final Map<String, Shelf> shelves = new ConcurrentHashMap<>();
  private final Personas personas;
  private final PersonaModels models;
  private final Clock clock;

  PersonaLibrary(Personas personas, PersonaModels models, Clock clock) {
    this.personas = personas;
    this.models = models;
    this.clock = clock;
    personas.onChange(shelves::remove);
  }

  /** Completes when the personas of these workspaces are there. */
  Mono<Void> ready(Collection<String> workspaces) {
    return Flux.fromIterable(workspaces).filter(this::isStale).concatMap(this::load).then();
  }

  private boolean isStale(String workspace) {
    var shelf = shelves.get(workspace);
    return shelf == null || shelf.at().plus(FRESH).isBefore(clock.instant());
  }

  private Mono<Void> load(String workspace) {
    return personas
        .all(workspace)
        .switchIfEmpty(personas.begin(workspace))
        .filter(stored -> stored.persona().state().status() == Status.APPROVED)
        .map(StoredPersona::persona)
        .collectList()
        .doOnNext(all -> shelves.put(workspace, new Shelf(all, clock.instant())))
        .then();
  }

  /**
   * The personas of the site a visitor is on; where it has none those of all sites; without any,
   * those that came with Rapport.
   */
  @Override
  public PersonaModel model(String workspace, @Nullable Arrival arrival) {
    var shelf = shelves.get(workspace);
    var approved = shelf == null ? List.<Persona>of() : shelf.approved();
    var own = approved.stream().filter(PersonaLibrary::isOwn).toList();
    var site = site(arrival);
    var here = own.stream().filter(persona -> persona.state().site().equals(site)).toList();
    return models.of(!here.isEmpty() ? here : !own.isEmpty() ? own : approved);
  }

  /** The site a visitor is on: as the conversation names it, or else that of the page's host. */
  private static @Nullable String site(@Nullable Arrival arrival) {
    if (arrival == null || arrival.site() != null) {
      return arrival == null ? null : arrival.site();
    }
    return SiteIds.ofPage(arrival.page()).orElse(null);
  }

  private static boolean isOwn(Persona persona) {
    return !persona.state().site().equals(PersonaState.STARTER);
  }
}
