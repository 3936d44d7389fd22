package rapport.conversation.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.Provenance;
import rapport.contracts.FieldValue;
import rapport.contracts.ItemPath;
import rapport.contracts.Origin;
import rapport.conversation.dialogue.Dialogue;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.Group;

/**
 * The conversation an answer is given in: its segment, what is known already, the rows there are
 * and the question that stands. Rows that nobody names are those the flow suggests, unless a
 * question is asked that comes before there are rows.
 *
 * @param definition over the rows
 */
record Moment(FlowDefinition definition, Dialogue dialogue) {

  private static final Provenance SAID = new Provenance(Origin.CHAT, null, null, 1);
  private static final String SEGMENT = "b2b_b2c";

  static Moment of(GuidedAnswer answer, FlowDefinition flow) {
    var events = new ArrayList<ConversationEvent>();
    events.add(
        new ConversationEvent.SessionStarted(flow.name(), flow.version(), answer.locale(), null));
    flow.field(SEGMENT)
        .filter(_ -> !answer.segment().isEmpty() && !answer.asked().contains(SEGMENT))
        .ifPresent(
            field -> events.add(answered(field, field.path(), FieldValue.text(answer.segment()))));
    var items = new LinkedHashMap<String, List<String>>();
    for (var group : flow.groups().values()) {
      items.put(group.name(), rows(group, titles(group, answer, flow), events));
    }
    var definition = flow.over(items);
    var asked = answer.asked().stream().map(path -> inRow(path, flow, items, events)).toList();
    var workspace = new LinkedHashMap<String, Object>();
    answer
        .context()
        .forEach((key, value) -> {
          if (flow.groups().containsKey(key)) {
            return;
          }
          definition
              .field(inRow(key, flow, items, events))
              .ifPresentOrElse(
                  field -> events.add(answered(field, field.path(), FieldValue.of(value))),
                  () -> workspace.put(key, value));
        });
    if (!asked.isEmpty()) {
      events.add(new ConversationEvent.QuestionAsked(asked, 1));
    }
    return new Moment(definition, Dialogue.notStarted(workspace).after(events));
  }

  private static ConversationEvent answered(Field field, String path, FieldValue value) {
    return field.control()
        ? new ConversationEvent.ControlAnswered(path, value, SAID)
        : new ConversationEvent.FieldCaptured(path, value, SAID);
  }

  /** What the rows are called; an empty title is a row that has none yet. */
  private static List<String> titles(Group group, GuidedAnswer answer, FlowDefinition flow) {
    if (answer.context().get(group.name()) instanceof List<?> named) {
      return named.stream().map(String::valueOf).toList();
    }
    var usual = flow.title(group).suggestions();
    if (answer.asked().contains(group.title())) {
      return usual.stream().map(_ -> "").toList();
    }
    var order = flow.fields().map(Field::path).toList();
    var first = order.indexOf(group.title());
    var before =
        answer.asked().stream()
            .map(ItemPath::template)
            .anyMatch(path -> order.indexOf(path) < first);
    return before ? List.of() : usual;
  }

  private static List<String> rows(
      Group group, List<String> titles, List<ConversationEvent> events) {
    var ids = new ArrayList<String>();
    for (var title : titles) {
      var id = group.prefix() + (ids.size() + 1);
      events.add(new ConversationEvent.ItemAdded(group.name(), id, ids.size(), SAID));
      if (!title.isEmpty()) {
        events.add(
            new ConversationEvent.FieldCaptured(group.titleOf(id), FieldValue.text(title), SAID));
      }
      ids.add(id);
    }
    return ids;
  }

  /**
   * The path in one row: the row it names by id or title. When it names none, the second, as in the
   * middle of an interview; for a title the first.
   */
  private static String inRow(
      String path,
      FlowDefinition flow,
      Map<String, List<String>> items,
      List<ConversationEvent> events) {
    var row = ItemPath.parse(path);
    if (row.isEmpty()) {
      return path;
    }
    var ids = items.getOrDefault(row.get().group(), List.of());
    if (ids.isEmpty() || ids.contains(row.get().item())) {
      return path;
    }
    var named =
        events.stream()
            .flatMap(event -> titled(event, row.get().item()).stream())
            .findFirst()
            .orElseGet(() -> ids.get(title(path, flow) ? 0 : Math.min(1, ids.size() - 1)));
    return row.get().of(named).toString();
  }

  private static boolean title(String path, FlowDefinition flow) {
    var template = ItemPath.template(path);
    return flow.groups().values().stream().anyMatch(group -> group.title().equals(template));
  }

  private static Optional<String> titled(ConversationEvent event, String title) {
    return event instanceof ConversationEvent.FieldCaptured(var path, var value, _)
            && value.display().equalsIgnoreCase(title)
        ? ItemPath.parse(path).map(ItemPath::item)
        : Optional.empty();
  }

  /** The titles of a group's rows, in order. */
  static String titles(Group group, Dialogue dialogue) {
    return String.join(
        ", ",
        dialogue.rows(group.name()).ids().stream()
            .map(id -> dialogue.value(group.titleOf(id)))
            .map(title -> title == null ? "?" : title.display())
            .toList());
  }
}
