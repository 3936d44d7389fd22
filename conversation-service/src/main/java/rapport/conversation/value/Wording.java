package rapport.conversation.value;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rapport.conversation.value.TimeWords.Unit;

/**
 * How one language says numbers, limits and units. All words are in lower case; phrases are lists
 * of tokens.
 *
 * @param notation how digits are written
 * @param numbers how numbers are spelled
 * @param ranges how ranges and limits are said
 * @param currencies symbols, codes and names of currencies, with their code
 * @param times how lengths of time are said
 * @param ages how ages are said
 * @param counts how people and things are counted
 * @param percents signs and words for a share of a hundred
 * @param spokenSigns words for the signs of an e-mail address, with the sign
 * @param about words that make a number vague, around it
 * @param fillers words around a value that say nothing
 * @param yes words of agreement
 * @param no words of denial
 * @param clitics how short words that are written together with the next are cut off
 */
public record Wording(
    Notation notation,
    NumberWords numbers,
    RangeWords ranges,
    Map<String, String> currencies,
    TimeWords times,
    AgeWords ages,
    CountWords counts,
    Set<String> percents,
    Map<String, String> spokenSigns,
    Set<String> about,
    Set<String> fillers,
    Set<String> yes,
    Set<String> no,
    Clitics clitics) {

  /** For a language with a space between any two words. */
  public Wording(
      Notation notation,
      NumberWords numbers,
      RangeWords ranges,
      Map<String, String> currencies,
      TimeWords times,
      AgeWords ages,
      CountWords counts,
      Set<String> percents,
      Map<String, String> spokenSigns,
      Set<String> about,
      Set<String> fillers,
      Set<String> yes,
      Set<String> no) {
    this(
        notation,
        numbers,
        ranges,
        currencies,
        times,
        ages,
        counts,
        percents,
        spokenSigns,
        about,
        fillers,
        yes,
        no,
        Clitics.NONE);
  }

  /**
   * The currency these words name as a whole.
   *
   * @return its ISO 4217 code, such as {@code GBP} for "quid"; empty when they name none
   */
  public Optional<String> currency(String words) {
    return Optional.ofNullable(currencies.get(words.strip().toLowerCase(Locale.ROOT)));
  }

  /** How English says them. */
  public static final Wording ENGLISH = English.WORDING;

  /** How German says them. */
  public static final Wording GERMAN = German.WORDING;

  /** How Arabic says them. */
  public static final Wording ARABIC = Arabic.WORDING;

  /** How Spanish says them. */
  public static final Wording SPANISH = Spanish.WORDING;

  private static final Map<String, Wording> BY_LANGUAGE =
      Map.of("en", ENGLISH, "de", GERMAN, "ar", ARABIC, "es", SPANISH);

  /**
   * How the language of a locale says them; as English does when it is not known.
   *
   * @param locale BCP 47 tag, such as {@code de-CH}
   */
  public static Wording of(String locale) {
    return BY_LANGUAGE.getOrDefault(Locale.forLanguageTag(locale).getLanguage(), ENGLISH);
  }

  /** The same, knowing more words of the language, so that it can tell what is written together. */
  public Wording knowing(Collection<String> words) {
    return new Wording(
        notation,
        numbers,
        ranges,
        currencies,
        times,
        ages,
        counts,
        percents,
        spokenSigns,
        about,
        fillers,
        yes,
        no,
        clitics.knowing(words));
  }

  /** A number of years, or a range of them, as a length of time: "20 years". */
  public String years(String number) {
    return times.write(Unit.YEAR, Passage.of(number, this).amounts().getFirst(), number);
  }

  /** The number of years in a length of time; empty when it is in other units. */
  public Optional<String> inYears(String duration) {
    return times.number(Unit.YEAR, duration);
  }
}
