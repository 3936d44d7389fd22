package rapport.conversation.value;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How one language says numbers, limits and units. All words are in lower case; phrases are lists
 * of tokens.
 *
 * @param cardinals number words below one hundred
 * @param scales words and suffixes that multiply
 * @param suffixes scales that are written right after the digits, such as {@code k}
 * @param articles words that stand for one before a scale or unit
 * @param multiples other words for a number, such as "couple"
 * @param joints words and signs between the ends of a range
 * @param openers words before a range: "between", "from"
 * @param atLeast phrases before a lower limit
 * @param orMore phrases after a lower limit
 * @param below phrases before an upper limit that is not reached
 * @param about words that make a number vague, around it
 * @param currencies symbols, codes and names of currencies, with their code
 * @param durations units of time, with their singular canonical form
 * @param decades "twenties" and so on, with their first year
 * @param parts "early", "mid" and "late"
 * @param ageUnits phrases after an age
 * @param ageLeads words before an age
 * @param groups nouns that count people with "of": "family of five"
 * @param countNouns nouns that belong to a count: "people"
 * @param digitNouns nouns that make a number one of digits: "six figures"
 * @param particles words that follow a number without being what is counted
 * @param eras words before "the nineties" that make them years, not ages
 */
public record Wording(
    Map<String, Integer> cardinals,
    Map<String, BigDecimal> scales,
    Set<String> suffixes,
    Set<String> articles,
    Map<String, Integer> multiples,
    Set<String> joints,
    Map<String, String> openers,
    List<List<String>> atLeast,
    List<List<String>> orMore,
    List<List<String>> below,
    Set<String> about,
    Map<String, String> currencies,
    Map<String, String> durations,
    Map<String, Integer> decades,
    Map<String, Part> parts,
    List<List<String>> ageUnits,
    Set<String> ageLeads,
    Set<String> groups,
    Set<String> countNouns,
    Set<String> digitNouns,
    Set<String> particles,
    Set<String> eras) {

  /** A part of a decade of life, as years from its start. */
  public record Part(int first, int last) {
    static final Part WHOLE = new Part(0, 9);
  }

  /** How English says them. */
  public static final Wording ENGLISH = English.WORDING;
}
