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

  private static final double NOTHING_SAID = -4.55;
  private static final double EACH_FURTHER_MESSAGE = .9;
  private static final double NO_GUESS = .7;
  private static final int MESSAGES_THAT_COUNT = 3;

  /**
   * Fitted on 323 conversations of four authors, and kept near to what was thought first; asking
   * too early counts half as much again.
   */
  private static final Map<String, Double> WEIGHTS =
      Map.ofEntries(
          Map.entry("ready", 3.1),
          Map.entry("pricing", 2.35),
          Map.entry("timeline", 2.35),
          Map.entry("email", 1.4),
          Map.entry("requirements.volume", .7),
          Map.entry("authority", .95),
          Map.entry("requirement", .65),
          Map.entry("requirements.budgetRange", .7),
          Map.entry("security", .6),
          Map.entry("competitor", .55),
          Map.entry("need", .2),
          Map.entry("churn", .4),
          Map.entry("objection", -.8),
          Map.entry("browsing", -3.0),
          Map.entry("customer", -2.4),
          Map.entry("elsewhere", -3.85));

  /** What counts less when it is said and not asked about: a date may be a date of theirs. */
  private static final Map<String, Double> NOT_ASKED = Map.of("timeline", 1.2);

  /** What does not count at all in words that may be about anything: "our last invoice". */
  private static final List<String> NOT_CLEAR = List.of("pricing");

  /** What people speak of who are about to buy. Whatever else they say waits for it. */
  private static final List<String> BUYING = List.of("ready", "pricing", "timeline", "email");

  /** What a visitor may name as a condition: "we need single sign-on". */
  private static final List<String> REQUIRED = List.of("integration", "security");

  private BuyingIntent() {}

  /**
   * What counts in one message, at most one reason of each kind. The price and the date of somebody
   * who wants to sell, or to work, are none.
   */
  public static List<Reason> reasons(String message, Heard heard, List<Fact> facts) {
    var reasons = new ArrayList<Reason>();
    for (var mood : heard.moods()) {
      if (mood.type().equals("elsewhere")) {
        add(reasons, mood.type(), mood.quote());
        return reasons;
      }
    }
    heard.signals().forEach(signal -> add(reasons, signal));
    facts.stream()
        .filter(fact -> fact.confidence() >= NO_GUESS)
        .forEach(fact -> add(reasons, fact.path(), fact.quote()));
    heard.moods().forEach(mood -> add(reasons, mood.type(), mood.quote()));
    Sentence.of(message).stream()
        .map(Sentence::text)
        .filter(sentence -> SignalFinder.CUES.in("need", sentence))
        .findFirst()
        .ifPresent(sentence -> add(reasons, "need", sentence));
    heard.signals().stream()
        .filter(signal -> SignalFinder.CUES.in("need", signal.quote()))
        .filter(signal -> REQUIRED.contains(signal.type()))
        .limit(1)
        .forEach(signal -> add(reasons, "requirement", signal.quote()));
    if (EmailAddress.in(message).isPresent()) {
      add(reasons, "email", "(an e-mail address)");
    }
    return reasons;
  }

  private static void add(List<Reason> reasons, Signal signal) {
    var type = signal.type();
    if (signal.score() < SignalFinder.ASKED && NOT_ASKED.containsKey(type)) {
      reasons.add(new Reason(signal.quote(), NOT_ASKED.getOrDefault(type, 0d), type));
    } else if (signal.score() >= SignalFinder.CLEAR || !NOT_CLEAR.contains(type)) {
      add(reasons, type, signal.quote());
    }
  }

  private static void add(List<Reason> reasons, String kind, String quote) {
    var weight = WEIGHTS.get(kind);
    if (weight != null) {
      reasons.add(new Reason(quote, weight, kind));
    }
  }

  /**
   * The intent after these messages: the reasons of each, in their order. Of one kind the
   * weightiest counts. It rises only with a message that speaks of buying, so that nobody is asked
   * for an address while they still tell of themselves. Whoever stays until there is another reason
   * has one to; words that say nothing change nothing.
   */
  public static Intent of(List<List<Reason>> messages) {
    var kinds = new LinkedHashMap<String, Reason>();
    var told = 1;
    var intent = intent(kinds, told);
    for (var number = 1; number <= messages.size(); number++) {
      var reasons = messages.get(number - 1);
      for (var reason : reasons) {
        told = reason.weight() > 0 && !kinds.containsKey(reason.source()) ? number : told;
        kinds.merge(reason.source(), reason, BuyingIntent::weightier);
      }
      var now = intent(kinds, told);
      intent = speaksOfBuying(reasons) || now.score() < intent.score() ? now : intent;
    }
    return intent;
  }

  private static boolean speaksOfBuying(List<Reason> reasons) {
    return reasons.stream().anyMatch(reason -> BUYING.contains(reason.source()));
  }

  private static Intent intent(Map<String, Reason> kinds, int told) {
    var reasons = new ArrayList<>(kinds.values());
    if (told > 1) {
      var weight = EACH_FURTHER_MESSAGE * Math.min(told - 1, MESSAGES_THAT_COUNT);
      reasons.add(new Reason("(" + told + " messages)", weight, "staying"));
    }
    var logit = NOTHING_SAID + reasons.stream().mapToDouble(Reason::weight).sum();
    return new Intent(1 / (1 + Math.exp(-logit)), reasons);
  }

  private static Reason weightier(Reason one, Reason other) {
    return Math.abs(other.weight()) > Math.abs(one.weight()) ? other : one;
  }
}
