package rapport.conversation.evaluation;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import rapport.conversation.evaluation.Judgement.Value;

/**
 * Values counted.
 *
 * @param expected how many should have been written
 * @param written how many were
 * @param right how many of those are what was expected
 * @param wrong how many were expected and written with another value
 */
record Tally(int expected, int written, int right, int wrong) {

  static Tally of(Collection<Value> values) {
    var expected = 0;
    var written = 0;
    var right = 0;
    var wrong = 0;
    for (var value : values) {
      expected += value.expected() == null ? 0 : 1;
      written += value.written() == null ? 0 : 1;
      right += value.right() ? 1 : 0;
      wrong += value.expected() != null && value.written() != null && !value.right() ? 1 : 0;
    }
    return new Tally(expected, written, right, wrong);
  }

  /** Null when nothing was written. */
  @Nullable Double precision() {
    return Share.of(right, written);
  }

  /** Null when nothing was expected. */
  @Nullable Double recall() {
    return Share.of(right, expected);
  }

  /** Null when nothing was expected or written. */
  @Nullable Double f1() {
    return Share.of(2L * right, (long) expected + written);
  }

  /** How many of the written values stand in a field that was answered with another one. */
  @Nullable Double wrongValueRate() {
    return Share.of(wrong, written);
  }
}
