package rapport.conversation.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.conversation.dialogue.FieldState.Status;
import rapport.conversation.flow.Facts;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.Phase;

/**
 * What is left to ask, computed afresh from what is known, so that corrections, digressions and
 * changes of branch can never strand a conversation.
 */
public final class Agenda {

  /**
   * A field to ask.
   *
   * @param phase the phase it is asked in
   * @param revisit the person wants to see it again
   * @param alone it has to be the only question, for its buttons or for the value offered with it
   */
  public record Item(Field field, Phase phase, boolean revisit, boolean alone) {}

  private final List<Item> items;

  private Agenda(List<Item> items) {
    this.items = List.copyOf(items);
  }

  public static Agenda of(FlowDefinition definition, Dialogue dialogue) {
    var items = new ArrayList<Item>();
    var revisits = dialogue.interview().revisit();
    revisits.stream()
        .flatMap(path -> definition.field(path).stream())
        .filter(field -> field.appliesTo(dialogue))
        .forEach(field -> items.add(item(field, definition.phase(field.phase()), true, dialogue)));
    for (var phase : definition.phases()) {
      if (phase.closing() && !dialogue.completed()) {
        skippedOnce(definition, dialogue)
            .forEach(field -> items.add(item(field, phase, false, dialogue)));
      }
      phase.fields().stream()
          .filter(field -> isOpen(field, dialogue) && !revisits.contains(field.path()))
          .forEach(field -> items.add(item(field, phase, false, dialogue)));
    }
    return new Agenda(items);
  }

  private static Item item(Field field, Phase phase, boolean revisit, Dialogue dialogue) {
    var offered = field.offers().stream().anyMatch(other -> dialogue.value(other) != null);
    return new Item(field, phase, revisit, field.type().picked() || offered);
  }

  private static boolean isOpen(Field field, Dialogue dialogue) {
    return field.asked()
        && dialogue.field(field.path()).open()
        && field.appliesTo(dialogue)
        && (!dialogue.completed() || !field.appliesTo(new BeforeCompletion(dialogue)));
  }

  private static Stream<Field> skippedOnce(FlowDefinition definition, Dialogue dialogue) {
    return definition
        .fields()
        .filter(Field::required)
        .filter(field -> dialogue.field(field.path()).status() == Status.SKIPPED)
        .filter(field -> field.appliesTo(dialogue));
  }

  /** Required fields that apply and have no answer; "I don't know" is an answer. */
  public static List<String> missing(FlowDefinition definition, Dialogue dialogue) {
    return definition
        .fields()
        .filter(field -> field.required() && !field.control() && field.appliesTo(dialogue))
        .map(Field::path)
        .filter(path ->
            switch (dialogue.field(path).status()) {
              case OPEN, SKIPPED -> true;
              case FILLED, UNKNOWN -> false;
            })
        .toList();
  }

  public List<Item> items() {
    return items;
  }

  public boolean isEmpty() {
    return items.isEmpty();
  }

  /** The paths still open, in the order they will be asked. */
  public List<String> paths() {
    return items.stream().map(item -> item.field().path()).toList();
  }

  /** The phase the conversation is in, or null when nothing is left. */
  public @Nullable String phase() {
    return items.isEmpty() ? null : items.getFirst().phase().id();
  }

  /**
   * What to ask now: the first field, and with it the following ones of the same phase up to its
   * batch.
   */
  public List<String> question() {
    if (items.isEmpty()) {
      return List.of();
    }
    var head = items.getFirst();
    if (head.alone()) {
      return List.of(head.field().path());
    }
    return items.stream()
        .takeWhile(item ->
            item.phase().equals(head.phase())
                && item.revisit() == head.revisit()
                && item.field().control() == head.field().control()
                && !item.alone())
        .limit(head.phase().batch())
        .map(item -> item.field().path())
        .toList();
  }

  /** The facts as they would be were the conversation not completed. */
  private record BeforeCompletion(Dialogue dialogue) implements Facts {
    @Override
    public @Nullable FieldValue value(String path) {
      return dialogue.value(path);
    }

    @Override
    public boolean prefilled(String path) {
      return dialogue.prefilled(path);
    }

    @Override
    public boolean closed(String path) {
      return dialogue.closed(path);
    }

    @Override
    public @Nullable String context(String key) {
      return dialogue.context(key);
    }

    @Override
    public boolean completed() {
      return false;
    }
  }
}
