package rapport.integrations.push;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of something that can be pushed.
 *
 * @param label what people call it
 * @param wanted false when other systems need not have it, such as a person who turned out to be
 *     another one, or a company that was put away
 * @param values by the names of {@link PushField}; what is absent is not known
 * @param conversations it was made of, by which its person is known elsewhere; none of others
 */
public record Known(
    String label, boolean wanted, Map<String, Said> values, List<String> conversations) {

  public static final Known NOTHING = new Known("", false, Map.of());

  public Known {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    conversations = conversations == null ? List.of() : List.copyOf(conversations);
  }

  /** What was made of no conversation. */
  public Known(String label, boolean wanted, Map<String, Said> values) {
    this(label, wanted, values, List.of());
  }

  /** The same, which other systems must not have. */
  public Known unwanted() {
    return new Known(label, false, values, conversations);
  }

  /** With what another source knows of the same thing. */
  public Known and(Known other) {
    var all = new LinkedHashMap<>(values);
    other.values.forEach(all::putIfAbsent);
    return new Known(label.isEmpty() ? other.label : label, wanted, all, conversations);
  }
}
