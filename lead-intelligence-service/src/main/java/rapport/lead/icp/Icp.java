package rapport.lead.icp;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;

/**
 * An ideal customer profile: what is wished for, piece by piece.
 *
 * @param name for people to read
 */
public record Icp(String name, List<Criterion> criteria) {

  /** The profile of a workspace that has none: nobody is judged by it. */
  public static final Icp NONE = new Icp("", List.of());

  public Icp {
    criteria = List.copyOf(criteria);
  }

  /**
   * How well somebody fits. What is not known counts neither for nor against.
   *
   * @param known the value of a field, null while it is not known
   */
  public IcpMatch match(Function<String, @Nullable FieldValue> known) {
    var checks = criteria.stream().map(one -> one.check(known.apply(one.field()))).toList();
    var total = sum(checks, false, false);
    var judged = sum(checks, true, false);
    var met = sum(checks, true, true);
    return new IcpMatch(judged == 0 ? null : met / judged, total == 0 ? 0 : judged / total, checks);
  }

  private static double sum(List<IcpMatch.Check> checks, boolean known, boolean met) {
    return checks.stream()
        .filter(check -> !known || check.met() != null)
        .filter(check -> !met || Boolean.TRUE.equals(check.met()))
        .mapToDouble(IcpMatch.Check::weight)
        .sum();
  }
}
