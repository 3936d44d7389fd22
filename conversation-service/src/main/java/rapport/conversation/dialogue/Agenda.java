package rapport.conversation.dialogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.contracts.ItemPath;
import rapport.conversation.dialogue.FieldState.Status;
import rapport.conversation.flow.Facts;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.Group;
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

  /** Who does not answer the same question twice would rather talk of something else. */
  private static final int MOST_ATTEMPTS = 2;

  private final List<Item> items;
  private final Set<String> titles;

  private Agenda(List<Item> items, Set<String> titles) {
    this.items = List.copyOf(items);
    this.titles = titles;
  }

  /**
   * @param definition over the dialogue's rows
   */
  public static Agenda of(FlowDefinition definition, Dialogue dialogue) {
    var items = new ArrayList<Item>();
    var mode = dialogue.standing().mode();
    if (definition.conduct().isHuman(mode)) {
      return new Agenda(items, Set.of());
    }
    var revisits = dialogue.interview().revisit();
    revisits.stream()
        .flatMap(path -> definition.field(path).stream())
        .filter(field -> field.appliesTo(dialogue))
        .forEach(field -> items.add(item(field, definition.phase(field.phase()), true, dialogue)));
    for (var phase : definition.phases().stream().filter(one -> one.isOn(mode)).toList()) {
      if (phase.closing() && !dialogue.completed()) {
        skippedOnce(definition, dialogue)
            .forEach(field -> items.add(item(field, phase, false, dialogue)));
      }
      phase.fields().stream()
          .filter(field -> isOpen(definition, field, dialogue) && !revisits.contains(field.path()))
          .sorted(Comparator.comparingInt(field -> place(field, phase, dialogue)))
          .forEach(field -> items.add(item(field, phase, false, dialogue)));
    }
    var titles =
        definition.groups().values().stream().map(Group::title).collect(Collectors.toSet());
    return new Agenda(items, titles);
  }

  private static Item item(Field field, Phase phase, boolean revisit, Dialogue dialogue) {
    var offered = field.offers().stream().anyMatch(other -> dialogue.value(other) != null);
    var alone = field.type().picked() || offered || field.timing().waits();
    return new Item(field, phase, revisit, alone);
  }

  /**
   * What waited for its moment comes first, then what the persona is asked first, then the rest as
   * the flow has it.
   */
  private static int place(Field field, Phase phase, Dialogue dialogue) {
    var persona = phase.orderedBy() == null ? null : dialogue.standing().persona();
    var told = persona == null ? -1 : persona.order().indexOf(field.path());
    if (field.timing().waits()) {
      return -1;
    }
    return told < 0 ? Integer.MAX_VALUE : told;
  }

  private static boolean isOpen(FlowDefinition definition, Field field, Dialogue dialogue) {
    return field.asked()
        && !isCounted(definition, field, dialogue)
        && dialogue.field(field.path()).open()
        && field.appliesTo(dialogue)
        && mayAsk(definition, field, dialogue)
        && (!dialogue.completed() || !field.appliesTo(new BeforeCompletion(dialogue)));
  }

  /** Whether its moment has come, and it was not asked too often for a talk without an end. */
  private static boolean mayAsk(FlowDefinition definition, Field field, Dialogue dialogue) {
    var asked = dialogue.interview().attempts(List.of(field.path()));
    return field.timing().askWhen().holds(dialogue)
        && !(field.timing().once() && asked > 0)
        && !(definition.conduct().openEnded() && asked >= MOST_ATTEMPTS);
  }

  /** How many rows there are needs no asking once there are some. */
  private static boolean isCounted(FlowDefinition definition, Field field, Dialogue dialogue) {
    return field.control()
        && definition.groups().values().stream()
            .filter(group -> field.path().equals(group.count()))
            .anyMatch(group -> dialogue.value(group.name()) != null);
  }

  private static Stream<Field> skippedOnce(FlowDefinition definition, Dialogue dialogue) {
    return definition
        .fields()
        .filter(Field::required)
        .filter(field -> dialogue.field(field.path()).status() == Status.SKIPPED)
        .filter(field -> field.appliesTo(dialogue));
  }

  /**
   * Required fields that apply and have no answer, and groups with too few rows; "I don't know" is
   * an answer.
   */
  public static List<String> missing(FlowDefinition definition, Dialogue dialogue) {
    var groups =
        definition.groups().values().stream()
            .filter(group -> isShort(group, dialogue))
            .map(Group::name);
    var fields =
        definition
            .fields()
            .filter(field -> field.required() && !field.control() && field.appliesTo(dialogue))
            .map(Field::path)
            .filter(path ->
                switch (dialogue.field(path).status()) {
                  case OPEN, SKIPPED -> true;
                  case FILLED, UNKNOWN -> false;
                });
    return Stream.concat(groups, fields).toList();
  }

  /** Whether a group has fewer rows than a complete record needs. */
  static boolean isShort(Group group, Dialogue dialogue) {
    return dialogue.rows(group.name()).ids().size() < group.min();
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
   * What to ask now: the first field, and with it the following ones of the same phase and row up
   * to its batch. The titles of all rows are asked together.
   */
  public List<String> question() {
    if (items.isEmpty()) {
      return List.of();
    }
    var head = items.getFirst();
    if (head.alone()) {
      return List.of(head.field().path());
    }
    var titles = isTitle(head.field());
    return items.stream()
        .takeWhile(item ->
            item.phase().id().equals(head.phase().id())
                && item.revisit() == head.revisit()
                && item.field().control() == head.field().control()
                && (titles
                    ? item.field().sharesTemplateWith(head.field())
                    : item.field().sharesRowWith(head.field()))
                && !item.alone())
        .limit(titles ? Long.MAX_VALUE : head.phase().batch())
        .map(item -> item.field().path())
        .toList();
  }

  private boolean isTitle(Field field) {
    return titles.contains(ItemPath.template(field.path()));
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
