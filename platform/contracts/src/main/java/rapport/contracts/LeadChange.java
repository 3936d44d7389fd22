package rapport.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a lead, keyed by workspace and lead. Each is told together with the {@link
 * LeadState} it leads to; addresses and names of people are in that one alone.
 */
public sealed interface LeadChange extends LeadEvent {

  /** A visitor who left an address became a lead. */
  record LeadOpened(String site, String conversation) implements LeadChange {}

  /**
   * More is known, or something else.
   *
   * @param parts what changed: {@code persona}, {@code competitors}, {@code conversations}, {@code
   *     signals.<type>}, {@code facts.<path>}; there may be more
   */
  record LeadEnriched(List<String> parts) implements LeadChange {
    public LeadEnriched {
      parts = List.copyOf(parts);
    }
  }

  /**
   * The score is another one; told when it moved by a point or more, or the grade changed.
   *
   * @param points the score; 20 points more double the odds
   * @param conversionProbability from 0 to 1
   * @param previousGrade none for the first score
   */
  record LeadScored(
      double points,
      String grade,
      double conversionProbability,
      @Nullable Double previousPoints,
      @Nullable String previousGrade)
      implements LeadChange {}

  /** Somebody is to see to the lead, or nobody any more. */
  record LeadAssigned(@Nullable String owner, @Nullable String previous, String by)
      implements LeadChange {}

  /**
   * The lead stands elsewhere on its way, or is open again.
   *
   * @param by who moved it; none for Rapport itself
   */
  record LeadStatusChanged(LeadState.Status status, LeadState.Status previous, @Nullable String by)
      implements LeadChange {}

  /**
   * The lead became a customer.
   *
   * @param value what it is worth, such as {@code 12000 EUR}
   * @param by who said so: a person, or a connection such as {@code salesforce}
   */
  record LeadWon(Instant at, @Nullable String value, String by) implements LeadChange {}

  /** The lead will not become a customer. */
  record LeadLost(Instant at, @Nullable String reason, String by) implements LeadChange {}
}
