package rapport.conversation.flow;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of a flow.
 *
 * @param id stable name
 * @param batch how many questions are asked at once at most
 * @param closing the phase in which required fields that were skipped come up once more
 * @param steps what is asked, in order
 * @param rules what follows when a guard begins to hold
 * @param fields the fields of the steps: those of rows as the definition writes them, or, over
 *     rows, once for every row
 * @param modes the modes in which it is asked; every mode when none are named
 * @param orderedBy the signal that says which of its fields come first, or null
 */
public record Phase(
    String id,
    int batch,
    boolean closing,
    List<Step> steps,
    List<Rule> rules,
    List<Field> fields,
    List<String> modes,
    @Nullable String orderedBy) {

  /**
   * Fields asked one after the other.
   *
   * @param each the group for whose every row they are asked, row by row; null when they are asked
   *     once
   */
  public record Step(@Nullable String each, List<Field> fields) {
    public Step {
      fields = List.copyOf(fields);
    }

    private Stream<Field> over(Map<String, List<String>> rows) {
      return each == null
          ? fields.stream()
          : rows.getOrDefault(each, List.of()).stream()
              .flatMap(item -> fields.stream().map(field -> field.of(item)));
    }
  }

  public Phase {
    steps = List.copyOf(steps);
    rules = List.copyOf(rules);
    fields = List.copyOf(fields);
    modes = List.copyOf(modes);
  }

  /** A phase as the definition writes it. */
  public Phase(String id, int batch, boolean closing, List<Step> steps, List<Rule> rules) {
    this(
        id,
        batch,
        closing,
        steps,
        rules,
        steps.stream().flatMap(step -> step.fields().stream()).toList(),
        List.of(),
        null);
  }

  /** The same phase, asked in some modes only and in an order that a signal steers. */
  public Phase in(List<String> someModes, @Nullable String signal) {
    return new Phase(id, batch, closing, steps, rules, fields, someModes, signal);
  }

  /** Whether it is asked in this mode; null stands for the only mode of a flow without modes. */
  public boolean isOn(@Nullable String mode) {
    return modes.isEmpty() || (mode != null && modes.contains(mode));
  }

  /** The phase with the fields of every row. */
  Phase over(Map<String, List<String>> rows) {
    var unrolled = steps.stream().flatMap(step -> step.over(rows)).toList();
    return new Phase(id, batch, closing, steps, rules, unrolled, modes, orderedBy);
  }

  /** Whether it asks something of this group's rows. */
  public boolean asks(String group) {
    return steps.stream().anyMatch(step -> group.equals(step.each()));
  }
}
