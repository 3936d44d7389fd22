package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ItemPath;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.Group;
import rapport.conversation.understanding.Utterance;

/**
 * The repeat groups of a flow and the rows they have.
 *
 * @param groups what there may be rows of
 * @param rows all rows, by group and in order
 */
record RowTable(List<Group> groups, List<Row> rows) {

  /** A flow without groups. */
  static final RowTable NONE = new RowTable(List.of(), List.of());

  RowTable {
    groups = List.copyOf(groups);
    rows = List.copyOf(rows);
  }

  static RowTable of(Utterance utterance) {
    if (utterance.groups().isEmpty()) {
      return NONE;
    }
    var columns = new LinkedHashMap<String, Map<String, Field>>();
    for (var field : utterance.fields()) {
      field
          .row()
          .ifPresent(path ->
              columns
                  .computeIfAbsent(prefix(path.group(), path.item()), _ -> new LinkedHashMap<>())
                  .put(ItemPath.template(field.path()), field));
    }
    var rows = new ArrayList<Row>();
    for (var known : utterance.groups()) {
      for (var item : known.items()) {
        var title = utterance.values().get(known.group().titleOf(item));
        var fields = columns.getOrDefault(prefix(known.group().name(), item), Map.of());
        rows.add(
            new Row(
                known.group(),
                item,
                known.items().indexOf(item),
                title == null ? null : title.display(),
                without(fields, known.group().title())));
      }
    }
    return new RowTable(utterance.groups().stream().map(Utterance.Rows::group).toList(), rows);
  }

  private static String prefix(String group, String item) {
    return ItemPath.prefix(group, item);
  }

  private static Map<String, Field> without(Map<String, Field> columns, String title) {
    var others = new LinkedHashMap<>(columns);
    others.remove(title);
    return others;
  }

  List<Row> rows(Group group) {
    return rows.stream().filter(row -> row.group().name().equals(group.name())).toList();
  }

  /** The row a field belongs to. */
  Optional<Row> rowOf(Field field) {
    return field
        .row()
        .flatMap(path ->
            rows.stream()
                .filter(row ->
                    row.group().name().equals(path.group()) && row.item().equals(path.item()))
                .findFirst());
  }

  /** The row that is asked about, or the only one there is; null when it is not clear. */
  @Nullable Row talkedAbout(Utterance utterance) {
    var asked = utterance.asked().stream().findFirst().flatMap(this::rowOf);
    return asked.orElse(rows.size() == 1 ? rows.getFirst() : null);
  }

  /** Without the fields of other rows. */
  Map<String, String> narrowed(Map<String, String> phaseByPath, @Nullable Row row) {
    if (groups.isEmpty()) {
      return phaseByPath;
    }
    var narrowed = new LinkedHashMap<>(phaseByPath);
    rows.stream()
        .filter(other -> row == null || !row.is(other))
        .forEach(other -> {
          narrowed.remove(other.titlePath());
          other.columns().values().forEach(field -> narrowed.remove(field.path()));
        });
    return narrowed;
  }

  /** The group whose titles a field is one of. */
  Optional<Group> titled(Field field) {
    return groups.stream()
        .filter(group -> group.title().equals(ItemPath.template(field.path())))
        .findFirst();
  }
}
