package rapport.conversation.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.conversation.evaluation.Judgement.Value;

/**
 * Whether what is written with a confidence of 80 % is right in 80 of 100 cases.
 *
 * @param bins tenths of confidence that anything was written with, ascending
 */
record Reliability(List<Bin> bins) {

  private static final int TENTHS = 10;

  /**
   * @param from the least confidence in the bin
   * @param count how many values
   * @param confidence their mean confidence
   * @param right the share that is right
   */
  record Bin(double from, int count, double confidence, double right) {}

  static Reliability of(Collection<Value> values) {
    var bins = new ArrayList<Bin>();
    for (var tenth = 0; tenth < TENTHS; tenth++) {
      var at = tenth;
      var in =
          values.stream()
              .filter(value -> value.written() != null)
              .filter(value -> Math.min(TENTHS - 1, (int) (value.confidence() * TENTHS)) == at)
              .toList();
      if (!in.isEmpty()) {
        var mean = in.stream().mapToDouble(Value::confidence).average().orElse(0);
        var right = (double) in.stream().filter(Value::right).count() / in.size();
        bins.add(new Bin((double) tenth / TENTHS, in.size(), mean, right));
      }
    }
    return new Reliability(List.copyOf(bins));
  }

  /** Expected calibration error: the mean distance of confidence and truth; null for no values. */
  @Nullable Double error() {
    var all = bins.stream().mapToInt(Bin::count).sum();
    return all == 0
        ? null
        : bins.stream()
                .mapToDouble(bin -> bin.count() * Math.abs(bin.confidence() - bin.right()))
                .sum()
            / all;
  }
}
