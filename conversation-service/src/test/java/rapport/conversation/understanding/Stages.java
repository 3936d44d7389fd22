package rapport.conversation.understanding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.Facts;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.FlowTexts;
import rapport.conversation.flow.Group;
import rapport.conversation.flow.yaml.FlowCatalog;

/**
 * A moment of the buying-process conversation in which something can be said. Fields of rows are
 * written {@code s2.duration} for {@code buying_stages[s2].duration}.
 *
 * @param rows the ids of the stages there are, in order
 */
public record Stages(List<String> rows, List<String> asked, Map<String, FieldValue> values) {

  private static final FlowCatalog CATALOG = FlowCatalog.fromClasspath();
  private static final FlowDefinition FLOW = CATALOG.latest("buying-process");
  private static final FlowTexts TEXTS = CATALOG.texts("buying-process", "en");
  private static final String GROUP = "buying_stages";

  /** With stages of these names; an empty name is a stage that has none yet. */
  public static Stages called(String... titles) {
    var rows = new ArrayList<String>();
    Map<String, FieldValue> values = new LinkedHashMap<>();
    for (var title : titles) {
      rows.add("s" + (rows.size() + 1));
      if (!title.isEmpty()) {
        values.put(path(rows.getLast() + ".stage_name"), FieldValue.text(title));
      }
    }
    return new Stages(rows, List.of(), values);
  }

  public Stages asking(List<String> paths) {
    return new Stages(rows, paths.stream().map(Stages::path).toList(), values);
  }

  public Stages holding(String path, Object value) {
    var more = new LinkedHashMap<>(values);
    more.put(path(path), FieldValue.of(value));
    return new Stages(rows, asked, more);
  }

  /** What an interpreter gets to see when this is said. */
  public Utterance said(String text) {
    var definition = FLOW.over(Map.of(GROUP, rows));
    var fields = definition.fields().filter(field -> field.appliesTo(new Known())).toList();
    return new Utterance(
        text,
        asked.stream().map(path -> field(path, fields)).toList(),
        fields,
        values,
        Map.of(),
        List.of(),
        List.of(new Utterance.Rows(group(), rows)),
        TEXTS);
  }

  public static Group group() {
    return Objects.requireNonNull(FLOW.groups().get(GROUP));
  }

  /** The path of {@code s2.duration}; any other as it is. */
  public static String path(String shortened) {
    return shortened.replaceAll("\\b(s\\d+)\\.(?=[a-z])", GROUP + "[$1].");
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
      return values.get(path);
    }

    @Override
    public boolean prefilled(String path) {
      return false;
    }

    @Override
    public boolean closed(String path) {
      return values.containsKey(path);
    }

    @Override
    public @Nullable String context(String key) {
      return null;
    }

    @Override
    public boolean completed() {
      return false;
    }
  }
}
