package rapport.lead.proposal;

import java.util.ArrayList;
import java.util.List;
import rapport.lead.persona.Claim;
import rapport.lead.persona.Suggestion;
import rapport.lead.site.SiteIds;

/** The parts of a proposed persona one by one, to be suggested for one people have reviewed. */
public final class Parts {

  private static final int ID = 16;

  private Parts() {}

  /** Needs, exemplars and answers, each with the words it rests on. */
  public static List<Suggestion> of(ProposedPersona persona) {
    var parts = new ArrayList<Suggestion>();
    var state = persona.state();
    for (var claim : persona.claims()) {
      switch (claim.part()) {
        case "needs", "exemplars" ->
            add(parts, new Suggestion(id(claim), claim.part(), claim.text(), null, claim));
        case "knowledge" ->
            state.knowledge().stream()
                .filter(answer -> answer.answer().equals(claim.text()))
                .findFirst()
                .ifPresent(answer ->
                    add(
                        parts,
                        new Suggestion(id(claim), claim.part(), claim.text(), answer, claim)));
        default -> {
          // the rest is how it is told, and stays as people have it
        }
      }
    }
    return parts;
  }

  private static void add(List<Suggestion> parts, Suggestion part) {
    if (parts.stream().noneMatch(other -> other.id().equals(part.id()))) {
      parts.add(part);
    }
  }

  private static String id(Claim claim) {
    return SiteIds.hash(claim.part() + " " + claim.text()).substring(0, ID);
  }
}
