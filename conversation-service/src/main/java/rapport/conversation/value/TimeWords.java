package rapport.conversation.value;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rapport.conversation.value.Amount.Bound;

/**
 * How a language says lengths of time.
 *
 * @param units words for units
 * @param forms how units are written
 * @param to what is written between two lengths with different units
 * @param rates words before "a year" that make it no length: "twice"
 * @param many words for several of a unit: a decade is ten years
 * @param plural which form of a unit stands beside a number
 * @param alone whether a unit without an article or a number is one of it: "سنة"
 */
public record TimeWords(
    Map<String, Unit> units,
    Map<Unit, Form> forms,
    String to,
    Set<String> rates,
    Map<String, Several> many,
    Plural.Rule plural,
    boolean alone) {

  private static final String NUMBER = "{0}";

  /** For a language with a singular, a plural and an indefinite article. */
  public TimeWords(
      Map<String, Unit> units,
      Map<Unit, Form> forms,
      String to,
      Set<String> rates,
      Map<String, Several> many) {
    this(units, forms, to, rates, many, Plural.Rule.ONE_OR_OTHER, false);
  }

  /** So many of a unit. */
  public record Several(int number, Unit unit) {}

  /** What a word measures, or null. */
  @Nullable Several measure(String word) {
    var unit = units.get(word);
    return unit == null ? many.get(word) : new Several(1, unit);
  }

  /** Units of time. */
  public enum Unit {
    SECOND,
    MINUTE,
    HOUR,
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR
  }

  /**
   * How a unit is written beside numbers: {@code {0} weeks}. A form that says the number itself, as
   * the Arabic dual does, has no {@code {0}}.
   */
  public record Form(Map<Plural, String> byPlural) {

    public Form {
      byPlural = Map.copyOf(byPlural);
    }

    /** A unit after one, and after any other number. */
    public Form(String one, String several) {
      this(Map.of(Plural.ONE, NUMBER + " " + one, Plural.OTHER, NUMBER + " " + several));
    }

    private String of(Plural plural) {
      return Objects.requireNonNull(byPlural.getOrDefault(plural, byPlural.get(Plural.OTHER)));
    }
  }

  /**
   * A length of time in words.
   *
   * @param amount how many; its currency does not matter
   * @param number the same as it is written
   */
  String write(Unit unit, Amount amount, String number) {
    var exact = amount.high() == null && amount.bound() == Bound.EXACT;
    var last = amount.high() == null ? amount.low() : amount.high();
    var form = exact ? form(unit).of(plural.of(last)) : several(unit, last);
    return form.replace(NUMBER, number);
  }

  /** The form after a range or limit: never that of exactly one or two. */
  private String several(Unit unit, BigDecimal last) {
    return switch (plural.of(last)) {
      case ONE, TWO, OTHER -> form(unit).of(Plural.OTHER);
      case FEW -> form(unit).of(Plural.FEW);
      case MANY -> form(unit).of(Plural.MANY);
    };
  }

  /** The number of a length of time in this unit that was written here: the 45 of "45 years". */
  Optional<String> number(Unit unit, String written) {
    return form(unit).byPlural().values().stream()
        .filter(form -> form.startsWith(NUMBER) && written.endsWith(form.substring(3)))
        .map(form -> written.substring(0, written.length() - form.length() + 3))
        .findFirst();
  }

  private Form form(Unit unit) {
    return Objects.requireNonNull(forms.get(unit));
  }
}
