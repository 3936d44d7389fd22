package rapport.conversation.evaluation;

import java.util.Collection;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Parts of a whole, from 0 to 1; null when there is no whole. */
final class Share {

  private Share() {}

  static @Nullable Double of(long part, long whole) {
    return whole == 0 ? null : (double) part / whole;
  }

  static <T> @Nullable Double of(Collection<T> all, Predicate<T> which) {
    return of(all.stream().filter(which).count(), all.size());
  }

  /** Three decimals, as in {@code .957}; a dash for none. */
  static String shown(@Nullable Double share) {
    if (share == null) {
      return "-";
    }
    var digits = String.format(Locale.ROOT, "%.3f", share);
    return digits.startsWith("0") ? digits.substring(1) : digits;
  }
}
