package rapport.lead.portrait;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rapport.contracts.LeadState.Fact;
import rapport.contracts.LeadState.Slot;

/** Budget, authority, need and timeline: what a seller wants to know of everybody. */
public final class Bant {

  private static final Map<String, List<String>> SLOTS = slots();

  private Bant() {}

  private static Map<String, List<String>> slots() {
    var slots = new LinkedHashMap<String, List<String>>();
    slots.put("need", List.of("requirements.primaryUseCase", "requirements.painPoint"));
    slots.put("authority", List.of("behavior.decisionMaker"));
    slots.put("timeline", List.of("requirements.timeline"));
    slots.put("budget", List.of("requirements.budgetRange"));
    return slots;
  }

  /** All four slots, in the order they are best asked in. */
  public static Map<String, Slot> of(Portrait portrait) {
    var bant = new LinkedHashMap<String, Slot>();
    SLOTS.forEach((slot, paths) ->
        bant.put(
            slot,
            paths.stream()
                .flatMap(path -> portrait.fact(path).stream())
                .findFirst()
                .map(Bant::filled)
                .orElse(new Slot(null, null))));
    return bant;
  }

  private static Slot filled(Fact fact) {
    return new Slot(fact.value(), fact.quote());
  }

  /** The slots nothing is known of, the one to ask for first. */
  public static List<String> missing(Map<String, Slot> bant) {
    return SLOTS.keySet().stream()
        .filter(slot -> {
          var held = bant.get(slot);
          return held == null || held.value() == null;
        })
        .toList();
  }
}
