package rapport.conversation.flow.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rapport.conversation.flow.Condition;
import rapport.conversation.flow.Conduct;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.Rule;

/**
 * Whether guards look at things that exist, compare them with possible values, and never run in
 * circles.
 */
record GuardCheck(
    FlowDefinition definition,
    Map<String, Integer> lines,
    Map<Rule, Integer> ruleLines,
    Map<Conduct.Remark, Integer> remarkLines,
    Problems problems) {

  private static final String CONTEXT = "context.";

  void all() {
    definition.fields().forEach(field -> guard(field.when(), line(field.path()), field.path()));
    definition
        .fields()
        .forEach(
            field -> guard(field.timing().askWhen(), line(field.path()), "asking " + field.path()));
    remarkLines.forEach((remark, line) -> guard(remark.when(), line, remark.id()));
    ruleLines.forEach((rule, line) -> guard(rule.when(), line, "a rule"));
    circles();
  }

  private void guard(Condition guard, int line, String owner) {
    guard.reads().stream()
        .filter(path -> definition.field(path).isEmpty())
        .filter(path -> !definition.groups().containsKey(path))
        .filter(path -> !isSignal(path))
        .sorted()
        .forEach(path ->
            problems.add(
                line,
                "the guard of " + owner + " looks at unknown '" + path + "'",
                "name a field, control, group or signal of this flow"));
    parts(guard).forEach(part -> part(part, line, owner));
  }

  /** Whether it is known of the conversation rather than answered in it. */
  private boolean isSignal(String path) {
    var signals = definition.conduct().signals();
    return switch (path) {
      case Conduct.MODE -> definition.conduct().modes() != null;
      case "persona.id", "persona.confidence" -> signals.containsKey("persona");
      case "intent.score", "intent.band" -> signals.containsKey("intent");
      case String other -> other.startsWith(Conduct.NOTICED) && !signals.isEmpty();
    };
  }

  private void part(Condition part, int line, String owner) {
    if (part instanceof Condition.Present(var path)) {
      context(path, line, owner);
    }
    if (part instanceof Condition.OneOf(var path, var texts, _)) {
      context(path, line, owner);
      definition.field(path).ifPresent(field -> possible(field, texts, line, owner));
      var modes = definition.conduct().modes();
      if (path.equals(Conduct.MODE) && modes != null) {
        possible("the mode", texts, Set.copyOf(modes.states()), line, owner);
      }
    }
  }

  private void context(String path, int line, String owner) {
    if (path.startsWith(CONTEXT)
        && !definition.context().contains(path.substring(CONTEXT.length()))) {
      problems.add(
          line,
          "the guard of " + owner + " looks at unknown '" + path + "'",
          "declare the entry under context");
    }
  }

  private void possible(Field field, Set<String> texts, int line, String owner) {
    if (field.type() == FieldType.CONFIRM) {
      possible(field.path(), texts, Set.of("yes", "no"), line, owner);
    } else if (field.type() == FieldType.CHOICE
        && !field.openOptions()
        && field.optionsFrom() == null) {
      possible(field.path(), texts, Set.copyOf(field.options()), line, owner);
    }
  }

  private void possible(
      String what, Set<String> texts, Set<String> values, int line, String owner) {
    texts.stream()
        .filter(text -> !values.contains(text))
        .sorted()
        .forEach(text ->
            problems.add(
                line,
                "the guard of %s waits for %s to be '%s'".formatted(owner, what, text),
                "use one of " + values.stream().sorted().collect(Collectors.joining(", "))));
  }

  private static Stream<Condition> parts(Condition condition) {
    return switch (condition) {
      case Condition.And(var all) -> all.stream().flatMap(GuardCheck::parts);
      case Condition.Or(var any) -> any.stream().flatMap(GuardCheck::parts);
      case Condition.Not(var inner) -> parts(inner);
      case Condition.Present _,
          Condition.OneOf _,
          Condition.Prefilled _,
          Condition.AtLeast _,
          Condition.Closed _,
          Condition.Completed _ ->
          Stream.of(condition);
    };
  }

  /** Reports each circle once, at its first field in the order of the flow. */
  private void circles() {
    Set<String> reported = new HashSet<>();
    definition
        .fields()
        .forEach(field -> {
          var circle = circle(field.path());
          if (!circle.isEmpty() && circle.stream().noneMatch(reported::contains)) {
            reported.addAll(circle);
            problems.add(
                line(field.path()),
                "guards run in a circle: " + String.join(" -> ", circle) + " -> " + field.path(),
                "let one of them look at something else");
          }
        });
  }

  /** The shortest way from a field through guards back to itself, or nothing. */
  private List<String> circle(String start) {
    var queue = new ArrayList<List<String>>(List.of(List.of(start)));
    Set<String> seen = new HashSet<>();
    for (var next = 0; next < queue.size(); next++) {
      var way = queue.get(next);
      for (var read : reads(way.getLast())) {
        if (read.equals(start)) {
          return way;
        }
        if (seen.add(read)) {
          queue.add(Stream.concat(way.stream(), Stream.of(read)).toList());
        }
      }
    }
    return List.of();
  }

  private List<String> reads(String path) {
    return definition.field(path).stream()
        .flatMap(field -> field.when().reads().stream())
        .sorted()
        .toList();
  }

  private int line(String path) {
    return lines.getOrDefault(path, 0);
  }
}
