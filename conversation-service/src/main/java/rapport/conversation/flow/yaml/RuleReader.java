package rapport.conversation.flow.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import rapport.conversation.flow.Rule;

/** Reads rules, such as <code>{ when: "ready == false", do: [{ reopen: ready }] }</code>. */
final class RuleReader {

  private final Problems problems;
  private final Map<Rule, Integer> lines = new LinkedHashMap<>();

  RuleReader(Problems problems) {
    this.problems = problems;
  }

  /** The rules read so far and where they stand. */
  Map<Rule, Integer> lines() {
    return lines;
  }

  Rule read(YamlNode item) {
    var keys = new Keys(item, item.line(), "a rule", problems);
    keys.required("when");
    var items = keys.items("do");
    if (items.isEmpty()) {
      problems.add(item, "a rule does nothing", "say what follows: do: [{ reopen: some_control }]");
    }
    var effects = items.stream().map(this::effect).flatMap(Optional::stream).toList();
    var rule = new Rule(Guards.read(keys, problems), effects);
    keys.refuseOthers();
    lines.put(rule, item.line());
    return rule;
  }

  private Optional<Rule.Effect> effect(YamlNode node) {
    var keys = new Keys(node, node.line(), "an effect", problems);
    if (keys.names().size() != 1) {
      problems.add(node, "an effect has exactly one key", "write one { effect: ... } per item");
      return Optional.empty();
    }
    return switch (keys.names().iterator().next()) {
      case "clear_prefilled" ->
          Optional.of(new Rule.ClearPrefilled(keys.required("clear_prefilled")));
      case "reopen" -> Optional.of(new Rule.Reopen(keys.required("reopen")));
      case "request_summary" ->
          Optional.of(new Rule.RequestSummary(keys.required("request_summary")));
      case "switch_mode" -> Optional.of(new Rule.SwitchMode(keys.required("switch_mode")));
      case "call_colleague" -> Optional.of(new Rule.CallColleague(keys.required("call_colleague")));
      case "infer" -> {
        var infer = keys.keys("infer");
        var effect = new Rule.Infer(infer.required("field"), infer.required("value"));
        infer.refuseOthers();
        yield Optional.of(effect);
      }
      case "start_next" -> {
        keys.keys("start_next").refuseOthers();
        yield Optional.of(new Rule.StartNext());
      }
      case "seed_rows" -> {
        var seed = keys.keys("seed_rows");
        var effect = new Rule.SeedRows(seed.required("group"), seed.texts("titles"));
        seed.refuseOthers();
        yield Optional.of(effect);
      }
      case "count_rows" -> Optional.of(new Rule.CountRows(keys.required("count_rows")));
      case "fill_from_choice" -> {
        var filling = keys.keys("fill_from_choice");
        var effect = new Rule.FillFromChoice(filling.required("control"), filling.textMap("fill"));
        filling.refuseOthers();
        yield Optional.of(effect);
      }
      case String unknown -> {
        problems.add(
            node,
            "there is no effect '" + unknown + "'",
            "use one of call_colleague, clear_prefilled, count_rows, fill_from_choice, infer,"
                + " reopen, request_summary, seed_rows, start_next, switch_mode");
        yield Optional.empty();
      }
    };
  }
}
