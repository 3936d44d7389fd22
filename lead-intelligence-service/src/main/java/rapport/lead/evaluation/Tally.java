package rapport.lead.evaluation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much was expected, found, and found rightly. */
final class Tally {

  private int expected;
  private int found;
  private int right;

  static Tally of(int expected, int found, int right) {
    var tally = new Tally();
    tally.expected = expected;
    tally.found = found;
    tally.right = right;
    return tally;
  }

  static Tally ofSets(Collection<String> expected, Collection<String> found) {
    return of(
        expected.size(), found.size(), (int) found.stream().filter(expected::contains).count());
  }

  void add(Tally other) {
    expected += other.expected;
    found += other.found;
    right += other.right;
  }

  @Nullable Double precision() {
    return found == 0 ? null : (double) right / found;
  }

  @Nullable Double recall() {
    return expected == 0 ? null : (double) right / expected;
  }

  Map<String, @Nullable Object> figures() {
    var figures = new LinkedHashMap<String, @Nullable Object>();
    figures.put("expected", expected);
    figures.put("found", found);
    figures.put("precision", Figures.rounded(precision()));
    figures.put("recall", Figures.rounded(recall()));
    return figures;
  }
}
