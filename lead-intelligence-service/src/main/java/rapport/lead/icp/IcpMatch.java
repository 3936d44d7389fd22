package rapport.lead.icp;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;

/**
 * How near somebody comes to the ideal customer.
 *
 * @param match the weight of what is met among what is known, from 0 to 1; null while nothing is
 * @param coverage the weight of what is known among everything, from 0 to 1
 * @param criteria each with what was found
 */
public record IcpMatch(@Nullable Double match, double coverage, List<Check> criteria) {

  /** Of somebody nobody has been judged by. */
  public static final IcpMatch NONE = new IcpMatch(null, 0, List.of());

  /**
   * One criterion.
   *
   * @param wanted in words
   * @param found null while it is not known
   * @param met null while it is not known
   */
  public record Check(
      String field,
      String wanted,
      @Nullable FieldValue found,
      @Nullable Boolean met,
      double weight) {}

  public IcpMatch {
    criteria = List.copyOf(criteria);
  }
}
