package rapport.conversation.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Arabic writes "and", "with", "for" and "as" together with the next word, and "her" and "their"
 * with the one before. A word is cut where what is left is known, or has the article; names such as
 * "وليد" and "كريم" stay whole. A word with a pronoun becomes the word without it: "عمرها" is
 * "عمر". A dual becomes its number and what is counted: "أسبوعان" is "اثنان" and "اسبوع".
 */
final class ArabicClitics implements Clitics {

  private static final char AND = 'و';
  private static final String BEFORE = "وفبلك";
  private static final String FOR_THE = "لل";
  private static final String WITH_THE = "بال";
  private static final String AND_THE = "وال";
  private static final String TWO = "اثنان";
  private static final List<String> DUALS = List.of("ان", "ين");
  private static final List<String> PRONOUNS =
      List.of("هما", "هم", "هن", "ها", "نا", "كم", "ه", "ك");

  /** Words as short as this begin with too many letters that could be cut off. */
  private static final int SHORTEST_CUT = 3;

  private static final int SHORTEST = 2;

  private final Set<String> known;
  private final Set<String> counted;

  /**
   * @param known words, as {@link ArabicLetters#plain} has them
   * @param counted those of them that may stand in the dual
   */
  ArabicClitics(Collection<String> known, Collection<String> counted) {
    this.known = Set.copyOf(known);
    this.counted = Set.copyOf(counted);
  }

  @Override
  public Clitics knowing(Collection<String> words) {
    var more = new HashSet<>(known);
    words.stream().filter(word -> word.length() >= SHORTEST).forEach(more::add);
    return new ArabicClitics(more, counted);
  }

  @Override
  public List<String> parts(String word) {
    if (word.isEmpty() || !ArabicLetters.arabic(word.codePointAt(0))) {
      return List.of(word);
    }
    var parts = new ArrayList<String>();
    cut(word, parts);
    return parts;
  }

  private void cut(String word, List<String> parts) {
    var whole = whole(word);
    if (whole != null) {
      parts.addAll(whole);
      return;
    }
    var first = word.charAt(0);
    var rest =
        word.startsWith(FOR_THE)
            ? word.substring(2)
            : ArabicLetters.withoutArticle(word.substring(1));
    if (BEFORE.indexOf(first) >= 0 && cuts(word, rest)) {
      parts.add(String.valueOf(first));
      cut(rest, parts);
      return;
    }
    parts.add(word);
  }

  /** The parts of a word that has none of the short words before it; null when it is not known. */
  private @Nullable List<String> whole(String word) {
    if (known.contains(word)) {
      return List.of(word);
    }
    for (var dual : DUALS) {
      var one = word.endsWith(dual) ? counted(word.substring(0, word.length() - 2)) : null;
      if (one != null) {
        return List.of(TWO, one);
      }
    }
    for (var pronoun : PRONOUNS) {
      var owned =
          word.endsWith(pronoun)
              ? owned(word.substring(0, word.length() - pronoun.length()))
              : null;
      if (owned != null) {
        return List.of(owned);
      }
    }
    return null;
  }

  /** "سنت" of "سنتان" is "سنه". */
  private @Nullable String counted(String stem) {
    var feminine = withFeminineEnding(stem);
    return counted.contains(stem) ? stem : counted.contains(feminine) ? feminine : null;
  }

  private @Nullable String owned(String stem) {
    if (stem.length() < SHORTEST) {
      return null;
    }
    var feminine = withFeminineEnding(stem);
    return known.contains(stem) ? stem : known.contains(feminine) ? feminine : null;
  }

  /** The ending is another letter within a word: "شركة" and "شركتهم". */
  private static String withFeminineEnding(String stem) {
    return stem.endsWith("ت") ? stem.substring(0, stem.length() - 1) + "ه" : stem;
  }

  private boolean cuts(String word, String rest) {
    var article =
        ((word.startsWith(AND_THE) || word.startsWith(FOR_THE)) && rest.length() >= SHORTEST_CUT)
            || (word.startsWith(WITH_THE) && rest.length() > SHORTEST_CUT);
    var longEnough = rest.length() >= (word.charAt(0) == AND ? SHORTEST : SHORTEST_CUT);
    return article || (longEnough && knows(rest));
  }

  /** Whether a word is known, or is cut into words that are. */
  private boolean knows(String word) {
    if (whole(word) != null) {
      return true;
    }
    var parts = new ArrayList<String>();
    cut(word, parts);
    return parts.size() > 1;
  }
}
