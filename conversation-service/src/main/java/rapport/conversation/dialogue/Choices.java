package rapport.conversation.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rapport.conversation.flow.Field;

/** What a choice offers: the entries of the context it names, then its own options. */
public final class Choices {

  private Choices() {}

  public static List<String> of(Field field, Dialogue dialogue) {
    var all = new ArrayList<>(fromContext(field, dialogue));
    all.addAll(field.options());
    return all;
  }

  /** Only the entries of the context. */
  static List<String> fromContext(Field field, Dialogue dialogue) {
    return field.optionsFrom() != null
            && dialogue.context().get(field.optionsFrom()) instanceof List<?> entries
        ? named(entries)
        : List.of();
  }

  /** What the entries of a list of the context are called. */
  static List<String> named(List<?> entries) {
    return entries.stream()
        .map(entry -> String.valueOf(entry instanceof Map<?, ?> named ? named.get("name") : entry))
        .toList();
  }
}
