package rapport.conversation.flow.tool;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.Condition;
import rapport.conversation.flow.Facts;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.flow.FlowDefinition;

/**
 * Whether guards can ever hold, found out by trying everything they look at: every option of a
 * closed choice, every value they name, and any other.
 */
final class Reach {

  /** Guards that look at more than this many situations are taken to be possible. */
  private static final int MOST_SITUATIONS = 200_000;

  private static final String CONTEXT = "context.";
  private static final String OTHER = "\u0000other";

  private final FlowDefinition definition;

  Reach(FlowDefinition definition) {
    this.definition = definition;
  }

  /** What is known of a field, a group or an entry of the context. */
  private record Known(@Nullable String value, boolean closed, boolean prefilled) {
    private static final Known NOTHING = new Known(null, false, false);
    private static final Known PASSED = new Known(null, true, false);

    static Known of(String value) {
      return new Known(value, true, false);
    }
  }

  /** Whether the guards can hold at the same time. */
  boolean possible(Condition... guards) {
    var all = List.of(guards);
    var domains = domains(all);
    var situations = 1L;
    for (var domain : domains.values()) {
      situations *= domain.size();
      if (situations > MOST_SITUATIONS) {
        return true;
      }
    }
    return search(all, List.copyOf(domains.keySet()), domains, new HashMap<>());
  }

  private boolean search(
      List<Condition> guards,
      List<String> paths,
      Map<String, List<Known>> domains,
      Map<String, Known> known) {
    if (known.size() == paths.size()) {
      return Stream.of(true, false)
          .map(completed -> new Situation(known, completed))
          .anyMatch(
              one -> guards.stream().allMatch(guard -> guard.holds(one)) && isConsistent(one));
    }
    var path = paths.get(known.size());
    for (var one : domains.getOrDefault(path, List.of())) {
      known.put(path, one);
      if (search(guards, paths, domains, known)) {
        return true;
      }
      known.remove(path);
    }
    return false;
  }

  /** A field that does not apply holds nothing. */
  private boolean isConsistent(Situation situation) {
    return situation.known().entrySet().stream()
        .filter(entry -> entry.getValue().value() != null)
        .flatMap(entry -> definition.field(entry.getKey()).stream())
        .allMatch(field -> field.appliesTo(situation));
  }

  private Map<String, List<Known>> domains(List<Condition> guards) {
    var named = new LinkedHashMap<String, Set<String>>();
    guards.forEach(guard -> collect(guard, named));
    var domains = new LinkedHashMap<String, List<Known>>();
    named.forEach((path, values) -> domains.put(path, domain(path, values)));
    return domains;
  }

  /** What a guard looks at, and what the guards of those fields do. */
  private void collect(Condition guard, Map<String, Set<String>> named) {
    switch (guard) {
      case Condition.Present(var path) -> visit(path, Set.of(), named);
      case Condition.OneOf(var path, var texts, _) -> visit(path, texts, named);
      case Condition.AtLeast(var path, var least) ->
          visit(path, Set.of(least.toPlainString()), named);
      case Condition.Prefilled(var path) -> visit(path, Set.of(), named);
      case Condition.Closed(var path) -> visit(path, Set.of(), named);
      case Condition.Completed() -> {}
      case Condition.Not(var inner) -> collect(inner, named);
      case Condition.And(var all) -> all.forEach(part -> collect(part, named));
      case Condition.Or(var any) -> any.forEach(part -> collect(part, named));
    }
  }

  private void visit(String path, Set<String> values, Map<String, Set<String>> named) {
    var first = !named.containsKey(path);
    named.computeIfAbsent(path, _ -> new LinkedHashSet<>()).addAll(values);
    if (first) {
      definition.field(path).ifPresent(field -> collect(field.when(), named));
    }
  }

  private List<Known> domain(String path, Set<String> named) {
    var domain = new ArrayList<Known>(List.of(Known.NOTHING));
    var field = definition.field(path).orElse(null);
    var values = new LinkedHashSet<>(named);
    if (field == null) {
      values.add(path.startsWith(CONTEXT) ? OTHER : "1");
    } else {
      domain.add(Known.PASSED);
      values(field, values);
      if (field.prefill() != null) {
        domain.add(new Known(OTHER, true, true));
      }
    }
    values.forEach(value -> domain.add(Known.of(value)));
    return domain;
  }

  private static void values(Field field, Set<String> values) {
    if (field.type() == FieldType.CONFIRM) {
      values.addAll(List.of("yes", "no"));
    } else {
      values.addAll(field.options());
      var closed =
          field.type() == FieldType.CHOICE && !field.openOptions() && field.optionsFrom() == null;
      if (!closed) {
        values.add(OTHER);
      }
    }
  }

  private record Situation(Map<String, Known> known, boolean completed) implements Facts {

    private Known at(String path) {
      return known.getOrDefault(path, Known.NOTHING);
    }

    @Override
    public @Nullable FieldValue value(String path) {
      var value = at(path).value();
      return value == null ? null : asNumber(value);
    }

    private static FieldValue asNumber(String value) {
      return value.matches("\\d+(\\.\\d+)?")
          ? new FieldValue.Num(new BigDecimal(value))
          : FieldValue.text(value);
    }

    @Override
    public boolean prefilled(String path) {
      return at(path).prefilled();
    }

    @Override
    public boolean closed(String path) {
      return at(path).closed();
    }

    @Override
    public @Nullable String context(String key) {
      return at(CONTEXT + key).value();
    }
  }
}
