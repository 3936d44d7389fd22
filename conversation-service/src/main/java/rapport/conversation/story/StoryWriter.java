package rapport.conversation.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.conversation.reply.Action;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Writes a story as YAML; reading it gives the same story. */
final class StoryWriter {

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
          .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
          .disable(YAMLWriteFeature.SPLIT_LINES)
          .enable(YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
          .build();

  private StoryWriter() {}

  static String write(Story story) {
    var document = new LinkedHashMap<String, @Nullable Object>();
    document.put("story", story.name());
    document.put("flow", story.flow());
    if (story.version() != null) {
      document.put("version", story.version());
    }
    document.put("locale", story.locale());
    if (!story.context().isEmpty()) {
      document.put("context", story.context());
    }
    if (!story.begins().isEmpty()) {
      document.put("begins", expected(story.begins()));
    }
    document.put("steps", story.steps().stream().map(StoryWriter::step).toList());
    return YAML.writeValueAsString(document);
  }

  private static Map<String, @Nullable Object> step(Story.Step step) {
    var written = gesture(step.gesture());
    if (!step.expected().isEmpty()) {
      written.put("expect", expected(step.expected()));
    }
    return written;
  }

  private static Map<String, @Nullable Object> gesture(Gesture gesture) {
    var written = new LinkedHashMap<String, @Nullable Object>();
    switch (gesture) {
      case Gesture.Say(var text) -> written.put("user", text);
      case Gesture.Press(var label) -> written.put("tap", label);
      case Gesture.Tap(var action) -> written.put("tap", action(action));
      case Gesture.Edit(var changes, var behind) -> {
        written.put("panel", changes(changes));
        if (behind > 0) {
          written.put("behind", behind);
        }
      }
      case Gesture.AddRow(var group, var index) ->
          written.put(
              "panel",
              index == null ? Map.of("add_row", group) : pair("add_row", group, "index", index));
      case Gesture.RemoveRow(var item) -> written.put("panel", Map.of("remove_row", item));
      case Gesture.MoveRow(var item, var to) ->
          written.put("panel", pair("move_row", item, "to", to));
      case Gesture.Undo(var step) -> written.put("undo", step == null ? "latest" : step);
      case Gesture.Summarise(var focus) -> written.put("summarise", focus);
      case Gesture.Assess assess -> written.put("assess", assessed(assess));
      case Gesture.Colleague(var move, var text) ->
          written.put(
              "colleague",
              switch (move) {
                case TAKE_OVER -> "takes over";
                case HAND_BACK -> "hands back";
                case SAYS -> text;
              });
      case Gesture.Complete() -> written.put("complete", true);
      case Gesture.Migrate() -> written.put("migrate", true);
      case Gesture.GoOn() -> written.put("go_on", true);
    }
    return written;
  }

  private static Map<String, Object> assessed(Gesture.Assess assess) {
    var written = new LinkedHashMap<String, Object>();
    if (assess.persona() != null) {
      written.put("persona", assess.persona());
    }
    if (!assess.order().isEmpty()) {
      written.put("order", assess.order());
    }
    written.put("intent", assess.intent());
    if (!assess.signals().isEmpty()) {
      written.put("signals", assess.signals());
    }
    return written;
  }

  private static Map<String, Object> pair(String key, String value, String other, int number) {
    var pair = new LinkedHashMap<String, Object>();
    pair.put(key, value);
    pair.put(other, number);
    return pair;
  }

  private static Map<String, @Nullable Object> action(Action action) {
    var written = new LinkedHashMap<String, @Nullable Object>();
    written.put(action.type().wire(), action.path());
    if (action.value() != null) {
      written.put("value", value(action.value()));
    }
    return written;
  }

  private static Map<String, @Nullable Object> changes(List<Gesture.Change> changes) {
    var written = new LinkedHashMap<String, @Nullable Object>();
    for (var change : changes) {
      written.put(change.path(), change.value() == null ? null : value(change.value()));
    }
    return written;
  }

  private static Map<String, @Nullable Object> expected(List<Expected> all) {
    var written = new LinkedHashMap<String, @Nullable Object>();
    for (var expected : all) {
      switch (expected) {
        case Expected.Captured(var values) -> written.put("captured", values(values));
        case Expected.Values(var held, var empty) -> {
          var values = values(held);
          empty.forEach(path -> values.put(path, null));
          written.put("values", values);
        }
        case Expected.Rows(var titles) -> written.put("rows", rows(titles));
        case Expected.States(var states) -> written.put("states", states);
        case Expected.Waiting(var values) -> written.put("waiting", values(values));
        case Expected.Asked(var paths) -> written.put("asked", paths);
        case Expected.Phase(var id) -> written.put("phase", id);
        case Expected.Says(var parts) -> written.put("says", parts);
        case Expected.Offers(var labels) -> written.put("buttons", labels);
        case Expected.Happens(var events) -> written.put("events", events);
        case Expected.Rejects(var codes) -> written.put("rejected", codes);
        case Expected.Refuses(var code) -> written.put("refused", code);
        case Expected.Digresses(var topic) -> written.put("digression", topic);
        case Expected.Status(var status) -> written.put("status", status);
      }
    }
    return written;
  }

  private static Map<String, @Nullable Object> values(Map<String, FieldValue> values) {
    var written = new LinkedHashMap<String, @Nullable Object>();
    values.forEach((path, value) -> written.put(path, value(value)));
    return written;
  }

  private static Map<String, Object> rows(Map<String, List<String>> titles) {
    var written = new LinkedHashMap<String, Object>();
    titles.forEach((group, names) -> {
      var rows = new ArrayList<@Nullable String>();
      names.forEach(name -> rows.add(name.isEmpty() ? null : name));
      written.put(group, rows);
    });
    return written;
  }

  /** A list of tags, or the words a person would write: a panel takes those for any type. */
  private static Object value(FieldValue value) {
    return value instanceof FieldValue.Tags(var tags) ? tags : value.display();
  }
}
