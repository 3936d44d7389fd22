package rapport.lead.signal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rapport.contracts.LeadEvent.Fact;
import rapport.contracts.LeadEvent.Intent;
import rapport.contracts.LeadEvent.Reason;
import rapport.contracts.LeadEvent.Signal;
import rapport.lead.fact.EmailAddress;
import rapport.lead.text.Sentence;

/**
 * How likely it is that a visitor means to buy: a logistic score over the kinds of things said so
 * far, each counted once, with the sentence it was said in.
 */
public final class BuyingIntent {

  /** From here on a visitor is worth asking for an address. */
  public static final double HIGH = .6;

  private static final double NOTHING_SAID = -4.9;
  private static final double EACH_FURTHER_MESSAGE = 1.1;
  private static final int MESSAGES_THAT_COUNT = 3;

  /** Fitted on the tune half of the development set, and kept near to what was thought first. */
  private static final Map<String, Double> WEIGHTS =
      Map.ofEntries(
          Map.entry("ready", 2.6),
          Map.entry("email", 2.6),
          Map.entry("pricing", 2.0),
          Map.entry("timeline", 1.4),
          Map.entry("authority", 1.2),
          Map.entry("integration", .9),
          Map.entry("requirement", .9),
          Map.entry("requirements.budgetRange", .8),
          Map.entry("need", .75),
          Map.entry("security", .7),
          Map.entry("competitor", .6),
          Map.entry("churn", .6),
          Map.entry("requirements.volume", .5),
          Map.entry("company.size", .2),
          Map.entry("company.techStack", .2),
          Map.entry("objection", -.7),
          Map.entry("browsing", -1.5),
          Map.entry("elsewhere", -2.0));

  private static final List<String> MOODS = List.of("ready", "need", "browsing", "elsewhere");

  /** What a visitor may name as a condition: "we need single sign-on". */
  private static final List<String> REQUIRED = List.of("integration", "security");

  private BuyingIntent() {}

  /** What counts in one message, at most one reason of each kind. */
  public static List<Reason> reasons(String message, List<Signal> signals, List<Fact> facts) {
    var reasons = new ArrayList<Reason>();
    signals.forEach(signal -> add(reasons, signal.type(), signal.quote()));
    facts.forEach(fact -> add(reasons, fact.path(), fact.quote()));
    for (var sentence : Sentence.of(message)) {
      MOODS.stream()
          .filter(mood -> SignalFinder.CUES.in(mood, sentence.text()))
          .filter(mood -> reasons.stream().noneMatch(reason -> reason.source().equals(mood)))
          .forEach(mood -> add(reasons, mood, sentence.text()));
    }
    signals.stream()
        .filter(signal -> SignalFinder.CUES.in("need", signal.quote()))
        .filter(signal -> REQUIRED.contains(signal.type()))
        .limit(1)
        .forEach(signal -> add(reasons, "requirement", signal.quote()));
    if (EmailAddress.in(message).isPresent()) {
      add(reasons, "email", "(an e-mail address)");
    }
    return reasons;
  }

  private static void add(List<Reason> reasons, String kind, String quote) {
    var weight = WEIGHTS.get(kind);
    if (weight != null) {
      reasons.add(new Reason(quote, weight, kind));
    }
  }

  /**
   * The intent after so many messages with all these reasons, in their order; of one kind the first
   * counts. Whoever stays has a reason to.
   */
  public static Intent of(List<Reason> said, int messages) {
    var kinds = new LinkedHashMap<String, Reason>();
    said.forEach(reason -> kinds.putIfAbsent(reason.source(), reason));
    if (messages > 1) {
      var further = Math.min(messages - 1, MESSAGES_THAT_COUNT);
      var weight = EACH_FURTHER_MESSAGE * further;
      kinds.put("staying", new Reason("(" + messages + " messages)", weight, "staying"));
    }
    var logit = NOTHING_SAID + kinds.values().stream().mapToDouble(Reason::weight).sum();
    return new Intent(1 / (1 + Math.exp(-logit)), List.copyOf(kinds.values()));
  }
}
