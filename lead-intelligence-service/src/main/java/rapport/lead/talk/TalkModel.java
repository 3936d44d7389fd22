package rapport.lead.talk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rapport.embedding.Embedder;
import rapport.embedding.intent.Example;
import rapport.embedding.intent.IntentClassifier;
import rapport.lead.text.Lists;

/**
 * What sentences are a sign of by their meaning, learnt from examples. It hears what is said in
 * words nobody listed; where it is unsure, it says nothing.
 */
public final class TalkModel {

  /** With less it hears more, and people who do not mean to buy are asked for an address. */
  private static final double SURE = .7;

  private static final double SURE_OF_A_PART = .85;

  /** Less will do: it is said in many ways, and buyers rarely say anything like it. */
  private static final double LESS_SURE_OF_ELSEWHERE = .2;

  /** With less, people who only describe their day are asked for an address. */
  private static final double SURE_OF_READY = .85;

  private static final Pattern CLAUSE =
      Pattern.compile("[,;:]\\s+|\\s+[-–—]\\s+|\\s+(?=(?:and|but|so|or) )");
  private static final int MOST_CLAUSES = 6;

  private final IntentClassifier lists;
  private final Map<String, String> kindOf;

  private TalkModel(IntentClassifier lists, Map<String, String> kindOf) {
    this.lists = lists;
    this.kindOf = kindOf;
  }

  /** Takes about a second: every example is embedded. */
  public static TalkModel learn(Embedder embedder) {
    var examples = new ArrayList<Example>();
    var kindOf = new HashMap<String, String>();
    Lists.read("/lead/talk.txt")
        .forEach((list, texts) -> {
          texts.forEach(text -> examples.add(new Example(text, list)));
          kindOf.put(list, list.replaceFirst(":.*", ""));
        });
    return new TalkModel(IntentClassifier.train(embedder, examples), kindOf);
  }

  /**
   * The kinds whose examples mean what the sentence, or a clause of it, means, as far as that is
   * clear. Lists that differ after a colon are of one kind.
   */
  public Set<String> kinds(String sentence) {
    var clear = new LinkedHashSet<String>();
    kind(sentence, SURE).ifPresent(clear::add);
    clauses(sentence)
        .filter(clause -> !clause.equals(sentence))
        .forEach(clause -> kind(clause, SURE_OF_A_PART).ifPresent(clear::add));
    return clear;
  }

  private Optional<String> kind(String words, double sure) {
    var confidences = new HashMap<String, Double>();
    for (var list : lists.classify(words).ranked()) {
      confidences.merge(kindOf.get(list.label()), list.confidence(), Double::sum);
    }
    return confidences.entrySet().stream()
        .filter(kind -> kind.getValue() >= enough(kind.getKey(), sure))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static double enough(String kind, double sure) {
    return switch (kind) {
      case "elsewhere" -> sure - LESS_SURE_OF_ELSEWHERE;
      case "ready" -> Math.max(sure, SURE_OF_READY);
      default -> sure;
    };
  }

  private static Stream<String> clauses(String sentence) {
    return CLAUSE
        .splitAsStream(sentence)
        .map(String::strip)
        .filter(clause -> clause.indexOf(' ', clause.indexOf(' ') + 1) > 0)
        .limit(MOST_CLAUSES);
  }
}
