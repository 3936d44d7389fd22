package rapport.conversation.understanding.spoken;

import java.lang.Character.UnicodeScript;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Notices when somebody writes in another language than the conversation is held in. It would
 * rather miss it than be wrong: a name, a product or a loan word is no reason to change.
 *
 * <p>A language is recognised by its function words, and Arabic by its letters. A sentence needs
 * two words that only the other language has, a fair share of its words, and clearly more than the
 * conversation's own; up to three words, such as a greeting, must all be the other language's.
 * Words that are in names as well, such as {@code los}, are not enough by themselves.
 */
public final class LanguageDetector {

  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’]*");
  private static final Pattern ADDRESS = Pattern.compile("\\S*(?:@|://|www\\.)\\S*");
  private static final String ARABIC = "ar";

  /** Fewer words than these are no sentence. */
  private static final int SENTENCE = 4;

  private static final int TELLING_WORDS = 2;
  private static final double SHARE = 0.25;
  private static final int TIMES_THE_OTHER = 3;
  private static final double MOSTLY = 0.6;

  private final Map<String, Set<String>> words;
  private final Set<String> inNames;
  private final Map<String, Set<String>> telling = new HashMap<>();

  /** Knows the languages there are function words for. */
  public LanguageDetector() {
    var all = FunctionWords.read();
    this.words = all.byLanguage();
    this.inNames = all.inNames();
    words.keySet().forEach(language -> telling.put(language, all.onlyOf(language)));
  }

  /** The languages it can tell from one another. */
  public Set<String> known() {
    return words.keySet();
  }

  /**
   * The other language a message is in.
   *
   * @param spoken BCP 47 tag of the language the conversation is held in
   * @param offered the languages it could be held in
   * @return one of {@code offered}; empty when it is the one spoken, or when that is not clear
   */
  public Optional<String> otherLanguage(String text, String spoken, Collection<String> offered) {
    var own = Locale.forLanguageTag(spoken).getLanguage();
    var said = words(text);
    if (said.isEmpty() || !words.containsKey(own)) {
      return Optional.empty();
    }
    return (mostlyArabic(said) ? Optional.of(ARABIC) : byWords(said, own))
        .filter(found -> !found.equals(own))
        .filter(offered::contains);
  }

  private static List<String> words(String text) {
    return WORD.matcher(ADDRESS.matcher(text).replaceAll(" "))
        .results()
        .map(match -> match.group().toLowerCase(Locale.ROOT).replace('’', '\''))
        .toList();
  }

  private static boolean mostlyArabic(List<String> said) {
    var letters = said.stream().flatMapToInt(String::codePoints).toArray();
    var arabic = 0;
    for (var letter : letters) {
      if (UnicodeScript.of(letter) == UnicodeScript.ARABIC) {
        arabic++;
      }
    }
    return letters.length > 2 && arabic > MOSTLY * letters.length;
  }

  private Optional<String> byWords(List<String> said, String own) {
    return words.keySet().stream()
        .filter(language -> !language.equals(own))
        .filter(language -> isIn(language, said, own))
        .findFirst();
  }

  private boolean isIn(String language, List<String> said, String own) {
    if (inNames.containsAll(
        said.stream().filter(words.getOrDefault(language, Set.of())::contains).toList())) {
      return false;
    }
    var theirs = count(said, telling.getOrDefault(language, Set.of()));
    if (said.size() < SENTENCE) {
      return theirs > 0
          && count(said, words.getOrDefault(language, Set.of())) == said.size()
          && said.stream().anyMatch(word -> word.length() > SENTENCE - 1);
    }
    var ours = count(said, telling.getOrDefault(own, Set.of()));
    return theirs >= TELLING_WORDS
        && theirs >= SHARE * said.size()
        && theirs >= TIMES_THE_OTHER * ours;
  }

  private static long count(List<String> said, Set<String> known) {
    return said.stream().filter(known::contains).count();
  }
}
