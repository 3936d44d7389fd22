package rapport.conversation.diagram;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rapport.conversation.flow.Condition;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.FlowTexts;
import rapport.conversation.flow.Phase;
import rapport.conversation.flow.Rule;

/** Makes a chart of a flow: runs of fields under the same guard become one part. */
final class ChartMaker {

  private final FlowDefinition definition;
  private final FlowTexts texts;
  private final ChartWords words;
  private final GuardWords guards;

  private ChartMaker(FlowDefinition definition, FlowTexts texts) {
    this.definition = definition;
    this.texts = texts;
    this.words = ChartWords.of(texts.locale());
    this.guards = new GuardWords(definition, texts, words);
  }

  /**
   * @param definition as it is written, not over rows
   * @param texts its words in the language of the chart
   */
  static Chart chart(FlowDefinition definition, FlowTexts texts) {
    return new ChartMaker(definition, texts).chart();
  }

  private Chart chart() {
    var blocks = definition.phases().stream().map(this::block).toList();
    var legend =
        Stream.of("required", "control", "silent", "generated", "prefill")
            .map(mark -> words.say("legend." + mark))
            .toList();
    return new Chart(texts.title(), words.say("begin"), words.say("end"), blocks, legend);
  }

  private Chart.Block block(Phase phase) {
    var parts = phase.steps().stream().flatMap(this::parts).toList();
    var rules = phase.rules().stream().map(this::note).toList();
    return new Chart.Block(texts.phase(phase.id()).title(), note(phase), parts, rules);
  }

  private String note(Phase phase) {
    if (phase.fields().isEmpty()) {
      return words.say("note.silent");
    }
    var batch =
        phase.batch() == 1
            ? words.say("note.one")
            : words.say("note.batch", "count", phase.batch());
    return phase.closing() ? batch + " · " + words.say("note.closing") : batch;
  }

  private Stream<Chart.Part> parts(Phase.Step step) {
    var parts = parts(runs(step.fields()));
    var group = step.each() == null ? null : definition.groups().get(step.each());
    if (group == null) {
      return parts.stream();
    }
    var item = texts.group(group.name()).item();
    var label = words.say("loop", Map.of("item", item, "min", group.min(), "max", group.max()));
    return Stream.of(new Chart.Loop(label, words.say("loop.again", "item", item), parts));
  }

  /** Neighbours under the same guard. */
  private record Run(Condition guard, List<Field> fields) {}

  private static List<Run> runs(List<Field> fields) {
    var runs = new ArrayList<Run>();
    for (var field : fields) {
      if (runs.isEmpty() || !runs.getLast().guard().equals(field.when())) {
        runs.add(new Run(field.when(), new ArrayList<>()));
      }
      runs.getLast().fields().add(field);
    }
    return runs;
  }

  private List<Chart.Part> parts(List<Run> runs) {
    var parts = new ArrayList<Chart.Part>();
    for (var next = 0; next < runs.size(); ) {
      var run = runs.get(next);
      if (run.guard().equals(Condition.always())) {
        parts.add(ask(run));
        next++;
      } else {
        var ways = alternatives(runs.subList(next, runs.size()));
        parts.add(branch(ways));
        next += ways.size();
      }
    }
    return parts;
  }

  /** The first run and those after it that exclude each other, as they wait for other values. */
  private static List<Run> alternatives(List<Run> runs) {
    var ways = new ArrayList<>(List.of(runs.getFirst()));
    if (runs.getFirst().guard() instanceof Condition.OneOf first && !first.orAbsent()) {
      var taken = new HashSet<>(first.texts());
      for (var run : runs.subList(1, runs.size())) {
        if (run.guard() instanceof Condition.OneOf(var path, var values, var orAbsent)
            && path.equals(first.path())
            && !orAbsent
            && values.stream().allMatch(taken::add)) {
          ways.add(run);
        } else {
          break;
        }
      }
    }
    return ways;
  }

  private Chart.Branch branch(List<Run> ways) {
    var arms = new ArrayList<Chart.Arm>();
    var first = ways.getFirst().guard();
    if (first instanceof Condition.OneOf one) {
      for (var way : ways) {
        var values = guards.values((Condition.OneOf) way.guard());
        arms.add(new Chart.Arm(values, List.of(ask(way))));
      }
      if (!exhausted(one.path(), ways)) {
        arms.add(new Chart.Arm(words.say("otherwise"), List.of()));
      }
      return new Chart.Branch(guards.label(one.path()) + "?", arms);
    }
    arms.add(new Chart.Arm(words.say("yes"), List.of(ask(ways.getFirst()))));
    arms.add(new Chart.Arm(words.say("no"), List.of()));
    return new Chart.Branch(guards.of(first) + "?", arms);
  }

  /** Whether a required closed choice has a way for each of its options. */
  private boolean exhausted(String path, List<Run> ways) {
    var waited = new HashSet<String>();
    ways.forEach(way -> waited.addAll(((Condition.OneOf) way.guard()).texts()));
    return definition
        .field(path)
        .filter(field -> field.type() == FieldType.CHOICE && field.required())
        .filter(field -> !field.openOptions() && field.optionsFrom() == null)
        .filter(field -> waited.containsAll(field.options()))
        .isPresent();
  }

  private Chart.Ask ask(Run run) {
    return new Chart.Ask(run.fields().stream().map(this::item).toList());
  }

  private Chart.Item item(Field field) {
    var marks =
        (field.required() ? "*" : "")
            + (field.control() ? "◇" : "")
            + (field.asked() ? "" : field.generated() ? "✎" : "▤")
            + (field.prefill() == null ? "" : "↧");
    return new Chart.Item(
        guards.label(field.path()), marks, words.type(field.type()), options(field));
  }

  private List<String> options(Field field) {
    var options = new ArrayList<String>();
    if (field.optionsFrom() != null) {
      options.add(words.say("options.from", "entry", field.optionsFrom().replace('_', ' ')));
    }
    field.options().forEach(one -> options.add(guards.option(field.path(), one)));
    return options;
  }

  private Chart.Note note(Rule rule) {
    return new Chart.Note(
        words.say("rule.when", "when", guards.of(rule.when())),
        rule.effects().stream().map(this::effect).toList());
  }

  private String effect(Rule.Effect effect) {
    return switch (effect) {
      case Rule.Reopen(var control) -> words.say("effect.reopen", "field", guards.label(control));
      case Rule.ClearPrefilled(var path) -> words.say("effect.clear", "field", guards.label(path));
      case Rule.FillFromChoice(_, var templates) ->
          words.say("effect.fill", "fields", labels(templates));
      case Rule.RequestSummary _ -> words.say("effect.summary");
      case Rule.SwitchMode(var mode) -> words.say("effect.mode", "mode", mode);
      case Rule.CallColleague _ -> words.say("effect.call");
      case Rule.Infer(var path, var value) ->
          words.say(
              "effect.infer",
              Map.of("field", guards.label(path), "value", guards.option(path, value)));
      case Rule.StartNext _ -> words.say("effect.next");
      case Rule.SeedRows(_, var titles) ->
          titles.isEmpty()
              ? words.say("effect.unseed")
              : words.say("effect.seed", "titles", String.join(", ", titles));
      case Rule.CountRows _ -> words.say("effect.count");
    };
  }

  private String labels(Map<String, String> templates) {
    return definition
        .fields()
        .map(Field::path)
        .filter(templates::containsKey)
        .map(guards::label)
        .collect(Collectors.joining(", "));
  }
}
