package rapport.conversation.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.conversation.dialogue.Agenda;
import rapport.conversation.reply.Reply;

/**
 * What came of one gesture.
 *
 * @param rejectedEdits why edits were turned down, by path
 * @param refused why the gesture as a whole was
 */
record Scene(
    StepOutcome outcome,
    List<Reply> replies,
    Map<String, String> rejectedEdits,
    @Nullable String refused) {

  Scene {
    replies = List.copyOf(replies);
    rejectedEdits = new LinkedHashMap<>(rejectedEdits);
  }

  String said() {
    return replies.stream().map(Reply::text).collect(Collectors.joining("\n\n"));
  }

  /** Why values were turned down, in the chat and in the panel, by path. */
  Map<String, String> rejected() {
    var all = new LinkedHashMap<>(outcome.turnedDown());
    all.putAll(rejectedEdits);
    return all;
  }

  /** Everything that is not as expected, and everything nobody expected. */
  List<String> differences(List<Expected> expectations) {
    var differences = new ArrayList<String>();
    expectations.forEach(expected -> compare(expected, differences));
    if (refused != null && expectations.stream().noneMatch(Expected.Refuses.class::isInstance)) {
      differences.add("refused: nothing was to be refused, but " + refused);
    }
    if (!rejected().isEmpty()
        && expectations.stream().noneMatch(Expected.Rejects.class::isInstance)) {
      differences.add("rejected: nothing was to be rejected, but " + rejected());
    }
    if (outcome.digressions().contains(Expected.NOT_UNDERSTOOD)
        && !expectations.contains(new Expected.Digresses(Expected.NOT_UNDERSTOOD))) {
      differences.add("digression: it was not understood");
    }
    return differences;
  }

  private void compare(Expected expected, List<String> differences) {
    switch (expected) {
      case Expected.Captured(var values) -> captured(values, differences);
      case Expected.Values(var held, var empty) -> values(held, empty, differences);
      case Expected.Rows(var titles) ->
          titles.forEach((group, wanted) ->
              equal("rows: " + group, wanted, outcome.titles().get(group), differences));
      case Expected.States(var states) ->
          states.forEach(
              (path, state) -> equal("states: " + path, state, state(path), differences));
      case Expected.Waiting(var values) ->
          values.forEach((path, value) -> {
            var waiting = outcome.after().field(path).waiting();
            holds("waiting: " + path, value, waiting == null ? null : waiting.value(), differences);
          });
      case Expected.Asked(var paths) ->
          equal("asked", paths, outcome.after().interview().asked(), differences);
      case Expected.Phase(var id) -> equal("phase", id, phase(), differences);
      case Expected.Says(var parts) -> says(parts, differences);
      case Expected.Offers(var labels) -> offers(labels, differences);
      case Expected.Happens(var events) -> happens(events, differences);
      case Expected.Rejects(var codes) -> equal("rejected", codes, rejected(), differences);
      case Expected.Refuses(var code) -> equal("refused", code, refused, differences);
      case Expected.Digresses(var topic) -> {
        if (!outcome.digressions().contains(topic)) {
          differences.add(unequal("digression", topic, outcome.digressions()));
        }
      }
      case Expected.Status(var status) -> equal("status", status, outcome.progress(), differences);
    }
  }

  private void captured(Map<String, FieldValue> values, List<String> differences) {
    var filled = outcome.filled();
    values.forEach(
        (path, value) -> holds("captured: " + path, value, filled.get(path), differences));
    var others = new LinkedHashSet<>(outcome.filledByPeople().keySet());
    others.removeAll(values.keySet());
    others.removeIf(this::isControl);
    others.forEach(
        path -> differences.add(unequal("captured: " + path, "nothing", filled.get(path))));
  }

  private boolean isControl(String path) {
    return outcome
        .definition()
        .over(outcome.after().rowIds())
        .field(path)
        .filter(field -> field.control())
        .isPresent();
  }

  private void values(Map<String, FieldValue> held, Set<String> empty, List<String> differences) {
    held.forEach(
        (path, value) -> holds("values: " + path, value, outcome.after().value(path), differences));
    empty.stream()
        .filter(path -> outcome.after().value(path) != null)
        .forEach(path ->
            differences.add(unequal("values: " + path, "nothing", outcome.after().value(path))));
  }

  private String state(String path) {
    var after = outcome.after();
    var field = outcome.definition().over(after.rowIds()).field(path);
    if (field.isEmpty()) {
      return "gone";
    }
    var state = after.field(path);
    if (!field.get().appliesTo(after)) {
      return state.filled() ? "parked" : "hidden";
    }
    return state.status().name().toLowerCase(Locale.ROOT);
  }

  private @Nullable String phase() {
    var after = outcome.after();
    return Agenda.of(outcome.definition().over(after.rowIds()), after).phase();
  }

  private void says(List<String> parts, List<String> differences) {
    if (parts.isEmpty() && !said().isEmpty()) {
      differences.add(unequal("says", "nothing", said()));
    }
    parts.stream()
        .filter(part -> !said().contains(part))
        .forEach(part -> differences.add(unequal("says", part, said())));
  }

  private void offers(List<String> labels, List<String> differences) {
    var shown =
        replies.stream()
            .flatMap(reply -> reply.buttons().stream())
            .map(Reply.Button::label)
            .toList();
    labels.stream()
        .filter(label -> !shown.contains(label))
        .forEach(label -> differences.add(unequal("buttons", label, shown)));
  }

  private void happens(List<String> events, List<String> differences) {
    var happened =
        outcome.events().stream().map(event -> event.getClass().getSimpleName()).toList();
    var next = 0;
    for (var event : happened) {
      if (next < events.size() && events.get(next).equals(event)) {
        next++;
      }
    }
    if (next < events.size()) {
      differences.add(unequal("events", events, happened));
    }
  }

  private static void holds(
      String what, FieldValue wanted, @Nullable FieldValue held, List<String> differences) {
    if (!same(wanted, held)) {
      differences.add(unequal(what, wanted.display(), held == null ? null : held.display()));
    }
  }

  /** Whether it is the value as a person writes it; yes and no may be true and false. */
  private static boolean same(FieldValue wanted, @Nullable FieldValue held) {
    return switch (held) {
      case null -> false;
      case FieldValue.Tags tags -> tags.equals(wanted);
      case FieldValue.Flag(var flag) ->
          wanted.display().equals(flag ? "yes" : "no") || wanted.display().equals("" + flag);
      case FieldValue.Num num -> num.display().equals(wanted.display());
      case FieldValue.Text text -> text.equals(wanted);
    };
  }

  private static void equal(
      String what, Object wanted, @Nullable Object got, List<String> differences) {
    if (!wanted.equals(got)) {
      differences.add(unequal(what, wanted, got));
    }
  }

  private static String unequal(String what, Object wanted, @Nullable Object got) {
    return what
        + "\n      expected "
        + wanted
        + "\n      got      "
        + (got == null ? "nothing" : got);
  }
}
