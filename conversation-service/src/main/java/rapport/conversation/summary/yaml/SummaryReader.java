package rapport.conversation.summary.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.summary.Form;
import rapport.conversation.summary.Pattern;
import rapport.conversation.summary.PatternParser;
import rapport.conversation.summary.SummaryTexts;
import rapport.conversation.summary.SummaryTexts.Focus;
import rapport.conversation.summary.SummaryTexts.Kind;
import rapport.conversation.summary.Topic;
import rapport.conversation.summary.Topic.Place;
import rapport.conversation.summary.Words;

/** Turns a summary file into patterns and finds every mistake in it. */
final class SummaryReader {

  private final String name;
  private final SummaryFile file;
  private final FlowDefinition definition;
  private final List<String> problems;
  private final Map<String, List<String>> byLeaf;

  SummaryReader(String name, SummaryFile file, FlowDefinition definition, List<String> problems) {
    this.name = name;
    this.file = file;
    this.definition = definition;
    this.problems = problems;
    this.byLeaf =
        definition
            .fields()
            .filter(field -> !field.control())
            .map(Field::path)
            .collect(Collectors.groupingBy(path -> path.substring(path.lastIndexOf('.') + 1)));
  }

  SummaryTexts read(Words words, Map<String, String> rests) {
    var kinds = new LinkedHashMap<String, Kind>();
    file.texts().forEach((kind, text) -> kinds.put(kind, kind(kind, text)));
    if (kinds.isEmpty()) {
      problem("there are no texts");
    }
    return new SummaryTexts(
        knownPath(file.subject().field()),
        file.subject().otherwise(),
        kindField(),
        kinds,
        focuses(),
        words,
        rests,
        Objects.requireNonNullElse(pattern(file.onlyName()), new Pattern("", List.of())),
        file.nothing());
  }

  private @Nullable String kindField() {
    if (file.kind() == null) {
      return null;
    }
    var path = knownPath(file.kind());
    definition
        .field(path)
        .ifPresent(field ->
            file.texts().keySet().stream()
                .filter(kind -> !field.options().contains(kind))
                .forEach(kind -> problem("text '" + kind + "' is no option of " + path)));
    return path;
  }

  private Map<String, Focus> focuses() {
    var focuses = new LinkedHashMap<String, Focus>();
    file.focus()
        .forEach((focus, entry) -> {
          var paths = new HashSet<String>();
          entry.fields().forEach(field -> paths.add(knownPath(field)));
          focuses.put(focus, new Focus(entry.words(), paths));
        });
    return focuses;
  }

  private Kind kind(String kind, SummaryFile.Text text) {
    var ids = new HashSet<String>();
    var topics = new ArrayList<Topic>();
    for (var entry : text.topics()) {
      if (!ids.add(entry.id())) {
        problem("topic '" + entry.id() + "' stands twice in " + kind);
      }
      topics.add(topic(kind + "/" + entry.id(), entry));
    }
    topics.stream()
        .filter(topic -> topic.unless() != null && !ids.contains(topic.unless()))
        .forEach(topic ->
            problem(
                "topic %s/%s is told unless there is '%s', which is no topic"
                    .formatted(kind, topic.id(), topic.unless())));
    return new Kind(text.most(), text.addressed(), topics);
  }

  private Topic topic(String id, SummaryFile.TopicEntry entry) {
    if (entry.focus() != null && !file.focus().containsKey(entry.focus())) {
      problem("topic " + id + " is for the unknown focus '" + entry.focus() + "'");
    }
    if (entry.say().isEmpty()) {
      problem("topic " + id + " says nothing");
    }
    var say = new ArrayList<Pattern>();
    for (var source : entry.say()) {
      var pattern = pattern(source);
      if (pattern != null) {
        check(id, pattern);
        say.add(pattern);
      }
    }
    return new Topic(
        entry.id(),
        entry.part(),
        entry.weight(),
        place(id, entry.place()),
        entry.focus(),
        entry.unless(),
        say);
  }

  private Place place(String id, @Nullable String place) {
    try {
      return place == null ? Place.ANYWHERE : Place.valueOf(place.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      problem("topic " + id + " stands '" + place + "'; it can stand first, anywhere or last");
      return Place.ANYWHERE;
    }
  }

  private @Nullable Pattern pattern(String source) {
    try {
      return PatternParser.parse(source, this::path);
    } catch (IllegalArgumentException broken) {
      problem(String.valueOf(broken.getMessage()));
      return null;
    }
  }

  private void check(String topic, Pattern pattern) {
    if (!pattern.source().endsWith(".") && !pattern.source().endsWith("?")) {
      problem("topic " + topic + ": \"" + pattern.source() + "\" does not end like a sentence");
    }
    pattern
        .uses()
        .forEach(use -> {
          var type = definition.field(use.path()).orElseThrow().type();
          if (!fits(use.form(), type)) {
            problem(
                "topic %s: \"%s\": %s is of type %s, which has no form %s"
                    .formatted(topic, pattern.source(), use.path(), type, use.form()));
          }
        });
  }

  private static boolean fits(Form form, FieldType type) {
    return switch (form) {
      case LIKES, DISLIKES, POINTS -> type == FieldType.TAGS;
      case TITLE -> type == FieldType.NAME;
      case OPTION -> type == FieldType.CHOICE || type == FieldType.STRING;
      default -> type != FieldType.TAGS;
    };
  }

  private String knownPath(String field) {
    try {
      return path(field);
    } catch (IllegalArgumentException unknown) {
      problem(String.valueOf(unknown.getMessage()));
      return field;
    }
  }

  /** A field by its path, or by the last part of it when that is enough. */
  private String path(String field) {
    if (definition.field(field).filter(found -> !found.control()).isPresent()) {
      return field;
    }
    var paths = byLeaf.getOrDefault(field, List.of());
    if (paths.size() == 1) {
      return paths.getFirst();
    }
    throw new IllegalArgumentException(
        paths.isEmpty()
            ? "there is no field '" + field + "' in " + definition.name()
            : "'" + field + "' may be any of " + String.join(", ", paths));
  }

  private void problem(String what) {
    problems.add(name + ": " + what);
  }
}
