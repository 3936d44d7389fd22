package rapport.lead.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.contracts.LeadState;
import rapport.contracts.LeadState.Persona;
import rapport.contracts.LeadState.Signal;
import rapport.lead.lead.Lead;
import rapport.lead.lead.LeadStates;
import rapport.lead.portrait.Bant;

/**
 * A lead in a list.
 *
 * @param rev to be given with the next change
 * @param name of the person, when they said it
 * @param company its name, when they said it
 * @param site where they came; {@code starter} where a workspace has no sites
 * @param points the score, the sum of {@code fit}, {@code intent} and a constant; 20 points more
 *     double the odds
 * @param grade {@code A} to {@code D} for fit and {@code 1} to {@code 4} for intent
 * @param conversionProbability of becoming a customer within 90 days, from 0 to 1
 * @param icpMatch from 0 to 1, judged by what is known alone
 * @param missing what of {@code need}, {@code authority}, {@code timeline} and {@code budget} is
 *     not known, the one to ask for first
 * @param signals what was noticed, by type
 */
record LeadRow(
    String id,
    long rev,
    String email,
    @Nullable String name,
    @Nullable String company,
    String site,
    LeadState.Status status,
    boolean open,
    @Nullable String owner,
    double points,
    double fit,
    double intent,
    String grade,
    double conversionProbability,
    @Nullable Persona persona,
    @Nullable Double icpMatch,
    List<String> missing,
    List<String> signals,
    @Nullable String nextBestAction,
    Instant openedAt,
    Instant lastActivityAt) {

  static LeadRow of(Lead lead) {
    var state = LeadStates.of(lead);
    return new LeadRow(
        lead.id(),
        lead.rev(),
        state.email(),
        said(state, "identity.name"),
        said(state, "company.name"),
        state.site(),
        state.status(),
        state.open(),
        state.owner(),
        state.score().points(),
        state.score().fit(),
        state.score().intent(),
        state.score().grade(),
        state.score().conversionProbability(),
        state.persona(),
        state.icpMatch(),
        Bant.missing(state.bant()),
        state.signals().stream().map(Signal::type).toList(),
        state.nextBestAction(),
        state.openedAt(),
        state.lastActivityAt());
  }

  private static @Nullable String said(LeadState state, String path) {
    return state.facts().stream()
        .filter(fact -> fact.path().equals(path))
        .map(fact -> fact.value().display())
        .findFirst()
        .orElse(null);
  }
}
