package rapport.lead.crawl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import rapport.contracts.PersonaState;
import rapport.contracts.PersonaState.Status;
import rapport.embedding.LateEmbedder;
import rapport.lead.detection.Meaning;
import rapport.lead.persona.Origin;
import rapport.lead.persona.Persona;
import rapport.lead.persona.Review;
import rapport.lead.persona.Suggestion;
import rapport.lead.proposal.Parts;
import rapport.lead.proposal.ProposedPersona;
import rapport.lead.proposal.Proposer;
import rapport.lead.site.CrawlProblem;
import rapport.lead.site.PageText;
import rapport.lead.site.Site;
import rapport.lead.store.PersonaIds;
import rapport.lead.store.Personas;
import rapport.lead.store.StoredPersona;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Puts what a site proposes before people. What nobody has touched is proposed anew; for what
 * somebody has, only changes are suggested; what was rejected stays so.
 */
@Component
final class SiteProposals {

  private static final int FEWEST = 3;

  /**
   * What came of it.
   *
   * @param proposed personas that are new, or proposed anew
   * @param suggested changes for personas that people have reviewed
   * @param problem why there are fewer than one would want
   */
  record Made(int proposed, int suggested, Optional<CrawlProblem> problem) {}

  private final Personas personas;
  private final Proposer proposer;

  SiteProposals(Personas personas, ObjectProvider<LateEmbedder> embedder) {
    this.personas = personas;
    var late = embedder.getIfAvailable();
    this.proposer =
        new Proposer(
            late == null ? Meaning.NONE : text -> late.ready().map(model -> model.embed(text)));
  }

  /**
   * @param pages what the site's pages say, the first page first
   */
  Mono<Made> propose(String workspace, Site site, List<PageText> pages) {
    return Mono.fromCallable(() -> proposer.propose(site.id(), pages))
        .subscribeOn(Schedulers.boundedElastic())
        .flatMap(proposed -> submitted(workspace, site.id(), proposed));
  }

  private Mono<Made> submitted(String workspace, String site, List<ProposedPersona> proposed) {
    return personas
        .all(workspace)
        .filter(known -> known.persona().state().site().equals(site) && known.origin() != null)
        .collectMap(StoredPersona::key)
        .flatMapMany(
            known -> Flux.fromIterable(proposed).concatMap(one -> submit(workspace, one, known)))
        .reduce(
            new Made(0, 0, problem(proposed)),
            (sum, one) ->
                new Made(
                    sum.proposed() + one.proposed(),
                    sum.suggested() + one.suggested(),
                    sum.problem()));
  }

  private static Optional<CrawlProblem> problem(List<ProposedPersona> proposed) {
    return proposed.size() >= FEWEST
        ? Optional.empty()
        : Optional.of(
            new CrawlProblem(
                "few-personas",
                "The pages say for whom they are in too few places. Pages for each kind of visitor"
                    + " help, or write personas yourself.",
                null));
  }

  private Mono<Made> submit(
      String workspace, ProposedPersona one, Map<String, StoredPersona> known) {
    return submit(workspace, one, known.get(one.key()));
  }

  private Mono<Made> submit(String workspace, ProposedPersona one, @Nullable StoredPersona known) {
    if (known == null) {
      var persona = new Persona(PersonaIds.fresh(one.state().name()), one.state());
      var origin = origin(one, List.of());
      return personas
          .add(workspace, StoredPersona.fresh(persona, one.claims(), origin, null))
          .thenReturn(new Made(1, 0, Optional.empty()));
    }
    return known.isUntouched() ? again(workspace, one, known) : suggest(workspace, one, known);
  }

  private Mono<Made> again(String workspace, ProposedPersona one, StoredPersona known) {
    var before = known.persona().state();
    var now = Review.edited(before, one.state());
    if (withVersion(now, before.version()).equals(before) && known.claims().equals(one.claims())) {
      return Mono.just(new Made(0, 0, Optional.empty()));
    }
    var next =
        known.changed(now, null).with(one.claims()).with(List.of(), origin(one, offered(known)));
    return personas.replace(workspace, known, next).thenReturn(new Made(1, 0, Optional.empty()));
  }

  private static PersonaState withVersion(PersonaState state, int version) {
    return new PersonaState(
        state.name(),
        version,
        state.site(),
        state.status(),
        state.maker(),
        state.description(),
        state.needs(),
        state.vocabulary(),
        state.exemplars(),
        state.opening(),
        state.nextSteps(),
        state.questions(),
        state.buttons(),
        state.knowledge());
  }

  private Mono<Made> suggest(String workspace, ProposedPersona one, StoredPersona known) {
    var status = known.persona().state().status();
    var offered = offered(known);
    var fresh = Parts.of(one).stream().filter(part -> !offered.contains(part.id())).toList();
    if (fresh.isEmpty() || !(status == Status.APPROVED || status == Status.PROPOSED)) {
      return Mono.just(new Made(0, 0, Optional.empty()));
    }
    var all = Stream.concat(known.suggestions().stream(), fresh.stream()).toList();
    var next = known.changed(known.persona().state(), known.by()).with(all, origin(one, offered));
    return personas
        .replace(workspace, known, next)
        .thenReturn(new Made(0, fresh.size(), Optional.empty()));
  }

  private static List<String> offered(StoredPersona known) {
    return known.origin() == null ? List.of() : known.origin().offered();
  }

  private static Origin origin(ProposedPersona one, List<String> before) {
    var offered = new ArrayList<>(before);
    Parts.of(one).stream()
        .map(Suggestion::id)
        .filter(id -> !before.contains(id))
        .forEach(offered::add);
    return new Origin(one.key(), offered);
  }
}
