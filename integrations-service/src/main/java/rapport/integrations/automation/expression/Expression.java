package rapport.integrations.automation.expression;

import java.util.List;
import rapport.integrations.automation.Condition;

/** What became of a condition that was read. */
public sealed interface Expression {

  /**
   * It can be used.
   *
   * @param subject the type of what it is about
   */
  record Valid(Condition condition, String subject) implements Expression {}

  /** It cannot. */
  record Invalid(List<Fault> faults) implements Expression {
    public Invalid {
      faults = List.copyOf(faults);
    }
  }

  /**
   * Something wrong with it.
   *
   * @param offset of the character where it shows, from 0
   * @param code {@code unknown-name}, {@code not-a-condition}, {@code mixed-subjects} or {@code
   *     malformed-condition}
   */
  record Fault(int offset, String code, String detail) {}
}
