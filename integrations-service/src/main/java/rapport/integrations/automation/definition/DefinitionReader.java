package rapport.integrations.automation.definition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rapport.integrations.automation.Trigger;
import rapport.integrations.automation.Vocabulary;
import rapport.integrations.automation.Vocabulary.Kind;
import rapport.integrations.automation.Workflow;
import rapport.integrations.automation.Workflow.Reentry;
import rapport.integrations.automation.definition.Yaml.Entry;
import rapport.integrations.automation.definition.Yaml.Mapping;
import rapport.integrations.automation.definition.Yaml.Place;
import rapport.integrations.automation.definition.Yaml.Scalar;
import rapport.integrations.automation.expression.Expression;
import rapport.integrations.automation.expression.Expressions;

/**
 * Reads automations: under {@code customer_workflows} each by its name, with a {@code trigger}, its
 * {@code actions}, and if wanted {@code title}, {@code description}, {@code for}, {@code cooldown}
 * and {@code reentry}. Everything is checked; nothing unknown is passed over.
 */
public final class DefinitionReader {

  private static final String ROOT = "customer_workflows";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");
  private static final Set<String> RESERVED = Set.of("vocabulary");
  private static final Set<String> KEYS =
      Set.of("title", "description", "trigger", "for", "cooldown", "reentry", "actions");
  private static final int LONGEST_DOCUMENT = 100_000;
  private static final int LONGEST_TEXT = 500;

  private final String text;
  private final List<Fault> faults = new ArrayList<>();

  private DefinitionReader(String text) {
    this.text = text;
  }

  /** Reads a document of at most 100,000 characters. */
  public static Definition read(String yaml) {
    return new DefinitionReader(yaml).read();
  }

  private Definition read() {
    var written = new ArrayList<Definition.Written>();
    if (text.length() > LONGEST_DOCUMENT) {
      faults.add(new Fault(1, 1, "too-long", "At most " + LONGEST_DOCUMENT + " characters."));
      return new Definition.Invalid(faults);
    }
    var document = Yaml.read(text, faults);
    if (document != null) {
      for (var automation : automations(document).entrySet()) {
        var workflow = workflow(automation.getKey(), automation.getValue());
        if (workflow != null) {
          written.add(new Definition.Written(workflow, YamlParts.only(text, automation.getKey())));
        }
      }
    }
    if (faults.isEmpty()) {
      return new Definition.Valid(written);
    }
    faults.sort(Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column));
    return new Definition.Invalid(faults);
  }

  private Map<String, Entry> automations(Yaml document) {
    if (document instanceof Mapping(_, var entries)) {
      entries.forEach((key, entry) -> {
        if (!key.equals(ROOT)) {
          faults.add(entry.key().fault("unknown-key", "Only " + ROOT + " stands here."));
        }
      });
      var root = entries.get(ROOT);
      if (root != null && root.value() instanceof Mapping(_, var all) && !all.isEmpty()) {
        return all;
      }
    }
    faults.add(
        document.place().fault("no-automations", "It needs " + ROOT + " with an automation."));
    return Map.of();
  }

  private @Nullable Workflow workflow(String name, Entry entry) {
    if (!NAME.matcher(name).matches()) {
      faults.add(
          entry.key().fault("malformed-name", "A name has lower case letters, digits and _ only."));
    }
    if (RESERVED.contains(name)) {
      faults.add(entry.key().fault("reserved-name", "That name stands for something else."));
    }
    if (!(entry.value() instanceof Mapping body)) {
      faults.add(entry.key().fault("malformed-automation", "It needs a trigger and actions."));
      return null;
    }
    body.entries()
        .forEach((key, value) -> {
          if (!KEYS.contains(key)) {
            faults.add(value.key().fault("unknown-key", "There is no '" + key + "' here."));
          }
        });
    var trigger = trigger(entry.key(), body);
    var actions = new ActionReader(faults).read(entry.key(), body.entries().get("actions"));
    if (trigger == null) {
      return null;
    }
    return new Workflow(
        name,
        text(body, "title", name.replace('_', ' ')),
        text(body, "description", ""),
        trigger.subject(),
        trigger.trigger(),
        duration(body, "cooldown"),
        reentry(body),
        actions);
  }

  private record About(Trigger trigger, String subject) {}

  private @Nullable About trigger(Place at, Mapping body) {
    var holds = duration(body, "for");
    var entry = body.entries().get("trigger");
    if (entry == null || !(entry.value() instanceof Scalar scalar)) {
      faults.add(
          (entry == null ? at : entry.key())
              .fault("no-trigger", "It needs the name of an event or a condition as trigger."));
      return null;
    }
    var written = scalar.text().strip();
    var word = Vocabulary.named(written);
    if (word.isPresent() && word.get().kind() == Kind.EVENT) {
      if (!holds.isZero()) {
        faults.add(entry.key().fault("no-duration", "An event has no duration; for is in vain."));
      }
      return new About(new Trigger.OnEvent(written), word.get().subject());
    }
    return switch (Expressions.read(scalar.text())) {
      case Expression.Valid(var condition, var subject) ->
          new About(new Trigger.OnEdge(written, condition, holds), subject);
      case Expression.Invalid(var wrong) -> {
        wrong.forEach(fault -> faults.add(placed(scalar, fault)));
        yield null;
      }
    };
  }

  /** Of a scalar on one line the very column; of a longer one where it begins. */
  private Fault placed(Scalar scalar, Expression.Fault fault) {
    var line = text.lines().skip(scalar.place().line() - 1L).findFirst().orElse("");
    var begin = scalar.place().column();
    var quoted = begin <= line.length() && "\"'".indexOf(line.charAt(begin - 1)) >= 0;
    var column = scalar.text().contains("\n") ? begin : begin + (quoted ? 1 : 0) + fault.offset();
    return new Fault(scalar.place().line(), column, fault.code(), fault.detail());
  }

  private Reentry reentry(Mapping body) {
    var entry = body.entries().get("reentry");
    if (entry == null) {
      return Reentry.ALWAYS;
    }
    if (entry.value() instanceof Scalar(_, var written)) {
      switch (written) {
        case "always", "true" -> {
          return Reentry.ALWAYS;
        }
        case "never", "false" -> {
          return Reentry.NEVER;
        }
        default -> {
          // told below
        }
      }
    }
    faults.add(entry.key().fault("malformed-reentry", "It is always or never."));
    return Reentry.ALWAYS;
  }

  private Duration duration(Mapping body, String key) {
    var entry = body.entries().get(key);
    if (entry == null) {
      return Duration.ZERO;
    }
    if (entry.value() instanceof Scalar(_, var written)) {
      var duration = Durations.read(written);
      if (duration.isPresent()) {
        return duration.get();
      }
    }
    faults.add(entry.key().fault("malformed-duration", "Such as 30m, 2h or 7d."));
    return Duration.ZERO;
  }

  private String text(Mapping body, String key, String otherwise) {
    var entry = body.entries().get(key);
    if (entry == null) {
      return otherwise;
    }
    if (entry.value() instanceof Scalar(_, var written) && written.length() <= LONGEST_TEXT) {
      return written.strip();
    }
    faults.add(
        entry.key().fault("malformed-text", "A text of at most " + LONGEST_TEXT + " characters."));
    return otherwise;
  }
}
