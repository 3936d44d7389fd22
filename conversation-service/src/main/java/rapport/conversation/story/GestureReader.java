package rapport.conversation.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.conversation.flow.yaml.Keys;
import rapport.conversation.flow.yaml.YamlNode;
import rapport.conversation.flow.yaml.YamlNode.Mapping;
import rapport.conversation.flow.yaml.YamlNode.Nothing;
import rapport.conversation.reply.Action;

/** Reads what a person does in a step; every kind of gesture has its key. */
final class GestureReader {

  private final Worded worded;
  private final Map<String, BiFunction<Keys, Integer, Gesture>> kinds = new LinkedHashMap<>();

  GestureReader(Worded worded) {
    this.worded = worded;
    kinds.put("user", (keys, _) -> new Gesture.Say(worded.text(node(keys, "user"), "user")));
    kinds.put("tap", (keys, _) -> tap(keys));
    kinds.put("panel", (keys, number) -> panel(keys, number));
    kinds.put("undo", (keys, number) -> undo(keys, number));
    kinds.put("summarise", (keys, _) -> summarise(keys));
    kinds.put("complete", (keys, _) -> flag(keys, "complete", new Gesture.Complete()));
    kinds.put("migrate", (keys, _) -> flag(keys, "migrate", new Gesture.Migrate()));
    kinds.put("assess", (keys, _) -> assess(keys));
    kinds.put("colleague", (keys, _) -> colleague(keys));
    kinds.put("go_on", (keys, _) -> flag(keys, "go_on", new Gesture.GoOn()));
  }

  /**
   * @param number the step's place, from 1
   * @return empty, and a problem, when the step has no gesture or several
   */
  Optional<Gesture> read(Keys keys, int number) {
    var written = kinds.keySet().stream().filter(keys.names()::contains).toList();
    if (written.size() == 1) {
      var gesture = Objects.requireNonNull(kinds.get(written.getFirst()));
      return Optional.of(gesture.apply(keys, number));
    }
    kinds.keySet().forEach(keys::node);
    keys.node("behind");
    worded
        .problems()
        .add(
            keys.line(),
            "step " + number + (written.isEmpty() ? " does nothing" : " does several things"),
            "give it one of " + String.join(", ", kinds.keySet()));
    return Optional.empty();
  }

  private static YamlNode node(Keys keys, String key) {
    return Objects.requireNonNull(keys.node(key));
  }

  private Gesture tap(Keys keys) {
    var node = node(keys, "tap");
    return node instanceof Mapping && !worded.byLocale(node)
        ? new Gesture.Tap(action(node))
        : new Gesture.Press(worded.text(node, "tap"));
  }

  private Action action(YamlNode node) {
    var keys = new Keys(node, node.line(), "tap", worded.problems());
    var type =
        Stream.of(Action.Type.values())
            .filter(one -> keys.names().contains(one.wire()))
            .findFirst()
            .orElse(null);
    if (type == null) {
      var types = Stream.of(Action.Type.values()).map(Action.Type::wire);
      worded
          .problems()
          .add(
              node,
              "no button does this",
              "write a label, or one of " + types.collect(Collectors.joining(", ")));
      return new Action(Action.Type.SKIP, null, null);
    }
    var path = keys.node(type.wire());
    var value = keys.node("value");
    keys.refuseOthers();
    var action =
        new Action(
            type,
            path == null || path instanceof Nothing ? null : worded.text(path, type.wire()),
            value == null ? null : worded.value(value, "value"));
    return complete(action, node);
  }

  private Action complete(Action action, YamlNode node) {
    try {
      action.act();
    } catch (IllegalArgumentException incomplete) {
      worded
          .problems()
          .add(node, String.valueOf(incomplete.getMessage()), "write { answer: path, value: ... }");
    }
    return action;
  }

  private Gesture panel(Keys keys, int number) {
    var node = node(keys, "panel");
    var panel = new Keys(node, node.line(), "panel", worded.problems());
    if (panel.names().contains("add_row")) {
      return closed(panel, new Gesture.AddRow(panel.required("add_row"), place(panel, "index")));
    }
    if (panel.names().contains("remove_row")) {
      return closed(panel, new Gesture.RemoveRow(panel.required("remove_row")));
    }
    if (panel.names().contains("move_row")) {
      panel.required("to");
      var to = Objects.requireNonNullElse(place(panel, "to"), 0);
      return closed(panel, new Gesture.MoveRow(panel.required("move_row"), to));
    }
    return new Gesture.Edit(changes(panel, node), behind(keys, number));
  }

  private static Gesture closed(Keys panel, Gesture gesture) {
    panel.refuseOthers();
    return gesture;
  }

  private @Nullable Integer place(Keys keys, String key) {
    var place = keys.integer(key);
    if (place != null && place < 0) {
      worded.problems().add(keys.line(key), key + " is " + place, "places are counted from 0");
    }
    return place;
  }

  private List<Gesture.Change> changes(Keys panel, YamlNode node) {
    var changes = new ArrayList<Gesture.Change>();
    for (var path : panel.names()) {
      var value = panel.node(path);
      changes.add(
          new Gesture.Change(
              path, value == null || value instanceof Nothing ? null : worded.value(value, path)));
    }
    if (changes.isEmpty()) {
      worded.problems().add(node, "nothing is edited", "write { path: value }");
    }
    return changes;
  }

  private int behind(Keys keys, int number) {
    var behind = Objects.requireNonNullElse(keys.integer("behind"), 0);
    if (behind < 0 || behind >= number) {
      worded
          .problems()
          .add(
              keys.line("behind"),
              "behind is " + behind,
              "say how many of the " + (number - 1) + " steps before it the panel had not seen");
    }
    return behind;
  }

  private Gesture undo(Keys keys, int number) {
    var node = node(keys, "undo");
    if ("latest".equals(keys.text("undo"))) {
      return new Gesture.Undo(null);
    }
    var step = keys.integer("undo");
    if (step != null && (step < 1 || step >= number)) {
      worded.problems().add(node, "undo is " + step, "name a step before this one, or latest");
    }
    return new Gesture.Undo(step);
  }

  private Gesture summarise(Keys keys) {
    return new Gesture.Summarise(worded.texts(keys.items("summarise"), "summarise"));
  }

  private Gesture assess(Keys step) {
    var keys = step.keys("assess");
    var read =
        new Gesture.Assess(
            keys.text("persona"),
            keys.texts("order"),
            share(keys, "intent"),
            keys.texts("signals"));
    keys.refuseOthers();
    return read;
  }

  private double share(Keys keys, String key) {
    try {
      var share = Double.parseDouble(keys.required(key));
      if (share >= 0 && share <= 1) {
        return share;
      }
    } catch (NumberFormatException _) {
      // told below, as every other wrong share is
    }
    worded.problems().add(keys.line(key), key + " is no share", "write a number from 0 to 1");
    return 0;
  }

  private Gesture colleague(Keys keys) {
    var node = node(keys, "colleague");
    var text = worded.text(node, "colleague");
    return switch (text) {
      case "takes over" -> new Gesture.Colleague(Gesture.Colleague.Move.TAKE_OVER, null);
      case "hands back" -> new Gesture.Colleague(Gesture.Colleague.Move.HAND_BACK, null);
      default -> new Gesture.Colleague(Gesture.Colleague.Move.SAYS, text);
    };
  }

  private Gesture flag(Keys keys, String key, Gesture gesture) {
    if (!keys.flag(key, true)) {
      worded.problems().add(keys.line(key), key + " is false", "leave the step out");
    }
    return gesture;
  }
}
