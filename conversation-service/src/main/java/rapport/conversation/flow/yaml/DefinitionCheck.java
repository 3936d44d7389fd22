package rapport.conversation.flow.yaml;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.Phase;
import rapport.conversation.flow.Rule;

/** Whether the parts of a definition fit together. */
final class DefinitionCheck {

  private final FlowDefinition definition;
  private final DefinitionReader.Source source;
  private final Problems problems;

  private DefinitionCheck(DefinitionReader.Source source) {
    this.definition = source.definition();
    this.source = source;
    this.problems = source.problems();
  }

  static void check(DefinitionReader.Source source) {
    new DefinitionCheck(source).all();
  }

  private void all() {
    definition.fields().forEach(this::field);
    source.ruleLines().forEach((rule, line) -> rule.effects().forEach(one -> effect(one, line)));
    new GuardCheck(definition, source.lines(), source.ruleLines(), source.conductLines(), problems)
        .all();
    names();
    summary();
    system();
    closing();
    branches();
    new GroupCheck(source).all();
    new ConductCheck(source).all();
    links();
  }

  private void links() {
    definition
        .links()
        .forEach((entry, link) -> {
          context(entry, 0);
          link.fill().keySet().stream()
              .filter(
                  path -> definition.field(path).filter(field -> field.prefill() != null).isEmpty())
              .forEach(path ->
                  problems.add(
                      0, entry + " fills '" + path + "'", "name a field that has a prefill"));
        });
    definition.subject().forEach(entry -> context(entry, 0));
  }

  private void field(Field field) {
    var line = line(field);
    choice(field, line);
    limits(field, line);
    context(field.optionsFrom(), line);
    context(field.prefill(), line);
    if (field.control() && (field.required() || field.prefill() != null || field.generated())) {
      problems.add(
          line,
          field.path() + " is a control and not part of the record",
          "make it a path, or drop required, prefill and generated");
    }
    if (field.implied() && !(field.control() && field.type() == FieldType.CONFIRM)) {
      problems.add(line, field.path() + " cannot be implied", "only a confirm control can be");
    }
    mentions(field, line);
    field.offers().forEach(other -> offer(field, other));
  }

  private void mentions(Field field, int line) {
    if (!field.mentions().isEmpty()
        && field.type() != FieldType.TAGS
        && field.type() != FieldType.STRING) {
      problems.add(line, field.path() + " cannot have mentions", "only tags and strings can");
    }
    if (field.type() == FieldType.STRING
        && !Field.KINDS_OF_MENTIONS.containsAll(field.mentions())) {
      problems.add(
          line,
          field.path() + " mentions something unknown",
          "a string mentions " + String.join(", ", Field.KINDS_OF_MENTIONS));
    }
  }

  private void choice(Field field, int line) {
    var choice = field.type() == FieldType.CHOICE;
    if (choice && field.options().isEmpty() && field.optionsFrom() == null) {
      problems.add(line, field.path() + " is a choice without options", "add options: [one, two]");
    }
    if (!choice
        && (!field.options().isEmpty() || field.optionsFrom() != null || field.openOptions())) {
      problems.add(
          line, field.path() + " is no choice but has options", "use type: choice or suggestions");
    }
    if (field.options().stream().distinct().count() < field.options().size()) {
      problems.add(line, field.path() + " offers an option twice", "keep one of them");
    }
  }

  private void limits(Field field, int line) {
    var min = field.min();
    var max = field.max();
    if ((min != null || max != null) && field.type() != FieldType.INTEGER) {
      problems.add(line, field.path() + " cannot have min or max", "only an integer can");
    }
    if (min != null && max != null && min > max) {
      problems.add(line, field.path() + " has min " + min + " above max " + max, "swap the limits");
    }
  }

  private void context(@Nullable String entry, int line) {
    if (entry != null && !definition.context().contains(entry)) {
      problems.add(line, "no context entry '" + entry + "'", knownContext());
    }
  }

  private void offer(Field field, String other) {
    var found = definition.field(other);
    if (found.isEmpty() || found.get().control() || other.equals(field.path())) {
      problems.add(
          line(field), field.path() + " cannot offer '" + other + "'", "name another field");
    }
  }

  private void effect(Rule.Effect effect, int line) {
    switch (effect) {
      case Rule.ClearPrefilled(var path) -> {
        if (definition.field(path).filter(field -> field.prefill() != null).isEmpty()) {
          problems.add(
              line, "clear_prefilled names '" + path + "'", "name a field that has a prefill");
        }
      }
      case Rule.Reopen(var control) -> control(control, "reopen", line);
      case Rule.RequestSummary(var control) -> {
        control(control, "request_summary", line);
        if (definition.summaryField().isEmpty()) {
          problems.add(line, "there is no field for the summary", "add summary: some_path");
        }
      }
      case Rule.FillFromChoice filling -> fill(filling, line);
      case Rule.SeedRows(var group, _) -> group(group, "seed_rows", line);
      case Rule.CountRows(var group) -> {
        group(group, "count_rows", line);
        var declared = definition.groups().get(group);
        if (declared != null && declared.count() == null) {
          problems.add(line, group + " has no count", "add count: some_control to the group");
        }
      }
      case Rule.SwitchMode(var mode) -> mode(mode, line);
      case Rule.CallColleague _ -> {
        if (definition.conduct().handoff() == null) {
          problems.add(
              line,
              "call_colleague needs colleagues",
              "name the mode they answer in: modes: handoff");
        }
      }
      case Rule.Infer(var path, _) -> {
        if (definition.field(path).filter(field -> !field.control()).isEmpty()) {
          problems.add(line, "infer fills '" + path + "'", "name a field of this flow");
        }
      }
      case Rule.StartNext _ -> {}
    }
  }

  private void mode(String mode, int line) {
    var modes = definition.conduct().modes();
    if (modes == null || !modes.states().contains(mode)) {
      problems.add(line, "switch_mode names '" + mode + "'", "name one of modes: states");
    }
  }

  private void fill(Rule.FillFromChoice filling, int line) {
    control(filling.control(), "fill_from_choice", line);
    if (definition
        .field(filling.control())
        .filter(field -> field.optionsFrom() == null)
        .isPresent()) {
      problems.add(line, filling.control() + " has no options_from", "name the list it picks from");
    }
    filling.templates().keySet().stream()
        .filter(path -> definition.field(path).filter(field -> !field.control()).isEmpty())
        .forEach(
            path -> problems.add(line, "fill_from_choice fills '" + path + "'", "name a field"));
  }

  private void group(String name, String effect, int line) {
    if (!definition.groups().containsKey(name)) {
      problems.add(line, effect + " names '" + name + "'", "name a group of this flow");
    }
  }

  private void control(String path, String effect, int line) {
    if (definition.field(path).filter(Field::control).isEmpty()) {
      problems.add(line, effect + " names '" + path + "'", "name a control of this flow");
    }
  }

  private void names() {
    definition
        .names()
        .forEach((placeholder, path) -> {
          if (definition.field(path).isEmpty()) {
            problems.add(
                0, "names calls '" + path + "' " + placeholder, "name a field of this flow");
          }
        });
  }

  private void summary() {
    var path = definition.summaryField();
    if (!path.isEmpty() && definition.field(path).filter(Field::generated).isEmpty()) {
      problems.add(0, "the summary field '" + path + "' is not there", "name a generated field");
    }
  }

  private void system() {
    source.system().stream()
        .filter(path -> definition.field(path).isPresent())
        .forEach(path ->
            problems.add(
                source.lines().getOrDefault(path, 0),
                path + " is a system field and a field",
                "people fill it in or the system does; keep one"));
  }

  private void closing() {
    var closing = definition.phases().stream().filter(Phase::closing).map(Phase::id).toList();
    if (!closing.isEmpty() && !closing.equals(List.of(definition.phases().getLast().id()))) {
      problems.add(0, "closing are " + String.join(", ", closing), "only the last phase can close");
    }
  }

  private void branches() {
    Set<String> paths = definition.fields().map(Field::path).collect(Collectors.toSet());
    definition
        .fields()
        .filter(field -> paths.stream().anyMatch(path -> path.startsWith(field.path() + ".")))
        .forEach(field ->
            problems.add(
                line(field),
                field.path() + " is a field and a group of fields",
                "rename one of them"));
  }

  private String knownContext() {
    return definition.context().isEmpty()
        ? "declare it under context"
        : "declare it under context, or use " + String.join(", ", definition.context());
  }

  private int line(Field field) {
    return source.lines().getOrDefault(field.path(), 0);
  }
}
