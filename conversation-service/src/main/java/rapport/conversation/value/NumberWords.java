package rapport.conversation.value;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a language spells numbers.
 *
 * @param spelling what single words stand for
 * @param hundreds words that make hundreds of the number before them
 * @param scales words and suffixes that multiply
 * @param suffixes scales that are written right after the digits, such as {@code k}
 * @param abbreviated scales a dot may follow
 * @param articles words that stand for one before a scale or unit
 * @param multiples other words for a number, such as "couple"; one below 1, such as "quarter", only
 *     before a scale
 * @param of words between a multiple and what there is a multiple of
 * @param halves words for one half
 * @param ands words that join the parts of a number
 */
public record NumberWords(
    Spelling spelling,
    Set<String> hundreds,
    Map<String, BigDecimal> scales,
    Set<String> suffixes,
    Set<String> abbreviated,
    Set<String> articles,
    Map<String, BigDecimal> multiples,
    Set<String> of,
    Set<String> halves,
    Set<String> ands) {

  /** Tells which number a word stands for. */
  public interface Spelling {
    /** The number, or null when the word is none. */
    @Nullable BigDecimal number(String word);

    /**
     * The number that several words from here spell, for a language with an order of its own; null
     * when there is none, or words are put together as in English.
     */
    default @Nullable Numeral number(Tokens tokens, int from) {
      return null;
    }
  }
}
