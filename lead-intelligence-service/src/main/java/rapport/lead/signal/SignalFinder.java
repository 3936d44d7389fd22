package rapport.lead.signal;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import rapport.contracts.LeadEvent.Signal;
import rapport.lead.fact.Competitors;
import rapport.lead.text.Cues;
import rapport.lead.text.Gloss;
import rapport.lead.text.Sentence;

/**
 * Finds what sentences are a sign of: by phrases, and by their meaning as soon as there is a model
 * of it. It never changes, and many threads may use it.
 */
public final class SignalFinder {

  /** Knows phrases only. */
  public static final SignalFinder BY_WORDS = new SignalFinder(_ -> Set.of());

  static final Cues CUES = Cues.read("/lead/cues.txt");

  private static final List<String> TYPES =
      List.of("pricing", "timeline", "integration", "security", "authority", "objection", "churn");
  private static final List<String> MOODS = List.of("ready", "browsing", "customer", "elsewhere");

  /** How plain a signal is that is asked about. */
  static final double ASKED = .9;

  /** How plain one is that is clear by its meaning. */
  static final double CLEAR = .8;

  /** How plain one is that is only mentioned. */
  static final double SAID = .7;

  /** Who speaks of others only has no wish; a few words may leave out whose it is. */
  private static final Pattern OF_US =
      Pattern.compile(
          "(?iu)(?<![\\p{L}])(?:i|we|us|me|my|our|you|u|please|pls|somebody|someone|ich|wir|mir|uns|mich|sie|nos|yo)(?![\\p{L}])"
              + "|^(?:\\S+\\s*){1,5}$");

  /** Whose wish it is when it is not the visitor's: "clients want to book by themselves". */
  private static final Pattern WISH_OF_OTHERS =
      Pattern.compile(
          "(?iu)^(?!.*(?<![\\p{L}])(?:i|we|us|me|you|u|please|pls)(?![\\p{L}])).*(?<![\\p{L}])(?:clients?|customers?|guests?|patients?|users?|people|parents|kids|children"
              + "|pupils|students|staff|members|visitors|tenants|they|he|she)"
              + " (?:\\w+ )?(?:wants?|likes?|wish(?:es)?|need|needs|asks?|asking|should|have to|has to|can|could) ");

  /** The words of an address mean nothing. */
  private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+");

  /** What is asked of the visitor day after day: "where is my parcel, two hundred times a day". */
  private static final Pattern DAILY_WORK =
      Pattern.compile(
          "(?iu)(?<![\\p{L}])(?:(?:half|most|many|all|some|lots) (?:of )?(?:the |our |my )?(?:e-?mails?|calls?|questions|messages|tickets|people)"
              + "|(?:clients?|customers?|guests?|patients?|users?|people|parents|tenants|members|they)"
              + " (?:\\w+ )?(?:write|ask|call|ring|mail|complain|want|say)"
              + "|times an? (?:day|week|month)|(?:every|each) (?:day|week|month|morning|evening|night)|all day)(?![\\p{L}])");

  /** What others do is told, not asked for: "they doubled the fee at renewal". */
  private static final Pattern OF_OTHERS =
      Pattern.compile(
          "(?iu)^(?!.*(?<![\\p{L}])(?:i|we|us|me|my|our|you|your|u)(?![\\p{L}]))"
              + "(?:and |but |so )?(?:they|he|she|the (?:others?|last one|old one)|his|her|their)(?![\\p{L}])");

  private final Function<String, Set<String>> meaning;

  /**
   * @param meaning the signals and moods a sentence is a sign of by what it means, as far as that
   *     is clear
   */
  public SignalFinder(Function<String, Set<String>> meaning) {
    this.meaning = meaning;
  }

  /** What the sentences of a message are a sign of, in their order. */
  public Heard in(String message) {
    var signals = new LinkedHashMap<String, Signal>();
    var moods = new LinkedHashMap<String, Signal>();
    for (var sentence : Sentence.of(message)) {
      var english = new Sentence(Gloss.of(sentence.text()));
      var meant = new HashSet<>(meaning.apply(ADDRESS.matcher(english.text()).replaceAll("")));
      if (!OF_US.matcher(english.text()).find()) {
        meant.remove("ready");
      }
      TYPES.forEach(type -> add(signals, type, sentence, english, meant));
      MOODS.stream()
          .filter(mood -> isOfVisitor(mood, english.text()))
          .forEach(mood -> add(moods, mood, sentence, english, meant));
    }
    if (!Competitors.in(message).isEmpty()) {
      moods.remove("customer"); // what they complain of is somebody else's
      signals.put("competitor", new Signal("competitor", message.strip(), SAID));
    }
    return new Heard(List.copyOf(signals.values()), List.copyOf(moods.values()));
  }

  /** Others have moods, too, and are told of. */
  private static boolean isOfVisitor(String mood, String sentence) {
    return switch (mood) {
      case "ready" -> !WISH_OF_OTHERS.matcher(sentence).find();
      case "customer" -> !DAILY_WORK.matcher(sentence).find();
      default -> true;
    };
  }

  private static void add(
      Map<String, Signal> found, String type, Sentence said, Sentence english, Set<String> meant) {
    if (meant.contains(type) || named(type, said.text()) || named(type, english.text())) {
      var asked = said.asks() || english.asks();
      var clear = meant.contains(type) && !OF_OTHERS.matcher(english.text()).find();
      var plain = asked ? ASKED : clear ? CLEAR : SAID;
      var signal = new Signal(type, said.text(), plain);
      found.merge(type, signal, SignalFinder::plainer);
    }
  }

  private static boolean named(String type, String sentence) {
    return CUES.in(type, sentence) && !(type.equals("timeline") && CUES.in("past", sentence));
  }

  private static Signal plainer(Signal one, Signal other) {
    return other.score() > one.score() ? other : one;
  }
}
