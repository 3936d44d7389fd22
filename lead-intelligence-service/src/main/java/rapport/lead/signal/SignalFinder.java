package rapport.lead.signal;

import java.util.LinkedHashMap;
import java.util.List;
import rapport.contracts.LeadEvent.Signal;
import rapport.lead.fact.Competitors;
import rapport.lead.text.Cues;
import rapport.lead.text.Sentence;

/** Finds signals: what is asked about, weighed by how plainly it is said. */
public final class SignalFinder {

  static final Cues CUES = Cues.read("/lead/cues.txt");

  private static final List<String> TYPES =
      List.of("pricing", "timeline", "integration", "security", "authority", "objection", "churn");

  private static final double ASKED = .9;
  private static final double SAID = .7;

  /** The signals of a message in their order, at most one of each type. */
  public List<Signal> in(String message) {
    var signals = new LinkedHashMap<String, Signal>();
    for (var sentence : Sentence.of(message)) {
      TYPES.stream()
          .filter(type -> CUES.in(type, sentence.text()))
          .filter(type -> !type.equals("timeline") || !CUES.in("past", sentence.text()))
          .map(type -> signal(type, sentence))
          .forEach(signal -> signals.merge(signal.type(), signal, SignalFinder::plainer));
    }
    if (!Competitors.in(message).isEmpty()) {
      signals.put("competitor", new Signal("competitor", message.strip(), SAID));
    }
    return List.copyOf(signals.values());
  }

  private static Signal signal(String type, Sentence sentence) {
    return new Signal(type, sentence.text(), sentence.asks() ? ASKED : SAID);
  }

  private static Signal plainer(Signal one, Signal other) {
    return other.score() > one.score() ? other : one;
  }
}
