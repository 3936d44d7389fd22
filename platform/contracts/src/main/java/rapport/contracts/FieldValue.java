package rapport.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The value of one field of a profile. On the wire it is the plain JSON scalar or list of strings
 * that a reader of the profile expects; ranges and amounts travel as canonical text such as {@code
 * 35-44}, {@code 50000-80000 EUR} or {@code 2-3 weeks}.
 */
public sealed interface FieldValue {

  /** Before the point, and after it; more than any message is long. */
  int MOST_DIGITS = 20_000;

  /** Words, or the canonical text of a typed value. */
  record Text(String text) implements FieldValue {
    @Override
    public Object json() {
      return text;
    }
  }

  /** A plain number. */
  record Num(BigDecimal number) implements FieldValue {
    public Num {
      number = number.stripTrailingZeros();
      if (number.scale() < 0) {
        number = number.setScale(0);
      }
    }

    public static Num of(long number) {
      return new Num(BigDecimal.valueOf(number));
    }

    @Override
    public Object json() {
      if (number.scale() == 0 && number.precision() <= 18) {
        return number.longValueExact();
      }
      return number;
    }
  }

  /** Yes or no. */
  record Flag(boolean flag) implements FieldValue {
    @Override
    public Object json() {
      return flag;
    }
  }

  /** Distinct short texts in the order they were given. */
  record Tags(List<String> tags) implements FieldValue {
    public Tags {
      tags = tags.stream().distinct().toList();
    }

    @Override
    public Object json() {
      return tags;
    }
  }

  /** The value as JSON: a string, a number, a boolean, or a list of strings. */
  @JsonValue
  Object json();

  /** The value in words, as a person would read it in a list. */
  default String display() {
    return switch (this) {
      case Text(var text) -> text;
      case Num(var number) -> number.toPlainString();
      case Flag(var flag) -> flag ? "yes" : "no";
      case Tags(var tags) -> String.join(", ", tags);
    };
  }

  static FieldValue text(String text) {
    return new Text(text);
  }

  /**
   * Reads a value from its JSON form.
   *
   * @throws IllegalArgumentException when it is an object, a list of anything but strings, null, or
   *     a number of more than {@value #MOST_DIGITS} digits before or after the point
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static FieldValue of(Object json) {
    return switch (json) {
      case String text -> new Text(text);
      case Boolean flag -> new Flag(flag);
      case Number number -> new Num(ofFewDigits(new BigDecimal(number.toString())));
      case List<?> list ->
          new Tags(list.stream().map(FieldValue::tag).collect(Collectors.toList()));
      default -> throw new IllegalArgumentException("a field holds text, a number, yes/no or tags");
    };
  }

  /** A text as short as 1e999999999 would become gigabytes of zeros. */
  private static BigDecimal ofFewDigits(BigDecimal number) {
    if (number.scale() > MOST_DIGITS || (long) number.precision() - number.scale() > MOST_DIGITS) {
      throw new IllegalArgumentException(
          "a number has at most " + MOST_DIGITS + " digits before the point");
    }
    return number;
  }

  private static String tag(Object element) {
    if (element instanceof String tag) {
      return tag;
    }
    throw new IllegalArgumentException("a tag is a text");
  }
}
