package rapport.conversation.flow.tool;

import java.util.Collection;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.yaml.DefinitionReader;
import rapport.conversation.flow.yaml.FlowProblem;

/** What is allowed in a definition and hardly meant. */
final class DefinitionLint {

  private final FlowDefinition definition;
  private final DefinitionReader.Source source;
  private final Collection<FlowProblem> warnings;
  private final Reach reach;

  private DefinitionLint(DefinitionReader.Source source, Collection<FlowProblem> warnings) {
    this.definition = source.definition();
    this.source = source;
    this.warnings = warnings;
    this.reach = new Reach(definition);
  }

  static void check(DefinitionReader.Source source, Collection<FlowProblem> warnings) {
    new DefinitionLint(source, warnings).all();
  }

  private void all() {
    definition.fields().forEach(this::field);
    source
        .ruleLines()
        .forEach((rule, line) -> {
          if (!reach.possible(rule.when())) {
            warn(
                line,
                "this rule can never take effect: " + rule.when().expression(),
                "mend its guard, or remove it");
          }
        });
  }

  private void field(Field field) {
    var line = source.lines().getOrDefault(field.path(), 0);
    if (!reach.possible(field.when())) {
      warn(
          line,
          field.path() + " can never apply: " + field.when().expression(),
          "mend its guard, or remove the field");
    }
    if (field.required() && !field.asked() && !field.generated() && field.prefill() == null) {
      warn(
          line,
          field.path() + " is required but never asked",
          "ask it, or let it be filled in later");
    }
    if (field.type() == FieldType.CHOICE
        && field.options().size() == 1
        && !field.openOptions()
        && field.optionsFrom() == null) {
      warn(line, field.path() + " offers one option", "offer another one, or ask yes or no");
    }
  }

  private void warn(int line, String what, String fix) {
    warnings.add(new FlowProblem(source.problems().file(), line, what, fix));
  }
}
