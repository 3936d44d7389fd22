package rapport.conversation.flow.yaml;

import java.util.Map;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.Group;
import rapport.conversation.flow.Phase;

/** Whether a definition's repeat groups and their fields fit together. */
final class GroupCheck {

  private final FlowDefinition definition;
  private final Map<String, Integer> lines;
  private final Map<String, Integer> groupLines;
  private final Problems problems;

  GroupCheck(DefinitionReader.Source source) {
    this.definition = source.definition();
    this.lines = source.lines();
    this.groupLines = source.groupLines();
    this.problems = source.problems();
  }

  void all() {
    definition.groups().values().forEach(this::group);
    for (var phase : definition.phases()) {
      phase.steps().forEach(this::step);
    }
  }

  private void group(Group group) {
    var line = groupLines.getOrDefault(group.name(), 0);
    var title = definition.field(group.title()).orElse(null);
    if (title == null || title.type() != FieldType.STRING) {
      problems.add(
          line,
          "the rows of " + group.name() + " are called by '" + group.title() + "'",
          "name a string field of theirs");
    }
    if (definition.field(group.name()).isPresent()) {
      problems.add(line, group.name() + " is a group and a field", "rename one of them");
    }
    var count = group.count();
    if (count != null && !isCount(count)) {
      problems.add(
          line, group.name() + " is counted by '" + count + "'", "name an integer control");
    }
  }

  private boolean isCount(String path) {
    return definition
        .field(path)
        .filter(field -> field.control() && field.type() == FieldType.INTEGER)
        .isPresent();
  }

  private void step(Phase.Step step) {
    for (var field : step.fields()) {
      var group = step.each();
      if (group != null && !definition.groups().containsKey(group)) {
        problems.add(line(field), "there is no group '" + group + "'", "declare it under groups");
      }
      if (group == null && field.unique()) {
        problems.add(line(field), field.path() + " cannot be unique", "only a field of rows can");
      }
      if (group != null) {
        row(field);
      }
    }
  }

  /** What would need a meaning for each row that nobody has given it yet. */
  private void row(Field field) {
    if (field.prefill() != null || field.generated() || !field.offers().isEmpty()) {
      problems.add(
          line(field),
          field.path() + " has prefill, generated or offers",
          "rows cannot have them; drop them");
    }
    field.when().reads().stream()
        .filter(path -> path.contains("["))
        .forEach(path ->
            problems.add(
                line(field),
                "the guard of " + field.path() + " looks into rows",
                "let it look at something outside of groups"));
  }

  private int line(Field field) {
    return lines.getOrDefault(field.path(), 0);
  }
}
