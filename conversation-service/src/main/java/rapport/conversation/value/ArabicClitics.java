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

  /** "وللمدير" has two. */
  private static final int MOST = 3;

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
    return cut(word, 0);
  }

  /**
   * @param cut how many short words have been cut off before
   */
  private List<String> cut(String word, int cut) {
    var whole = whole(word);
    if (whole != null) {
      return whole;
    }
    if (cut < MOST && BEFORE.indexOf(word.charAt(0)) >= 0) {
      var bare =
          word.startsWith(FOR_THE)
              ? word.substring(2)
              : ArabicLetters.withoutArticle(word.substring(1));
      var rest = bare.isEmpty() ? List.<String>of() : cut(bare, cut + 1);
      if (article(word, bare) || known(word, bare, rest)) {
        var parts = new ArrayList<>(List.of(word.substring(0, 1)));
        parts.addAll(rest);
        return parts;
      }
    }
    return List.of(word);
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

  /** Whether a short word and the article stand before what is left. */
  private static boolean article(String word, String bare) {
    return ((word.startsWith(AND_THE) || word.startsWith(FOR_THE)) && bare.length() >= SHORTEST_CUT)
        || (word.startsWith(WITH_THE) && bare.length() > SHORTEST_CUT);
  }

  /** Whether what is left is known, or was cut into words that are. */
  private boolean known(String word, String bare, List<String> rest) {
    var longEnough = bare.length() >= (word.charAt(0) == AND ? SHORTEST : SHORTEST_CUT);
    return longEnough && (rest.size() > 1 || whole(bare) != null);
  }
}
