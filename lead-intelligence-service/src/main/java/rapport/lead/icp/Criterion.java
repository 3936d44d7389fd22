package rapport.lead.icp;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;

/**
 * One thing wished for of a customer.
 *
 * @param field a path of what is known about them, such as {@code company.size}, or {@code persona}
 * @param wish what it should be
 * @param weight how much it counts beside the others; more than 0
 */
public record Criterion(String field, Wish wish, double weight) {

  /** What a field should hold. */
  public sealed interface Wish {

    /** A number from one to the other, both included; of a range its middle counts. */
    record Between(double from, double to) implements Wish {}

    /** One of these words; upper and lower case are the same. */
    record AnyOf(List<String> words) implements Wish {
      public AnyOf {
        words = List.copyOf(words);
      }
    }

    /** Yes, or no. */
    record Is(boolean yes) implements Wish {}
  }

  IcpMatch.Check check(@Nullable FieldValue found) {
    return new IcpMatch.Check(field, wanted(), found, found == null ? null : met(found), weight);
  }

  private String wanted() {
    return switch (wish) {
      case Wish.Between(var from, var to) -> number(from) + " to " + number(to);
      case Wish.AnyOf(var words) -> String.join(", ", words);
      case Wish.Is(var yes) -> yes ? "yes" : "no";
    };
  }

  private static String number(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  /** A value nothing can be made of is as good as not known. */
  private @Nullable Boolean met(FieldValue found) {
    return switch (wish) {
      case Wish.Between(var from, var to) -> {
        var middle = Numbers.middle(found.display());
        yield middle.isEmpty()
            ? null
            : Boolean.valueOf(middle.getAsDouble() >= from && middle.getAsDouble() <= to);
      }
      case Wish.AnyOf(var words) ->
          words(found).anyMatch(word -> words.stream().anyMatch(word::equalsIgnoreCase));
      case Wish.Is(var yes) -> found instanceof FieldValue.Flag(var flag) ? flag == yes : null;
    };
  }

  private static Stream<String> words(FieldValue found) {
    return found instanceof FieldValue.Tags(var tags)
        ? tags.stream()
        : Stream.of(found.display().strip().toLowerCase(Locale.ROOT));
  }
}
