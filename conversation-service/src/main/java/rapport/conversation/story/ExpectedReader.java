package rapport.conversation.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.EventCatalog;
import rapport.contracts.FieldValue;
import rapport.contracts.ItemPath;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.Phase;
import rapport.conversation.flow.yaml.Keys;
import rapport.conversation.flow.yaml.Problems;
import rapport.conversation.flow.yaml.YamlNode;
import rapport.conversation.flow.yaml.YamlNode.Nothing;
import rapport.conversation.flow.yaml.YamlNode.Sequence;

/** Reads what has to come of a step. */
final class ExpectedReader {

  private static final Set<String> EVENTS =
      EventCatalog.CONVERSATION.types().values().stream()
          .map(Class::getSimpleName)
          .collect(Collectors.toCollection(TreeSet::new));
  private static final Set<String> STATES =
      Set.of("open", "filled", "skipped", "unknown", "parked", "hidden");

  private final FlowDefinition definition;
  private final Worded worded;
  private final Problems problems;

  ExpectedReader(FlowDefinition definition, Worded worded) {
    this.definition = definition;
    this.worded = worded;
    this.problems = worded.problems();
  }

  List<Expected> read(@Nullable YamlNode node, String owner) {
    if (node == null) {
      return List.of();
    }
    var keys = new Keys(node, node.line(), owner, problems);
    var expected =
        Stream.of(
                captured(keys),
                values(keys),
                rows(keys),
                states(keys),
                waiting(keys),
                asked(keys),
                phase(keys),
                says(keys),
                buttons(keys),
                events(keys),
                rejected(keys),
                refused(keys),
                digression(keys),
                status(keys))
            .filter(Objects::nonNull)
            .toList();
    keys.refuseOthers();
    return expected;
  }

  private @Nullable Expected captured(Keys keys) {
    return keys.node("captured") == null
        ? null
        : new Expected.Captured(filled(keys.keys("captured")));
  }

  private @Nullable Expected waiting(Keys keys) {
    return keys.node("waiting") == null ? null : new Expected.Waiting(filled(keys.keys("waiting")));
  }

  private @Nullable Expected values(Keys keys) {
    if (keys.node("values") == null) {
      return null;
    }
    var values = keys.keys("values");
    var empty = new LinkedHashSet<String>();
    var held = new LinkedHashMap<String, FieldValue>();
    for (var path : values.names()) {
      if (values.node(path) instanceof Nothing) {
        empty.add(known(path, values.line(path)));
      } else {
        put(held, values, path);
      }
    }
    return new Expected.Values(held, empty);
  }

  private Map<String, FieldValue> filled(Keys keys) {
    var values = new LinkedHashMap<String, FieldValue>();
    keys.names().forEach(path -> put(values, keys, path));
    return values;
  }

  private void put(Map<String, FieldValue> values, Keys keys, String path) {
    var node = keys.node(path);
    var value = node == null ? null : worded.value(node, path);
    if (value != null) {
      values.put(known(path, keys.line(path)), value);
    }
  }

  private @Nullable Expected rows(Keys keys) {
    if (keys.node("rows") == null) {
      return null;
    }
    var groups = keys.keys("rows");
    var rows = new LinkedHashMap<String, List<String>>();
    for (var group : groups.names()) {
      if (!definition.groups().containsKey(group)) {
        problems.add(groups.line(group), "there is no group " + group, "name a group of the flow");
      }
      var titles = new ArrayList<String>();
      for (var item : groups.items(group)) {
        titles.add(item instanceof Nothing ? "" : worded.text(item, group));
      }
      rows.put(group, titles);
    }
    return new Expected.Rows(rows);
  }

  private @Nullable Expected states(Keys keys) {
    if (keys.node("states") == null) {
      return null;
    }
    var states = keys.textMap("states");
    var lines = keys.keys("states");
    states.forEach((path, state) -> {
      known(path, lines.line(path));
      oneOf(STATES, state, "state", lines.line(path));
    });
    return new Expected.States(states);
  }

  private @Nullable Expected asked(Keys keys) {
    if (keys.node("asked") == null) {
      return null;
    }
    var asked = keys.texts("asked");
    asked.forEach(path -> known(path, keys.line("asked")));
    return new Expected.Asked(asked);
  }

  private @Nullable Expected phase(Keys keys) {
    var phase = keys.text("phase");
    if (phase == null) {
      return null;
    }
    var phases = definition.phases().stream().map(Phase::id).collect(Collectors.toSet());
    oneOf(phases, phase, "phase", keys.line("phase"));
    return new Expected.Phase(phase);
  }

  private @Nullable Expected says(Keys keys) {
    var parts = spoken(keys, "says");
    return parts == null ? null : new Expected.Says(parts);
  }

  private @Nullable Expected buttons(Keys keys) {
    var labels = spoken(keys, "buttons");
    return labels == null ? null : new Expected.Offers(labels);
  }

  /** What a language has no words for is not looked at in it. */
  private @Nullable List<String> spoken(Keys keys, String key) {
    var node = keys.node(key);
    var chosen = node == null ? null : worded.chosen(node);
    if (chosen == null) {
      return null;
    }
    if (!(chosen instanceof Sequence(_, var items))) {
      problems.add(chosen, key + " is no list", "write it as [one, another]");
      return null;
    }
    var spoken = items.stream().filter(item -> worded.chosen(item) != null).toList();
    return spoken.isEmpty() && !items.isEmpty() ? null : worded.texts(spoken, key);
  }

  private @Nullable Expected events(Keys keys) {
    if (keys.node("events") == null) {
      return null;
    }
    var events = keys.texts("events");
    events.forEach(event -> oneOf(EVENTS, event, "event", keys.line("events")));
    return new Expected.Happens(events);
  }

  private @Nullable Expected rejected(Keys keys) {
    return keys.node("rejected") == null ? null : new Expected.Rejects(keys.textMap("rejected"));
  }

  private static @Nullable Expected refused(Keys keys) {
    var code = keys.text("refused");
    return code == null ? null : new Expected.Refuses(code);
  }

  private static @Nullable Expected digression(Keys keys) {
    var topic = keys.text("digression");
    return topic == null ? null : new Expected.Digresses(topic);
  }

  private @Nullable Expected status(Keys keys) {
    var status = keys.text("status");
    if (status == null) {
      return null;
    }
    oneOf(Set.of("in_progress", "completed"), status, "status", keys.line("status"));
    return new Expected.Status(status);
  }

  /** A path that exists; a field of a row has to name the row. */
  private String known(String path, int line) {
    var row = ItemPath.parse(path);
    var exists =
        definition.field(ItemPath.template(path)).isPresent()
            && row.map(this::namesRow).orElse(true);
    if (!exists) {
      problems.add(
          line,
          definition.name() + " has no field '" + path + "'",
          "use a path of the flow, in rows like stages[s1].title");
    }
    return path;
  }

  private boolean namesRow(ItemPath row) {
    return definition
        .groupOf(row.item())
        .filter(group -> group.name().equals(row.group()))
        .isPresent();
  }

  private void oneOf(Set<String> known, String word, String kind, int line) {
    if (!known.contains(word)) {
      problems.add(
          line,
          "there is no " + kind + " '" + word + "'",
          "use one of " + String.join(", ", new TreeSet<>(known)));
    }
  }
}
