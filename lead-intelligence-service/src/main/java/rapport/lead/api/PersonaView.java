package rapport.lead.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.contracts.PersonaState.Answer;
import rapport.contracts.PersonaState.Button;
import rapport.contracts.PersonaState.Maker;
import rapport.contracts.PersonaState.Question;
import rapport.contracts.PersonaState.Status;
import rapport.lead.persona.Claim;
import rapport.lead.persona.Suggestion;
import rapport.lead.store.StoredPersona;

/**
 * A persona.
 *
 * @param id unique in the workspace
 * @param rev to be given with the next change
 * @param version counts what a visitor would notice
 * @param site the site it was made for; {@code starter} for those every workspace begins with
 * @param claims what pages say for it, each with the page's own words
 * @param suggestions what its site says now and somebody should accept or dismiss
 * @param by who changed it last; null for Rapport itself
 */
record PersonaView(
    String id,
    long rev,
    int version,
    String name,
    String site,
    Status status,
    Maker maker,
    String description,
    List<String> needs,
    List<String> vocabulary,
    List<String> exemplars,
    @Nullable String opening,
    @Nullable String nextSteps,
    List<Question> questions,
    List<Button> buttons,
    List<Answer> knowledge,
    List<Claim> claims,
    List<Suggestion> suggestions,
    Instant changedAt,
    @Nullable String by) {

  static PersonaView of(StoredPersona stored) {
    var state = stored.persona().state();
    return new PersonaView(
        stored.persona().id(),
        stored.rev(),
        state.version(),
        state.name(),
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
        state.knowledge(),
        stored.claims(),
        stored.suggestions(),
        stored.changedAt(),
        stored.by());
  }
}
