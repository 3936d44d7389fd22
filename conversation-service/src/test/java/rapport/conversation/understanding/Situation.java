package rapport.conversation.understanding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.conversation.dialogue.Act;
import rapport.conversation.flow.Facts;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.FlowTexts;
import rapport.conversation.flow.yaml.FlowCatalog;

/** A moment of the customer-profile conversation in which something can be said. */
public record Situation(
    List<String> asked,
    Map<String, FieldValue> values,
    Map<String, List<String>> choices,
    List<String> suggested,
    List<Act.Fill> unclear,
    String locale) {

  private static final FlowCatalog CATALOG = FlowCatalog.fromClasspath();
  private static final FlowDefinition FLOW = CATALOG.latest("customer-profile");
  private static final Map<String, FlowTexts> TEXTS =
      Map.of(
          "en", CATALOG.texts("customer-profile", "en"),
          "de", CATALOG.texts("customer-profile", "de"),
          "es", CATALOG.texts("customer-profile", "es"),
          "ar", CATALOG.texts("customer-profile", "ar"));

  public static Situation asked(String segment, String... paths) {
    var values = new HashMap<String, FieldValue>();
    if (!segment.isEmpty()) {
      values.put("b2b_b2c", FieldValue.text(segment));
    }
    return new Situation(List.of(paths), values, Map.of(), List.of(), List.of(), "en");
  }

  public Situation holding(String path, Object value) {
    var more = new LinkedHashMap<>(values);
    more.put(path, FieldValue.of(value));
    return new Situation(asked, more, choices, suggested, unclear, locale);
  }

  public Situation offering(String path, List<String> options) {
    return new Situation(asked, values, Map.of(path, options), suggested, unclear, locale);
  }

  public Situation suggesting(List<String> paths) {
    return new Situation(asked, values, choices, paths, unclear, locale);
  }

  /** With one more field that the message before may have meant. */
  public Situation unclear(String path, String value) {
    var more = new ArrayList<>(unclear);
    more.add(new Act.Fill(path, FieldValue.text(value), value, 0.45));
    return new Situation(asked, values, choices, suggested, List.copyOf(more), locale);
  }

  public Situation in(String language) {
    return new Situation(asked, values, choices, suggested, unclear, language);
  }

  /** What an interpreter gets to see when this is said. */
  public Utterance said(String text) {
    var fields = FLOW.fields().filter(field -> field.appliesTo(new Known())).toList();
    return new Utterance(
        text,
        asked.stream().map(path -> field(path, fields)).toList(),
        fields,
        values,
        choices,
        suggested,
        List.of(),
        Objects.requireNonNull(TEXTS.get(locale)),
        unclear);
  }

  /** All fields of the flow, whether they apply or not. */
  public static List<Field> everyField() {
    return FLOW.fields().toList();
  }

  private static Field field(String path, List<Field> fields) {
    return fields.stream()
        .filter(field -> field.path().equals(path))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(path + " does not apply"));
  }

  private final class Known implements Facts {
    @Override
    public @Nullable FieldValue value(String path) {
      // What is asked about a choice or a prefilled value only applies with it.
      return path.equals("want_summary") && asked.contains("summary_focus")
          ? new FieldValue.Flag(true)
          : values.get(path);
    }

    @Override
    public boolean prefilled(String path) {
      return asked.contains("company_is_right");
    }

    @Override
    public boolean closed(String path) {
      return values.containsKey(path);
    }

    @Override
    public @Nullable String context(String key) {
      return choices.isEmpty() ? null : "present";
    }

    @Override
    public boolean completed() {
      return asked.contains("next_action");
    }
  }
}
