package rapport.integrations.automation.definition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rapport.integrations.automation.Action;
import rapport.integrations.automation.Actions;
import rapport.integrations.automation.Actions.Parameter;
import rapport.integrations.automation.Vocabulary;
import rapport.integrations.automation.definition.Yaml.Entry;
import rapport.integrations.automation.definition.Yaml.Mapping;
import rapport.integrations.automation.definition.Yaml.Nothing;
import rapport.integrations.automation.definition.Yaml.Place;
import rapport.integrations.automation.definition.Yaml.Scalar;
import rapport.integrations.automation.definition.Yaml.Sequence;

/**
 * Reads the actions of an automation: each is a name alone, or {@code do} with {@code with}, {@code
 * retry} and {@code timeout}.
 */
final class ActionReader {

  private static final Set<String> KEYS = Set.of("do", "with", "retry", "timeout");
  private static final int MOST_ACTIONS = 50;
  private static final int MOST_RETRIES = 20;
  private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(5);
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([^}]*?)\\s*}}");

  private final List<Fault> faults;

  ActionReader(List<Fault> faults) {
    this.faults = faults;
  }

  List<Action> read(Place at, @Nullable Entry entry) {
    if (entry == null || !(entry.value() instanceof Sequence list) || list.items().isEmpty()) {
      faults.add(
          (entry == null ? at : entry.key()).fault("no-actions", "It needs a list of actions."));
      return List.of();
    }
    if (list.items().size() > MOST_ACTIONS) {
      faults.add(entry.key().fault("too-many-actions", "At most " + MOST_ACTIONS + "."));
    }
    var actions = new ArrayList<Action>();
    for (var item : list.items()) {
      var action = action(item);
      if (action != null) {
        actions.add(action);
      }
    }
    return actions;
  }

  private @Nullable Action action(Yaml item) {
    return switch (item) {
      case Scalar(var at, var name) ->
          built(at, name, new Mapping(at, Map.of()), Action.USUAL_RETRY, Action.USUAL_TIMEOUT);
      case Mapping(var at, var entries) -> longForm(at, entries);
      case Sequence _, Nothing _ -> {
        faults.add(item.place().fault("malformed-action", "A name, or do with more."));
        yield null;
      }
    };
  }

  private @Nullable Action longForm(Place at, Map<String, Entry> entries) {
    entries.forEach((key, entry) -> {
      if (!KEYS.contains(key)) {
        faults.add(entry.key().fault("unknown-key", "There is no '" + key + "' in an action."));
      }
    });
    if (!(entries.get("do") instanceof Entry(_, Scalar(var nameAt, var name)))) {
      faults.add(at.fault("malformed-action", "It needs do with the name of an action."));
      return null;
    }
    var with = entries.get("with");
    if (with != null && !(with.value() instanceof Mapping)) {
      faults.add(with.key().fault("malformed-with", "Values by their names."));
    }
    return built(
        nameAt,
        name,
        with != null && with.value() instanceof Mapping values
            ? values
            : new Mapping(nameAt, Map.of()),
        retry(entries.get("retry")),
        timeout(entries.get("timeout")));
  }

  private @Nullable Action built(Place at, String name, Mapping with, int retry, Duration timeout) {
    var spec = Actions.named(name);
    if (spec.isEmpty()) {
      faults.add(at.fault("unknown-action", "There is no action '" + name + "'."));
      return null;
    }
    var parameters = spec.get().parameters();
    parameters.forEach((key, parameter) -> {
      if (parameter.required() && !with.entries().containsKey(key)) {
        faults.add(at.fault("missing-value", name + " needs '" + key + "'."));
      }
    });
    var values = new LinkedHashMap<String, Object>();
    with.entries()
        .forEach((key, entry) -> {
          var parameter = parameters.get(key);
          if (parameter == null) {
            faults.add(entry.key().fault("unknown-value", name + " takes no '" + key + "'."));
          } else {
            var value = value(key, parameter, entry.value());
            if (value != null) {
              values.put(key, value);
            }
          }
        });
    return new Action(name, values, retry, timeout);
  }

  private @Nullable Object value(String key, Parameter parameter, Yaml value) {
    return switch (parameter.kind()) {
      case TEXT -> key.equals("due") ? due(value) : text(value);
      case LIST -> list(value);
      case NAMED -> named(value);
    };
  }

  private @Nullable String due(Yaml value) {
    var text = text(value);
    if (text != null && Durations.read(text).isEmpty()) {
      faults.add(value.place().fault("malformed-duration", "Such as 2d or 1w."));
    }
    return text;
  }

  private @Nullable String text(Yaml value) {
    if (!(value instanceof Scalar(var at, var text))) {
      faults.add(value.place().fault("not-a-text", "It is a text."));
      return null;
    }
    var names = PLACEHOLDER.matcher(text);
    while (names.find()) {
      var word = Vocabulary.named(names.group(1));
      if (word.isEmpty() || word.get().kind() == Vocabulary.Kind.EVENT) {
        faults.add(at.fault("unknown-name", "There is no fact '" + names.group(1) + "'."));
      }
    }
    return text;
  }

  private @Nullable List<String> list(Yaml value) {
    if (!(value instanceof Sequence(_, var items))) {
      var only = text(value);
      return only == null ? null : List.of(only);
    }
    var texts = new ArrayList<String>();
    for (var item : items) {
      var text = text(item);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  private @Nullable Map<String, String> named(Yaml value) {
    if (!(value instanceof Mapping(_, var entries))) {
      faults.add(value.place().fault("not-named", "Values by their names."));
      return null;
    }
    var texts = new LinkedHashMap<String, String>();
    entries.forEach((key, entry) -> {
      var text = text(entry.value());
      if (text != null) {
        texts.put(key, text);
      }
    });
    return texts;
  }

  private int retry(@Nullable Entry entry) {
    if (entry == null) {
      return Action.USUAL_RETRY;
    }
    if (entry.value() instanceof Scalar(_, var text) && text.matches("\\d{1,2}")) {
      var retry = Integer.parseInt(text);
      if (retry <= MOST_RETRIES) {
        return retry;
      }
    }
    faults.add(entry.key().fault("malformed-retry", "From 0 to " + MOST_RETRIES + "."));
    return Action.USUAL_RETRY;
  }

  private Duration timeout(@Nullable Entry entry) {
    if (entry == null) {
      return Action.USUAL_TIMEOUT;
    }
    if (entry.value() instanceof Scalar(_, var text)) {
      var timeout = Durations.read(text);
      if (timeout.isPresent()
          && timeout.get().isPositive()
          && timeout.get().compareTo(LONGEST_TIMEOUT) <= 0) {
        return timeout.get();
      }
    }
    faults.add(entry.key().fault("malformed-timeout", "Such as 10s; at most 5m."));
    return Action.USUAL_TIMEOUT;
  }
}
