package rapport.conversation.value;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How a language says lengths of time.
 *
 * @param units words for units
 * @param forms how units are written
 * @param to what is written between two lengths with different units
 * @param rates words before "a year" that make it no length: "twice"
 */
public record TimeWords(
    Map<String, Unit> units, Map<Unit, Form> forms, String to, Set<String> rates) {

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

  /** A unit after one, and after any other number. */
  public record Form(String one, String several) {}

  Form form(Unit unit) {
    return Objects.requireNonNull(forms.get(unit));
  }
}
