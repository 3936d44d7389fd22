package rapport.conversation.story;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.Provenance;
import rapport.contracts.FieldValue;
import rapport.contracts.Origin;
import rapport.conversation.dialogue.Dialogue;
import rapport.conversation.flow.FlowDefinition;

/** What came of a step, in the words in which stories expect it. */
record StepOutcome(
    FlowDefinition definition, Dialogue before, List<ConversationEvent> events, Dialogue after) {

  /** All that a story can expect of a step that did this. */
  List<Expected> expected() {
    return Stream.of(captured(), values(), rows(), waiting(), rejected(), digression(), status())
        .filter(Objects::nonNull)
        .toList();
  }

  /** What fields and controls were filled with, the last value of each. */
  Map<String, FieldValue> filled() {
    return filled(_ -> true);
  }

  /** What people filled in, in the chat or in the panel. */
  Map<String, FieldValue> filledByPeople() {
    return filled(source -> source.by() == Origin.CHAT || source.by() == Origin.PANEL);
  }

  private Map<String, FieldValue> filled(Predicate<Provenance> by) {
    var filled = new LinkedHashMap<String, FieldValue>();
    for (var event : events) {
      switch (event) {
        case ConversationEvent.FieldCaptured(var path, var value, var source)
            when by.test(source) ->
            filled.put(path, value);
        case ConversationEvent.FieldCorrected(var path, _, var value, var source)
            when by.test(source) ->
            filled.put(path, value);
        case ConversationEvent.ControlAnswered(var path, var value, var source)
            when by.test(source) ->
            filled.put(path, value);
        default -> {}
      }
    }
    return filled;
  }

  /** Why values were turned down, by path. */
  Map<String, String> turnedDown() {
    var codes = new LinkedHashMap<String, String>();
    of(ConversationEvent.FieldRejected.class).forEach(no -> codes.put(no.path(), no.code()));
    return codes;
  }

  /** What was answered although it was no answer, in order. */
  List<String> digressions() {
    return of(ConversationEvent.DigressionHandled.class)
        .map(ConversationEvent.DigressionHandled::topic)
        .toList();
  }

  /** What the rows of every group are called, in order; "" for one without a name. */
  Map<String, List<String>> titles() {
    return titles(after);
  }

  private Map<String, List<String>> titles(Dialogue dialogue) {
    var titles = new LinkedHashMap<String, List<String>>();
    for (var group : definition.groups().values()) {
      titles.put(
          group.name(),
          dialogue.rows(group.name()).ids().stream()
              .map(item -> dialogue.value(group.titleOf(item)))
              .map(title -> title == null ? "" : title.display())
              .toList());
    }
    return titles;
  }

  /** How far the conversation is now. */
  String progress() {
    return progress(after);
  }

  private static String progress(Dialogue dialogue) {
    return dialogue.completed() ? "completed" : "in_progress";
  }

  private @Nullable Expected captured() {
    var filled = filledByPeople();
    return filled.isEmpty() ? null : new Expected.Captured(filled);
  }

  /** What is no longer, or again, as it was. */
  private @Nullable Expected values() {
    var paths =
        events.stream()
            .flatMap(event ->
                switch (event) {
                  case ConversationEvent.FieldCleared cleared -> Stream.of(cleared.path());
                  case ConversationEvent.FieldReset reset -> Stream.of(reset.path());
                  case ConversationEvent.FieldParked parked -> Stream.of(parked.path());
                  case ConversationEvent.FieldRestored restored -> Stream.of(restored.path());
                  default -> Stream.empty();
                })
            .distinct()
            .toList();
    var held = new LinkedHashMap<String, FieldValue>();
    var empty = new LinkedHashSet<String>();
    for (var path : paths) {
      var value = after.value(path);
      if (value == null) {
        empty.add(path);
      } else {
        held.put(path, value);
      }
    }
    return paths.isEmpty() ? null : new Expected.Values(held, empty);
  }

  private @Nullable Expected rows() {
    var titles = titles(after);
    titles.entrySet().removeAll(titles(before).entrySet());
    return titles.isEmpty() ? null : new Expected.Rows(titles);
  }

  private @Nullable Expected waiting() {
    var waiting = new LinkedHashMap<String, FieldValue>();
    after
        .fields()
        .forEach((path, state) -> {
          var beside = state.waiting();
          if (beside != null && !beside.equals(before.field(path).waiting())) {
            waiting.put(path, beside.value());
          }
        });
    return waiting.isEmpty() ? null : new Expected.Waiting(waiting);
  }

  private @Nullable Expected rejected() {
    var codes = turnedDown();
    return codes.isEmpty() ? null : new Expected.Rejects(codes);
  }

  private @Nullable Expected digression() {
    var topics = digressions();
    return topics.isEmpty()
        ? null
        : new Expected.Digresses(
            topics.contains(Expected.NOT_UNDERSTOOD) ? Expected.NOT_UNDERSTOOD : topics.getFirst());
  }

  private @Nullable Expected status() {
    return progress(before).equals(progress(after)) ? null : new Expected.Status(progress(after));
  }

  private <T extends ConversationEvent> Stream<T> of(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast);
  }
}
