package rapport.lead.lead;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.contracts.LeadState;
import rapport.contracts.LeadState.Score;
import rapport.lead.portrait.Bant;
import rapport.lead.portrait.Talk;

/** Leads as they are published. */
public final class LeadStates {

  private static final String NO_GRADE = "D4";

  private LeadStates() {}

  /** The lead as others see it. */
  public static LeadState of(Lead lead) {
    var analysis = lead.analysis();
    var portrait = lead.portrait();
    var closing = lead.closing();
    return new LeadState(
        lead.email(),
        lead.site(),
        lead.status(),
        lead.status().isOpen(),
        lead.owner(),
        lead.talks().stream().map(Talk::conversation).toList(),
        lead.openedAt(),
        lastActivityAt(lead),
        closing == null ? null : closing.at(),
        analysis == null ? unknown(lead) : score(analysis),
        portrait.persona(),
        analysis == null ? null : analysis.icp().match(),
        portrait.facts(),
        analysis == null ? List.of() : portrait.signals(analysis.at()),
        Bant.of(portrait),
        portrait.competitors(),
        analysis == null ? null : nextBestAction(analysis));
  }

  /** Of a lead whose conversations have all left, when it was looked at last. */
  private static Instant lastActivityAt(Lead lead) {
    if (!lead.talks().isEmpty()) {
      return lead.portrait().lastActivityAt();
    }
    var analysis = lead.analysis();
    return analysis == null ? lead.openedAt() : analysis.portrait().lastActivityAt();
  }

  /** The text of the first recommendation, if there is one. */
  public static @Nullable String nextBestAction(Analysis analysis) {
    return analysis.recommendations().isEmpty()
        ? null
        : analysis.recommendations().getFirst().text();
  }

  private static Score score(Analysis analysis) {
    var score = analysis.score();
    return new Score(
        score.points(),
        score.fit(),
        score.intent(),
        score.grade(),
        score.probability(),
        analysis.model(),
        analysis.at());
  }

  private static Score unknown(Lead lead) {
    return new Score(0, 0, 0, NO_GRADE, 0, "none", lead.openedAt());
  }
}
