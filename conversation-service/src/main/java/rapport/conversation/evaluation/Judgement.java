package rapport.conversation.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ItemPath;
import rapport.conversation.evaluation.Taken.Write;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FlowDefinition;

/**
 * What one answer led to, held against what it should have led to.
 *
 * @param values every value that was expected or written
 * @param actsRight whether the acts were those labelled; true when none are labelled
 */
record Judgement(GuidedAnswer answer, Taken taken, List<Value> values, boolean actsRight) {

  /** The titles of all rows, as a type of value. */
  private static final String ROWS = "rows";

  /**
   * One value.
   *
   * @param path as expected, or else as written
   * @param type what reports count it under
   * @param expected what should be there, or null when nothing should
   * @param written what is there, or null when nothing is
   * @param confidence of what is written
   */
  record Value(
      String path,
      String type,
      @Nullable String expected,
      @Nullable String written,
      double confidence,
      boolean right) {}

  static Judgement of(GuidedAnswer answer, Moment moment, Taken taken) {
    var definition = moment.definition().over(taken.after().rowIds());
    var left = new LinkedHashMap<>(taken.written());
    var values = new ArrayList<Value>();
    for (var wanted : answer.expected().entrySet()) {
      var group = definition.groups().get(wanted.getKey());
      if (group == null) {
        values.add(value(answer, wanted, definition, taken, left));
        continue;
      }
      // The titles say it all.
      left.keySet().removeIf(path -> ItemPath.template(path).equals(group.title()));
      var titles = Moment.titles(group, taken.after());
      var changed = !titles.equals(Moment.titles(group, moment.dialogue()));
      var right = Sameness.sameTitles(wanted.getValue(), titles);
      values.add(
          new Value(
              wanted.getKey(),
              ROWS,
              wanted.getValue(),
              changed || right ? titles : null,
              1,
              right));
    }
    left.forEach((path, write) ->
        values.add(
            new Value(
                path, type(path, definition), null, write.value(), write.confidence(), false)));
    var actsRight = answer.acts().isEmpty() || ActNames.same(answer.acts(), taken.acts());
    return new Judgement(answer, taken, List.copyOf(values), actsRight);
  }

  private static Value value(
      GuidedAnswer answer,
      Map.Entry<String, String> wanted,
      FlowDefinition definition,
      Taken taken,
      Map<String, Write> left) {
    var path = place(wanted.getKey(), definition, taken, left);
    var write = path.map(left::remove);
    var type = type(wanted.getKey(), definition);
    var right =
        write.isPresent()
            && definition
                .field(path.orElseThrow())
                .map(field ->
                    Sameness.same(field, answer.locale(), wanted.getValue(), write.get().value()))
                .orElse(false);
    return new Value(
        wanted.getKey(),
        type,
        wanted.getValue(),
        write.map(Write::value).orElse(null),
        write.map(Write::confidence).orElse(0.0),
        right);
  }

  /** Where an expected value was written: the row may be named by title, or be any row. */
  private static Optional<String> place(
      String path, FlowDefinition definition, Taken taken, Map<String, Write> left) {
    var row = ItemPath.parse(path);
    if (row.isEmpty() || left.containsKey(path)) {
      return Optional.of(path).filter(left::containsKey);
    }
    var group = definition.groups().get(row.get().group());
    return left.keySet().stream()
        .filter(other -> ItemPath.template(other).equals(ItemPath.template(path)))
        .filter(other -> {
          var item = ItemPath.parse(other).orElseThrow().item();
          var title = group == null ? null : taken.after().value(group.titleOf(item));
          return row.get().item().isEmpty()
              || (title != null && title.display().equalsIgnoreCase(row.get().item()));
        })
        .min(Comparator.naturalOrder());
  }

  private static String type(String path, FlowDefinition definition) {
    var template = ItemPath.template(path);
    return definition
        .fields()
        .filter(field -> ItemPath.template(field.path()).equals(template))
        .map(Field::type)
        .map(type -> type.name().toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse(ROWS);
  }

  /** Everything expected was written, and nothing else. */
  boolean exact() {
    return values.stream().allMatch(Value::right);
  }

  boolean severalExpected() {
    return answer.expected().size() > 1;
  }

  boolean nothingExpected() {
    return answer.expected().isEmpty();
  }
}
