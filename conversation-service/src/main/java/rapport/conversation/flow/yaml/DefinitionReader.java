package rapport.conversation.flow.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import rapport.conversation.flow.Conduct;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.Migration;
import rapport.conversation.flow.Phase;
import rapport.conversation.flow.Rule;

/** Reads one definition; whether its parts fit together is for {@link DefinitionCheck}. */
public final class DefinitionReader {

  private final Problems problems;
  private final FieldReader fields;
  private final RuleReader rules;
  private final GroupReader groups;
  private final Map<Migration, Integer> migrationLines = new LinkedHashMap<>();
  private final Map<Conduct.Remark, Integer> conductLines = new LinkedHashMap<>();

  private DefinitionReader(Problems problems) {
    this.problems = problems;
    this.fields = new FieldReader(problems);
    this.rules = new RuleReader(problems);
    this.groups = new GroupReader(problems);
  }

  /**
   * A definition and where its parts stand.
   *
   * @param system fields of the record that nobody fills in
   * @param lines of fields and controls, by path
   * @param ruleLines of rules
   * @param groupLines of groups, by name
   * @param migrationLines of migrations
   * @param conductLines of remarks and next steps
   */
  public record Source(
      FlowDefinition definition,
      List<String> system,
      Map<String, Integer> lines,
      Map<Rule, Integer> ruleLines,
      Map<String, Integer> groupLines,
      Map<Migration, Integer> migrationLines,
      Map<Conduct.Remark, Integer> conductLines,
      Problems problems) {}

  public static Source read(YamlNode document, Problems problems) {
    return new DefinitionReader(problems).definition(document);
  }

  private Source definition(YamlNode document) {
    var keys = new Keys(document, 1, "the definition", problems);
    var name = keys.required("flow");
    var version = positive(keys, "version");
    keys.required("version");
    var root = keys.required("root");
    var context = keys.texts("context");
    var subject = keys.texts("subject");
    var summary = Objects.requireNonNullElse(keys.text("summary"), "");
    var names = keys.textMap("names");
    var groups = this.groups.read(keys.keys("groups"));
    var links = links(keys.keys("links"));
    var migrations = keys.items("migrations").stream().map(this::migration).toList();
    var system = keys.texts("system");
    var phases = phases(keys);
    var conduct = new ConductReader(problems, conductLines).read(keys);
    keys.refuseOthers();
    if (phases.isEmpty()) {
      problems.add(keys.line("phases"), "there are no phases", "add at least one under phases");
    }
    var definition =
        new FlowDefinition(
                name,
                version,
                root,
                context,
                subject,
                summary,
                names,
                groups,
                links,
                migrations,
                phases)
            .conducted(conduct);
    return new Source(
        definition,
        system,
        fields.lines(),
        rules.lines(),
        this.groups.lines(),
        migrationLines,
        conductLines,
        problems);
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
    var order = ask.text("order");
    ask.refuseOthers();
    var modes = keys.texts("modes");
    var steps = steps(id, keys);
    var consequences = keys.items("rules").stream().map(rules::read).toList();
    keys.refuseOthers();
    return new Phase(id, batch, closing, steps, consequences).in(modes, order);
  }

  /** Fields outside of groups that stand in a row are one step. */
  private List<Phase.Step> steps(String phase, Keys keys) {
    var steps = new ArrayList<Phase.Step>();
    var single = new ArrayList<Field>();
    for (var item : keys.items("fields")) {
      if (item instanceof YamlNode.Mapping(_, var entries) && entries.containsKey("each")) {
        if (!single.isEmpty()) {
          steps.add(new Phase.Step(null, single));
          single.clear();
        }
        steps.add(each(phase, item));
      } else {
        Stream.ofNullable(fields.read(phase, null, item)).forEach(single::add);
      }
    }
    if (!single.isEmpty()) {
      steps.add(new Phase.Step(null, single));
    }
    return steps;
  }

  private Phase.Step each(String phase, YamlNode item) {
    var keys = new Keys(item, item.line(), "a step of " + phase, problems);
    var group = keys.required("each");
    var rows =
        keys.items("fields").stream()
            .map(field -> fields.read(phase, group, field))
            .flatMap(Stream::ofNullable)
            .toList();
    if (rows.isEmpty()) {
      problems.add(item, "a step asks nothing of " + group, "add fields: [{ path: ... }]");
    }
    keys.refuseOthers();
    return new Phase.Step(group, rows);
  }

  private Migration migration(YamlNode item) {
    var keys = new Keys(item, item.line(), "a migration", problems);
    keys.required("from");
    var from = positive(keys, "from");
    var types = new LinkedHashMap<String, FieldType>();
    keys.textMap("retype")
        .forEach(
            (path, type) -> types.put(path, FieldReader.type(type, keys.line("retype"), problems)));
    var migration = new Migration(from, keys.textMap("rename"), keys.texts("drop"), types);
    keys.refuseOthers();
    migrationLines.put(migration, item.line());
    return migration;
  }

  private Map<String, FlowDefinition.Link> links(Keys keys) {
    var links = new LinkedHashMap<String, FlowDefinition.Link>();
    for (var entry : keys.names()) {
      var link = new Keys(keys.node(entry), keys.line(entry), "link " + entry, problems);
      links.put(entry, new FlowDefinition.Link(link.required("flow"), link.textMap("fill")));
      link.refuseOthers();
    }
    return links;
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
