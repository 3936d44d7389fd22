package rapport.conversation.knowledge;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the approved answer to a question by the words they share. It would rather find none than a
 * wrong one: a question counts as answered when most of what it is about is what the answer is
 * about.
 */
public final class Matching {

  private static final double ENOUGH = 0.5;
  private static final int SHORTEST_WORD = 3;
  private static final int STEM = 5;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Words that say nothing about a topic. */
  private static final Set<String> EMPTY =
      Stream.of(
              "the and for are you your can could does what how which who when where why with have"
                  + " has any about our there this that from into will would not tell more know get"
                  + " much many use using offer provide support supports some also else",
              "der die das und fur sie ihr ihre euer eure was wie welche wer wann warum mit gibt es"
                  + " haben hat kann konnen konnt ist sind uber eine einen ein von wird auch noch",
              "los las una uno por para con que como cual cuales quien cuando donde tiene tienen"
                  + " hay puede pueden sobre son esta este del mas",
              "ما هل كيف من في على الى عن مع هذا هذه لديكم عندكم يمكن هي هو او")
          .flatMap(words -> Stream.of(words.split(" ")))
          .collect(Collectors.toUnmodifiableSet());

  private Matching() {}

  /** The topic a question is about, if one is close enough. */
  public static Optional<PersonaCard.Topic> find(String question, List<PersonaCard.Topic> topics) {
    var asked = stems(question);
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    var best = Optional.<PersonaCard.Topic>empty();
    var bestScore = ENOUGH;
    for (var topic : topics) {
      var score = score(asked, topic);
      if (score >= bestScore && (best.isEmpty() || score > bestScore)) {
        best = Optional.of(topic);
        bestScore = score;
      }
    }
    return best;
  }

  /** The share of the question's words that the topic has, too; its name counts twice. */
  private static double score(Set<String> asked, PersonaCard.Topic topic) {
    var name = stems(topic.topic());
    var known = new HashSet<>(stems(topic.question()));
    known.addAll(name);
    var shared = asked.stream().filter(known::contains).count();
    var named = asked.stream().filter(name::contains).count();
    return (double) (shared + named) / (asked.size() + named);
  }

  private static Set<String> stems(String text) {
    var plain =
        MARKS
            .matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
            .replaceAll("");
    return GAP.splitAsStream(plain)
        .filter(word -> word.length() >= SHORTEST_WORD && !EMPTY.contains(word))
        .map(word -> word.length() > STEM ? word.substring(0, STEM) : word)
        .collect(Collectors.toUnmodifiableSet());
  }
}
