package rapport.conversation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent.Provenance;
import rapport.contracts.FieldValue;
import rapport.contracts.ItemPath;
import rapport.contracts.Origin;
import rapport.conversation.dialogue.Agenda;
import rapport.conversation.dialogue.Dialogue;
import rapport.conversation.dialogue.FieldState;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.Group;
import rapport.conversation.reply.Progress;
import rapport.conversation.session.ChatMessage;
import rapport.conversation.session.Conversation;

/**
 * A conversation as clients see it.
 *
 * @param id the conversation's id, and its profile's
 * @param rev the revision this is; what an edit's {@code baseRev} refers to
 * @param status {@code in_progress} or {@code completed}
 * @param mode {@code guided}, or the mode of a flow that has some, such as {@code lead}
 * @param phase the phase it is in; absent when nothing is left to ask
 * @param dir the direction the language is written in, {@code ltr} or {@code rtl}
 * @param values what applies and is known, nested as in the flow's catalogue
 * @param fields every field of the record by path, those of rows by theirs
 * @param open paths still to be asked, in order
 * @param asked paths of the pending question
 * @param next the conversation that continues with the next subject
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConversationView(
    String id,
    String flow,
    int flowVersion,
    long rev,
    String status,
    String mode,
    @Nullable String phase,
    String locale,
    String dir,
    Map<String, Object> context,
    Map<String, Object> values,
    Map<String, FieldView> fields,
    List<String> open,
    List<String> asked,
    Progress progress,
    @Nullable SummaryView summary,
    @Nullable String next,
    Instant createdAt,
    Instant updatedAt,
    @Nullable List<ChatMessage> messages) {

  /**
   * @param state {@code open}, {@code filled}, {@code skipped}, {@code unknown}, {@code parked}
   *     (its value is kept aside) or {@code hidden} (does not apply)
   * @param rev the revision that last changed it, 0 while untouched
   * @param by which hand wrote the value
   * @param suggestion what the chat would put there
   * @param conflict what another panel put there
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record FieldView(
      String state,
      long rev,
      @Nullable FieldValue value,
      @Nullable Origin by,
      @Nullable String actor,
      @Nullable String quote,
      @Nullable Double confidence,
      @Nullable WaitingView suggestion,
      @Nullable WaitingView conflict) {}

  /** A value beside a field's own. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record WaitingView(
      FieldValue value, Origin by, @Nullable String actor, @Nullable String quote) {}

  /**
   * @param outdated whether values have changed since the draft
   */
  public record SummaryView(String text, List<String> focus, boolean outdated) {}

  public static ConversationView of(Conversation conversation) {
    return of(conversation, conversation.messages());
  }

  /** Without the messages, which the feed sends one by one. */
  static ConversationView withoutMessages(Conversation conversation) {
    return of(conversation, null);
  }

  private static ConversationView of(
      Conversation conversation, @Nullable List<ChatMessage> messages) {
    var definition = conversation.definition();
    var dialogue = conversation.dialogue();
    var agenda = Agenda.of(definition, dialogue);
    var values = new LinkedHashMap<String, Object>();
    var fields = new LinkedHashMap<String, FieldView>();
    definition
        .fields()
        .filter(field -> !field.control())
        .forEach(field -> {
          fields.put(field.path(), field(field, dialogue));
          var value = dialogue.value(field.path());
          if (value != null && field.row().isEmpty()) {
            nest(values, field.path(), value);
          }
        });
    definition.groups().values().forEach(group -> values.put(group.name(), rows(group, dialogue)));
    return new ConversationView(
        conversation.id(),
        definition.name(),
        definition.version(),
        dialogue.rev(),
        status(dialogue),
        mode(conversation),
        agenda.phase(),
        dialogue.locale(),
        Direction.of(dialogue.locale()),
        dialogue.context(),
        values,
        fields,
        agenda.paths(),
        dialogue.interview().asked(),
        Progress.of(definition, dialogue),
        summary(dialogue, definition.summaryField()),
        dialogue.next(),
        conversation.createdAt(),
        conversation.updatedAt(),
        messages);
  }

  /** Who answers in it. */
  static String mode(Conversation conversation) {
    return Objects.requireNonNullElse(conversation.dialogue().standing().mode(), "guided");
  }

  static String status(Dialogue dialogue) {
    return dialogue.completed() ? "completed" : "in_progress";
  }

  private static FieldView field(Field field, Dialogue dialogue) {
    var state = dialogue.field(field.path());
    var source = state.source();
    var waiting = waiting(state);
    var conflict = state.waiting() != null && state.waiting().conflict();
    return new FieldView(
        name(field, dialogue, state),
        state.rev(),
        state.value(),
        source == null ? null : source.by(),
        source == null ? null : source.actor(),
        source == null ? null : source.quote(),
        source == null ? null : source.confidence(),
        conflict ? null : waiting,
        conflict ? waiting : null);
  }

  private static String name(Field field, Dialogue dialogue, FieldState state) {
    if (!field.appliesTo(dialogue)) {
      return state.filled() ? "parked" : "hidden";
    }
    return switch (state.status()) {
      case OPEN -> "open";
      case FILLED -> "filled";
      case SKIPPED -> "skipped";
      case UNKNOWN -> "unknown";
    };
  }

  private static @Nullable WaitingView waiting(FieldState state) {
    if (state.waiting() == null) {
      return null;
    }
    Provenance source = state.waiting().source();
    return new WaitingView(state.waiting().value(), source.by(), source.actor(), source.quote());
  }

  private static @Nullable SummaryView summary(Dialogue dialogue, String path) {
    var drafted = dialogue.summary();
    var text = path.isEmpty() ? null : dialogue.value(path);
    if (text == null) {
      return null;
    }
    return new SummaryView(
        text.display(),
        drafted == null ? List.of() : drafted.focus(),
        drafted != null && drafted.outdated());
  }

  /** The rows of a group in order, each with its id and the values known of it. */
  private static List<Map<String, Object>> rows(Group group, Dialogue dialogue) {
    var rows = new ArrayList<Map<String, Object>>();
    for (var item : dialogue.rows(group.name()).ids()) {
      var row = new LinkedHashMap<String, Object>();
      row.put(group.key(), item);
      var prefix = ItemPath.prefix(group.name(), item);
      dialogue
          .values()
          .forEach((path, value) -> {
            if (path.startsWith(prefix)) {
              nest(row, path.substring(prefix.length()), value);
            }
          });
      rows.add(row);
    }
    return rows;
  }

  @SuppressWarnings("unchecked")
  private static void nest(Map<String, Object> tree, String path, FieldValue value) {
    var dot = path.indexOf('.');
    if (dot < 0) {
      tree.put(path, value);
    } else {
      var branch =
          (Map<String, Object>)
              tree.computeIfAbsent(path.substring(0, dot), _ -> new LinkedHashMap<>());
      nest(branch, path.substring(dot + 1), value);
    }
  }
}
