package rapport.conversation.flow.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.Phase;
import rapport.conversation.flow.Rule;

/** Reads one definition; whether its parts fit together is for {@link DefinitionCheck}. */
final class DefinitionReader {

  private final Problems problems;
  private final FieldReader fields;
  private final RuleReader rules;

  private DefinitionReader(Problems problems) {
    this.problems = problems;
    this.fields = new FieldReader(problems);
    this.rules = new RuleReader(problems);
  }

  /**
   * A definition and where its parts stand.
   *
   * @param system fields of the record that nobody fills in
   * @param lines of fields and controls, by path
   * @param ruleLines of rules
   */
  record Source(
      FlowDefinition definition,
      List<String> system,
      Map<String, Integer> lines,
      Map<Rule, Integer> ruleLines,
      Problems problems) {}

  static Source read(YamlNode document, Problems problems) {
    return new DefinitionReader(problems).definition(document);
  }

  private Source definition(YamlNode document) {
    var keys = new Keys(document, 1, "the definition", problems);
    var name = keys.required("flow");
    var version = positive(keys, "version");
    keys.required("version");
    var root = keys.required("root");
    var context = keys.texts("context");
    var summary = Objects.requireNonNullElse(keys.text("summary"), "");
    var names = keys.textMap("names");
    var system = keys.texts("system");
    var phases = phases(keys);
    keys.refuseOthers();
    if (phases.isEmpty()) {
      problems.add(keys.line("phases"), "there are no phases", "add at least one under phases");
    }
    var definition = new FlowDefinition(name, version, root, context, summary, names, phases);
    return new Source(definition, system, fields.lines(), rules.lines(), problems);
  }

  private List<Phase> phases(Keys keys) {
    var phases = new ArrayList<Phase>();
    for (var item : keys.items("phases")) {
      var phase = phase(item);
      if (phases.stream().anyMatch(other -> other.id().equals(phase.id()))) {
        problems.add(item, "a second phase " + phase.id(), "give it another id");
      } else {
        phases.add(phase);
      }
    }
    return phases;
  }

  private Phase phase(YamlNode node) {
    var keys = new Keys(node, node.line(), "a phase", problems);
    var id = keys.required("id");
    var closing = keys.flag("closing", false);
    var ask = keys.keys("ask");
    var batch = positive(ask, "batch");
    ask.refuseOthers();
    var items =
        keys.items("fields").stream()
            .map(item -> fields.read(id, item))
            .flatMap(Stream::ofNullable)
            .toList();
    var consequences = keys.items("rules").stream().map(rules::read).toList();
    keys.refuseOthers();
    return new Phase(id, batch, closing, items, consequences);
  }

  /** A number from 1; 1 when absent or wrong. */
  private int positive(Keys keys, String key) {
    var number = keys.integer(key);
    if (number != null && number < 1) {
      problems.add(keys.line(key), key + " is " + number, "use 1 or more");
    }
    return number == null ? 1 : Math.max(1, number);
  }
}
