package rapport.lead.signal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rapport.contracts.LeadEvent.Fact;
import rapport.contracts.LeadEvent.Signal;

/**
 * What a message is a sign of.
 *
 * @param signals what is asked about or told that salespeople look for, at most one of each type
 * @param moods {@code ready} to buy or to see it, {@code browsing}, a {@code customer} who wants
 *     help, or here for something {@code elsewhere}; at most one of each type
 */
public record Heard(List<Signal> signals, List<Signal> moods) {

  private static final Map<String, String> TOLD_BY =
      Map.of(
          "requirements.timeline", "timeline",
          "requirements.budgetRange", "pricing",
          "behavior.decisionMaker", "authority");

  /** Nothing at all. */
  public static final Heard NOTHING = new Heard(List.of(), List.of());

  public Heard {
    signals = List.copyOf(signals);
    moods = List.copyOf(moods);
  }

  /** With what such facts are a sign of, too: a date of a timeline, a sum of a price. */
  public Heard with(List<Fact> facts) {
    var all = new LinkedHashMap<String, Signal>();
    signals.forEach(signal -> all.put(signal.type(), signal));
    for (var fact : facts) {
      var type = TOLD_BY.get(fact.path());
      if (type != null) {
        all.putIfAbsent(type, new Signal(type, fact.quote(), SignalFinder.SAID));
      }
    }
    return new Heard(List.copyOf(all.values()), moods);
  }
}
