package rapport.integrations.push;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.integrations.push.Said.Weight;

/**
 * Which of our values another system is to have. What a colleague settled here outweighs what is
 * there; what somebody wrote there outweighs what was said or concluded here; an empty place takes
 * what we know; and what is there because we wrote it follows what we write next.
 */
public final class PushDecider {

  private PushDecider() {}

  /**
   * @param mapping our names and theirs
   * @param there the record as it is over there, by their names; none when there is no such record
   * @param job what was written before
   */
  public static PushDecision decide(
      Map<String, Said> values,
      Map<String, String> mapping,
      @Nullable Map<String, FieldValue> there,
      Job job) {
    var write = new LinkedHashMap<String, FieldValue>();
    var ours = new LinkedHashMap<String, FieldValue>();
    var kept = new ArrayList<String>();
    mapping.forEach((name, to) -> {
      var said = values.get(name);
      if (said == null) {
        return;
      }
      var now = there == null ? null : there.get(to);
      var isOurs = now != null && isOurs(now, to, job);
      if (now != null && isSame(now, said.value())) {
        if (isOurs) {
          ours.put(to, said.value());
        }
      } else if (isWritten(said, now, isOurs, job.written().get(to))) {
        write.put(to, said.value());
      } else if (said.weight() != Weight.FIGURE) {
        kept.add(name);
      }
    });
    return new PushDecision(write, ours, kept);
  }

  private static boolean isWritten(
      Said said, @Nullable FieldValue now, boolean isOurs, @Nullable FieldValue written) {
    return switch (said.weight()) {
      case SETTLED -> true;
      // What is there may be ours, rounded.
      case FIGURE -> now == null || written == null || !isSame(said.value(), written);
      case OURS, THEIRS -> now == null || isOurs;
    };
  }

  private static boolean isOurs(FieldValue now, String to, Job job) {
    return isSame(now, job.written().get(to))
        || job.tried().stream().anyMatch(fields -> isSame(now, fields.get(to)));
  }

  /** Systems trim, and write addresses in their own way. */
  private static boolean isSame(FieldValue one, @Nullable FieldValue other) {
    return other != null && plain(one).equals(plain(other));
  }

  private static String plain(FieldValue value) {
    return switch (value) {
      case FieldValue.Num(BigDecimal number) -> number.stripTrailingZeros().toPlainString();
      case FieldValue.Tags(var tags) -> String.join(";", tags).toLowerCase(Locale.ROOT);
      case FieldValue.Text(var text) -> text.strip().toLowerCase(Locale.ROOT);
      case FieldValue.Flag(var flag) -> Boolean.toString(flag);
    };
  }

  /** Whether anything is weighty enough to be told at all. */
  public static boolean isWorthTelling(Known known, Map<String, String> mapping) {
    return known.wanted()
        && mapping.keySet().stream()
            .map(known.values()::get)
            .anyMatch(said -> said != null && said.weight() != Weight.THEIRS);
  }
}
