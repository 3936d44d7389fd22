package rapport.integrations.push;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is known of something that can be pushed.
 *
 * @param label what people call it
 * @param wanted false when other systems need not have it, such as a person who turned out to be
 *     another one, or a company that was put away
 * @param values by the names of {@link PushField}; what is absent is not known
 */
public record Known(String label, boolean wanted, Map<String, Said> values) {

  public static final Known NOTHING = new Known("", false, Map.of());

  public Known {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** With what another source knows of the same thing. */
  public Known and(Known other) {
    var all = new LinkedHashMap<>(values);
    other.values.forEach(all::putIfAbsent);
    return new Known(label.isEmpty() ? other.label : label, wanted, all);
  }
}
