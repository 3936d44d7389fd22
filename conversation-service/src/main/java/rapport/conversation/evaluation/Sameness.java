package rapport.conversation.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import rapport.contracts.FieldValue;
import rapport.contracts.FieldValue.Tags;
import rapport.contracts.FieldValue.Text;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.value.Answer;
import rapport.conversation.value.Answers;
import rapport.conversation.value.Wording;

/**
 * Whether a value that was written is the one expected. Typed values must be equal in their
 * canonical form; words must share enough of their tokens, lists enough of their entries.
 */
final class Sameness {

  /** The least F1 of tokens, or of entries, that counts as the same. */
  private static final double ENOUGH = 0.6;

  private Sameness() {}

  static boolean same(Field field, String locale, String expected, String written) {
    if (expected.isEmpty() || written.isEmpty()) {
      return expected.equals(written);
    }
    if (field.type().freeText()) {
      var wording = Wording.of(locale);
      var currency = wording.currency(expected);
      return (currency.isPresent() && currency.equals(wording.currency(written)))
          || f1(tokens(expected), tokens(written)) >= ENOUGH;
    }
    var want = canonical(field, locale, expected);
    var got = canonical(field, locale, written);
    return (want instanceof Tags(var entries) && got instanceof Tags(var others))
        ? f1(lower(entries), lower(others)) >= ENOUGH
        : want.display().equalsIgnoreCase(got.display())
            || (field.type() == FieldType.DURATION && sameLength(want.display(), got.display()));
  }

  private static boolean sameLength(String expected, String written) {
    var length = Lengths.of(expected);
    return length.isPresent() && length.equals(Lengths.of(written));
  }

  /** Titles of rows must be the same ones in the same order. */
  static boolean sameTitles(String expected, String written) {
    return lower(Arrays.asList(expected.split(",", -1)))
        .equals(lower(Arrays.asList(written.split(",", -1))));
  }

  private static FieldValue canonical(Field field, String locale, String value) {
    return switch (Answers.check(field, FieldValue.text(value), List.of(), Wording.of(locale))) {
      case Answer.Accepted(var canonical) -> canonical;
      case Answer.Refused _ -> new Text(value);
    };
  }

  private static double f1(List<String> expected, List<String> written) {
    var left = new ArrayList<>(expected);
    var common = written.stream().filter(left::remove).count();
    return 2.0 * common / (expected.size() + written.size());
  }

  private static List<String> lower(List<String> entries) {
    return entries.stream().map(entry -> entry.strip().toLowerCase(Locale.ROOT)).toList();
  }

  private static List<String> tokens(String text) {
    return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
        .filter(token -> !token.isEmpty())
        .toList();
  }
}
