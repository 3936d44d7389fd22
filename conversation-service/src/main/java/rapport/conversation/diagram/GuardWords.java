package rapport.conversation.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import rapport.conversation.flow.Condition;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.FlowTexts;

/** Guards in words. */
record GuardWords(FlowDefinition definition, FlowTexts texts, ChartWords words) {

  private static final String CONTEXT = "context.";

  String of(Condition guard) {
    return switch (guard) {
      case Condition.Present(var path) when path.startsWith(CONTEXT) ->
          words.say("guard.context", "entry", entry(path));
      case Condition.Present(var path) -> words.say("guard.known", "label", label(path));
      case Condition.OneOf one ->
          words.say("guard.is", Map.of("label", label(one.path()), "value", quoted(one)));
      case Condition.AtLeast(var path, var least) ->
          words.say("guard.at_least", Map.of("label", label(path), "value", least.toPlainString()));
      case Condition.Prefilled(var path) -> words.say("guard.prefilled", "label", label(path));
      case Condition.Closed(var path) -> words.say("guard.closed", "label", label(path));
      case Condition.Completed() -> words.say("guard.completed");
      case Condition.Not(Condition.OneOf(var path, var values, var orAbsent)) ->
          words.say(
              "guard.is_not",
              Map.of(
                  "label",
                  label(path),
                  "value",
                  quoted(new Condition.OneOf(path, values, orAbsent))));
      case Condition.Not(Condition.Present(var path)) when !path.startsWith(CONTEXT) ->
          words.say("guard.unknown", "label", label(path));
      case Condition.Not(var inner) -> words.say("guard.not", "inner", of(inner));
      case Condition.And(var all) -> joined(all, "guard.and");
      case Condition.Or(var any) -> joined(any, "guard.or");
    };
  }

  /** What a field, a control, a group, a signal or an entry of the context is called. */
  String label(String path) {
    if (path.startsWith(CONTEXT)) {
      return entry(path);
    }
    if (definition.groups().containsKey(path)) {
      return texts.group(path).label();
    }
    return definition.field(path).isPresent() ? texts.field(path).label() : path.replace('.', ' ');
  }

  /** The values a guard waits for, as people are offered them. */
  String values(Condition.OneOf guard) {
    return either(named(guard));
  }

  private String quoted(Condition.OneOf guard) {
    return either(
        named(guard).stream().map(one -> words.say("guard.value", "value", one)).toList());
  }

  private List<String> named(Condition.OneOf guard) {
    var field = definition.field(guard.path());
    var named = new ArrayList<String>();
    guard.texts().stream()
        .sorted(order(field.map(Field::options).orElse(List.of())))
        .map(value -> option(guard.path(), value))
        .forEach(named::add);
    if (guard.orAbsent()) {
      named.add(words.say("guard.or_nothing"));
    }
    return named;
  }

  String option(String path, String value) {
    var type = definition.field(path).map(Field::type).orElse(FieldType.STRING);
    if (type == FieldType.CONFIRM) {
      return words.say(value);
    }
    return definition.field(path).isPresent() ? texts.field(path).option(value) : value;
  }

  private String either(List<String> named) {
    return named.stream().reduce(join("guard.or")).orElse("");
  }

  private static Comparator<String> order(List<String> options) {
    return Comparator.<String>comparingInt(options::indexOf)
        .thenComparing(Comparator.naturalOrder());
  }

  private String joined(List<Condition> parts, String key) {
    return parts.stream()
        .map(part -> part instanceof Condition.Or ? "(" + of(part) + ")" : of(part))
        .collect(Collectors.reducing(join(key)))
        .orElse("");
  }

  private BinaryOperator<String> join(String key) {
    return (left, right) -> words.say(key, Map.of("left", left, "right", right));
  }

  private static String entry(String path) {
    return path.substring(CONTEXT.length()).replace('_', ' ');
  }
}
