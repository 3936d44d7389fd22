package rapport.conversation.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.flow.yaml.FlowFile;
import rapport.conversation.flow.yaml.FlowProblem;
import rapport.conversation.flow.yaml.Keys;
import rapport.conversation.flow.yaml.Problems;
import rapport.conversation.flow.yaml.YamlNode;
import rapport.conversation.flow.yaml.YamlNode.Mapping;
import rapport.conversation.flow.yaml.YamlNode.Nothing;
import rapport.conversation.flow.yaml.YamlNode.Scalar;
import rapport.conversation.flow.yaml.YamlNode.Sequence;

/** Reads a file with one story and finds every mistake in it. */
final class StoryReader {

  private static final String OWNER = "the story";

  private final FlowCatalog flows;
  private final Problems problems;

  private StoryReader(FlowCatalog flows, Problems problems) {
    this.flows = flows;
    this.problems = problems;
  }

  /**
   * The story, once in each of its languages.
   *
   * @throws InvalidStoryException with every mistake found
   */
  static List<Story> read(FlowFile file, FlowCatalog flows) {
    var found = new TreeSet<FlowProblem>();
    var problems = new Problems(file.name(), found);
    var document = YamlNode.read(file, problems);
    var stories =
        document == null
            ? List.<Story>of()
            : new StoryReader(flows, problems).inEveryLanguage(document);
    if (!found.isEmpty()) {
      throw new InvalidStoryException(List.copyOf(found));
    }
    return stories;
  }

  private List<Story> inEveryLanguage(YamlNode document) {
    var keys = new Keys(document, 1, OWNER, problems);
    var definition = definition(keys);
    if (definition == null) {
      return List.of();
    }
    var locales = locales(keys, definition);
    return locales.stream()
        .map(locale -> story(document, definition, new Worded(locale, locales, problems)))
        .toList();
  }

  private @Nullable FlowDefinition definition(Keys keys) {
    var flow = keys.required("flow");
    var version = keys.integer("version");
    if (flow.isEmpty()) {
      return null;
    }
    if (!flows.names().contains(flow)) {
      problems.add(
          keys.line("flow"),
          "there is no flow " + flow,
          "use one of " + String.join(", ", flows.names()));
      return null;
    }
    var latest = flows.latest(flow);
    if (version == null || version == latest.version()) {
      return latest;
    }
    try {
      return flows.definition(flow, version);
    } catch (NoSuchElementException _) {
      problems.add(
          keys.line("version"),
          "there is no version " + version + " of " + flow,
          "leave version out for the latest");
      return latest;
    }
  }

  private List<String> locales(Keys keys, FlowDefinition definition) {
    var locale = keys.text("locale");
    var locales = keys.node("locales") == null ? new ArrayList<String>() : keys.texts("locales");
    if (locale != null && !locales.isEmpty()) {
      problems.add(keys.line("locale"), "the story has locale and locales", "keep one of them");
    }
    var all = locale != null ? List.of(locale) : locales.isEmpty() ? List.of("en") : locales;
    all.stream()
        .filter(one -> !flows.texts(definition.name(), one).locale().equals(one))
        .forEach(one ->
            problems.add(
                keys.line(locale == null ? "locales" : "locale"),
                definition.name() + " does not speak '" + one + "'",
                "use a language it has texts in"));
    return all;
  }

  private Story story(YamlNode document, FlowDefinition definition, Worded worded) {
    var keys = new Keys(document, 1, OWNER, problems);
    var name = keys.required("story");
    keys.node("flow");
    keys.node("locale");
    keys.node("locales");
    var version = keys.integer("version");
    var context = context(keys, definition);
    var expectations = new ExpectedReader(definition, worded);
    var begins = expectations.read(keys.node("begins"), "begins");
    var gestures = new GestureReader(worded);
    var steps = new ArrayList<Story.Step>();
    for (var item : keys.items("steps")) {
      step(item, steps.size() + 1, gestures, expectations).ifPresent(steps::add);
    }
    keys.refuseOthers();
    if (keys.node("steps") == null) {
      problems.add(keys.line(), "nothing happens in the story", "add steps: [...]");
    }
    return new Story(name, definition.name(), version, worded.locale(), context, begins, steps);
  }

  private Optional<Story.Step> step(
      YamlNode item, int number, GestureReader gestures, ExpectedReader expectations) {
    var keys = new Keys(item, item.line(), "step " + number, problems);
    var gesture = gestures.read(keys, number);
    var expected = expectations.read(keys.node("expect"), "expect of step " + number);
    keys.refuseOthers();
    return gesture.map(read -> new Story.Step(item.line(), read, expected));
  }

  private Map<String, Object> context(Keys keys, FlowDefinition definition) {
    var context = new LinkedHashMap<String, Object>();
    var entries = keys.keys("context");
    for (var name : entries.names()) {
      var node = entries.node(name);
      if (!definition.context().contains(name)) {
        problems.add(
            entries.line(name),
            definition.name() + " takes no context '" + name + "'",
            "use one of " + String.join(", ", definition.context()));
      } else if (node != null) {
        context.put(name, plain(node));
      }
    }
    return context;
  }

  private Object plain(YamlNode node) {
    return switch (node) {
      case Scalar(_, var text) -> text;
      case Sequence(_, var items) -> items.stream().map(this::plain).toList();
      case Mapping(_, var entries) -> {
        var map = new LinkedHashMap<String, Object>();
        entries.forEach((key, value) -> map.put(key, plain(value)));
        yield map;
      }
      case Nothing _ -> {
        problems.add(node, "an entry of the context is empty", "give it a value or remove it");
        yield "";
      }
    };
  }
}
