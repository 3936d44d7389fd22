package rapport.conversation.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rapport.contracts.EventCatalog;
import rapport.contracts.ItemPath;
import rapport.conversation.dialogue.Dialogue;
import rapport.conversation.flow.Condition;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.Rule;

/** What of one flow has been seen in a number of scenes, and what has not. */
final class Coverage {

  /** What there is to see. */
  enum Kind {
    FIELD("fields filled"),
    BRANCH("branches taken"),
    REJECTION("values and gestures turned down"),
    EVENT("kinds of events");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  private final FlowDefinition definition;
  private final Map<String, Condition> guards = new LinkedHashMap<>();
  private final Map<Kind, Set<String>> unseen = new EnumMap<>(Kind.class);
  private final Map<Kind, Integer> total = new EnumMap<>(Kind.class);

  Coverage(FlowDefinition definition) {
    this.definition = definition;
    Stream.concat(definition.fields().map(Field::when), definition.rules().map(Rule::when))
        .filter(guard -> !guard.equals(Condition.always()))
        .forEach(guard -> guards.put(guard.expression(), guard));
    toSee(Kind.FIELD, definition.fields().map(Field::path));
    toSee(Kind.BRANCH, guards.keySet().stream().flatMap(Coverage::branches));
    toSee(Kind.REJECTION, rejections(definition).stream());
    toSee(
        Kind.EVENT,
        EventCatalog.CONVERSATION.types().values().stream().map(Class::getSimpleName).sorted());
  }

  private void toSee(Kind kind, Stream<String> all) {
    var set = all.collect(Collectors.toCollection(LinkedHashSet::new));
    unseen.put(kind, set);
    total.put(kind, set.size());
  }

  private static Stream<String> branches(String guard) {
    return Stream.of(branch(guard, true), branch(guard, false));
  }

  private static String branch(String guard, boolean holds) {
    return guard + (holds ? " holds" : " does not hold");
  }

  void saw(Scene scene) {
    var outcome = scene.outcome();
    outcome.filled().keySet().forEach(path -> seen(Kind.FIELD, ItemPath.template(path)));
    scene.rejected().values().forEach(code -> seen(Kind.REJECTION, code));
    if (scene.refused() != null) {
      seen(Kind.REJECTION, scene.refused());
    }
    var dialogue = outcome.before();
    for (var event : outcome.events()) {
      seen(Kind.EVENT, event.getClass().getSimpleName());
      dialogue = dialogue.after(List.of(event));
      branches(dialogue);
    }
  }

  /** Looked at after every event: what a rule answers at once is not there any more afterwards. */
  private void branches(Dialogue dialogue) {
    guards.forEach((name, guard) -> seen(Kind.BRANCH, branch(name, guard.holds(dialogue))));
  }

  private void seen(Kind kind, String what) {
    missing(kind).remove(what);
  }

  Set<String> missing(Kind kind) {
    return unseen.getOrDefault(kind, Set.of());
  }

  /** A page for people. */
  String report() {
    var lines = new ArrayList<String>(List.of("coverage of " + definition.name()));
    for (var kind : Kind.values()) {
      var all = total.getOrDefault(kind, 0);
      var missing = missing(kind);
      lines.add("  %3d of %3d %s".formatted(all - missing.size(), all, kind.words));
      missing.forEach(what -> lines.add("      never: " + what));
    }
    return String.join("\n", lines);
  }

  /** Every reason for which a value or a gesture can be turned down in this flow. */
  static Collection<String> rejections(FlowDefinition definition) {
    var codes =
        new TreeSet<>(
            List.of(
                "unknown-field",
                "empty",
                "control-characters",
                "wrong-type",
                "nothing-to-undo",
                "required-fields-missing"));
    definition.fields().forEach(field -> codes.addAll(rejections(field)));
    if (definition.fields().anyMatch(Coverage::comesAndGoes)) {
      codes.add("does-not-apply");
    }
    if (!definition.groups().isEmpty()) {
      codes.addAll(
          List.of(
              "unknown-group", "no-such-item", "too-few-items", "too-many-items", "already-there"));
    }
    return codes;
  }

  private static boolean comesAndGoes(Field field) {
    return !field.control() && !field.when().equals(Condition.always());
  }

  private static List<String> rejections(Field field) {
    return switch (field.type()) {
      case STRING, TEXT, RICHTEXT, NAME, MONEY, COUNT, DURATION -> List.of("too-long");
      case TAGS -> List.of("too-long", "too-many");
      case CHOICE -> field.openOptions() ? List.of("too-long") : List.of("not-an-option");
      case CONFIRM -> List.of("not-yes-or-no");
      case AGE -> List.of("not-an-age", "age-out-of-range");
      case INTEGER -> List.of("not-a-number", "number-out-of-range");
      case EMAIL -> List.of("not-an-email");
      case PHONE -> List.of("not-a-phone-number");
      case URL, IMAGE -> List.of("not-a-url");
    };
  }
}
