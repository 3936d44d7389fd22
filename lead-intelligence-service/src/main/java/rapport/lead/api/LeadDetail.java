package rapport.lead.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.LeadEvent.Evidence;
import rapport.contracts.LeadState.Competitor;
import rapport.contracts.LeadState.Fact;
import rapport.contracts.LeadState.Signal;
import rapport.contracts.LeadState.Slot;
import rapport.lead.icp.IcpMatch;
import rapport.lead.lead.Analysis;
import rapport.lead.lead.Closing;
import rapport.lead.lead.Lead;
import rapport.lead.lead.LeadStates;
import rapport.lead.scoring.Recommendation;
import rapport.lead.site.Technology;
import rapport.lead.store.LeadHistoryEntry;

/**
 * Everything there is to say of a lead.
 *
 * @param lead as in the list; its fields stand beside the others
 * @param score taken apart
 * @param personaEvidence what speaks for and against personas, the weightiest first
 * @param facts what the person said about themselves, by path
 * @param technologies what the site of their company is made with, where a site of the workspace is
 *     that of their address
 * @param signals with what time has left of them
 * @param bant {@code need}, {@code authority}, {@code timeline}, {@code budget}
 * @param icp criterion by criterion; what is not known counts neither for nor against
 * @param recommendations what would raise the score, the most first
 * @param history the latest 200 things that happened, the first one first
 */
record LeadDetail(
    @JsonUnwrapped LeadRow lead,
    @Nullable ScoreView score,
    List<Evidence> personaEvidence,
    List<Fact> facts,
    List<Technology> technologies,
    List<Signal> signals,
    Map<String, Slot> bant,
    IcpMatch icp,
    List<Competitor> competitors,
    List<Recommendation> recommendations,
    List<String> conversations,
    @Nullable Ending closing,
    List<LeadHistoryEntry> history) {

  /**
   * A score: {@code base} and the points of the parts add up to {@code points}.
   *
   * @param calibrated whether the probability was corrected by what became of earlier leads
   * @param model the version of the points
   */
  record ScoreView(
      double points,
      double base,
      double fit,
      double intent,
      String grade,
      double conversionProbability,
      boolean calibrated,
      String model,
      Instant at,
      List<PartView> parts) {

    static ScoreView of(Analysis analysis) {
      var score = analysis.score();
      return new ScoreView(
          score.points(),
          score.base(),
          score.fit(),
          score.intent(),
          score.grade(),
          score.probability(),
          analysis.calibrated(),
          analysis.model(),
          analysis.at(),
          score.parts().stream()
              .map(part ->
                  new PartView(
                      part.feature().wire(),
                      part.bin().name(),
                      part.feature().side().wire(),
                      part.points(),
                      part.bin().evidence()))
              .toList());
    }
  }

  /**
   * One feature's share in a score.
   *
   * @param bin the value the lead has of it
   * @param side {@code fit} or {@code intent}
   * @param evidence the words it rests on
   */
  record PartView(
      String feature, String bin, String side, double points, @Nullable String evidence) {}

  /**
   * How a lead ended.
   *
   * @param outcome {@code won} or {@code lost}
   */
  record Ending(
      String outcome, Instant at, @Nullable String value, @Nullable String reason, String by) {

    static @Nullable Ending of(@Nullable Closing closing) {
      return closing == null
          ? null
          : new Ending(
              closing.won() ? "won" : "lost",
              closing.at(),
              closing.value(),
              closing.reason(),
              closing.by());
    }
  }

  static LeadDetail of(Lead lead, List<LeadHistoryEntry> history) {
    var state = LeadStates.of(lead);
    var analysis = lead.analysis();
    var portrait = lead.portrait();
    return new LeadDetail(
        LeadRow.of(lead),
        analysis == null ? null : ScoreView.of(analysis),
        portrait.personaEvidence(),
        state.facts(),
        lead.technologies(),
        state.signals(),
        state.bant(),
        analysis == null ? IcpMatch.NONE : analysis.icp(),
        state.competitors(),
        analysis == null ? List.of() : analysis.recommendations(),
        state.conversations(),
        Ending.of(lead.closing()),
        history);
  }
}
