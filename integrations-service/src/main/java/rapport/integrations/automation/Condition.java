package rapport.integrations.automation;

import java.util.Map;

/** Something that holds of facts, or does not. The same facts always give the same answer. */
@FunctionalInterface
public interface Condition {

  /**
   * @param facts by name; numbers as {@code Double}, the others as {@code String} or {@code
   *     Boolean}
   */
  Truth of(Map<String, Object> facts);
}
