package rapport.conversation.value;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a language says how old somebody is.
 *
 * @param units phrases after an age
 * @param leads words before an age
 * @param named words for somebody of an age: "teenager"
 * @param decades words for a decade of life, with its first year: "thirties"
 * @param parts "early", "mid" and "late"
 * @param partDecades words that are a decade only after such a part, with its first year
 * @param bareDigits whether plain digits are a decade after such a part: "Mitte 40"
 * @param suffixes what makes digits a decade: the s of "40s"
 * @param articles words that may stand before a decade
 * @param eras words before a decade that make it one of history: "since the nineties"
 * @param somewhat phrases that make any year of a decade of its first: "cuarenta y tantos"
 */
public record AgeWords(
    List<List<String>> units,
    Set<String> leads,
    Map<String, Part> named,
    Map<String, Integer> decades,
    Map<String, Part> parts,
    Map<String, Integer> partDecades,
    boolean bareDigits,
    Set<String> suffixes,
    Set<String> articles,
    Set<String> eras,
    List<List<String>> somewhat) {

  /** For a language with words of their own for decades. */
  public AgeWords(
      List<List<String>> units,
      Set<String> leads,
      Map<String, Part> named,
      Map<String, Integer> decades,
      Map<String, Part> parts,
      Map<String, Integer> partDecades,
      boolean bareDigits,
      Set<String> suffixes,
      Set<String> articles,
      Set<String> eras) {
    this(
        units,
        leads,
        named,
        decades,
        parts,
        partDecades,
        bareDigits,
        suffixes,
        articles,
        eras,
        List.of());
  }

  /** Years of life, counted from birth or from the start of a decade. */
  public record Part(int first, int last) {
    static final Part WHOLE = new Part(0, 9);

    Part after(int years) {
      return new Part(years + first, years + last);
    }
  }
}
