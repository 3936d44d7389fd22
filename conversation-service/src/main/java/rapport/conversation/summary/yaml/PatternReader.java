package rapport.conversation.summary.yaml;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
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
import rapport.conversation.summary.SummaryTexts.Focus;
import rapport.conversation.summary.Voice;
import rapport.conversation.summary.yaml.SummaryFile.FocusEntry;
import rapport.conversation.summary.yaml.SummaryFile.Subject;

/** Reads the parts that all summary files have, and finds the mistakes in them. */
final class PatternReader {

  private final String name;
  private final FlowDefinition definition;
  private final List<String> problems;
  private final Map<String, List<String>> byLeaf;

  PatternReader(String name, FlowDefinition definition, List<String> problems) {
    this.name = name;
    this.definition = definition;
    this.problems = problems;
    this.byLeaf =
        definition
            .fields()
            .filter(field -> !field.control())
            .map(Field::path)
            .collect(Collectors.groupingBy(path -> path.substring(path.lastIndexOf('.') + 1)));
  }

  Voice voice(Subject subject, Language language) {
    var path = knownPath(subject.field());
    var personal = definition.field(path).filter(f -> f.type() == FieldType.NAME).isPresent();
    return new Voice(path, personal, subject.otherwise(), language.words(), language.rests());
  }

  Map<String, Focus> focuses(Map<String, FocusEntry> entries) {
    var focuses = new LinkedHashMap<String, Focus>();
    entries.forEach((focus, entry) -> {
      var paths = new HashSet<String>();
      entry.fields().forEach(field -> paths.add(knownPath(field)));
      focuses.put(focus, new Focus(entry.words(), paths));
    });
    return focuses;
  }

  /** The wordings of a sentence that are without mistakes. */
  List<Pattern> wordings(String id, List<String> sources) {
    if (sources.isEmpty()) {
      problem("topic " + id + " says nothing");
    }
    var patterns =
        sources.stream()
            .map(this::pattern)
            .<Pattern>mapMulti((pattern, next) -> {
              if (pattern != null) {
                next.accept(pattern);
              }
            })
            .toList();
    patterns.forEach(pattern -> check(id, pattern));
    return patterns;
  }

  @Nullable Pattern pattern(String source) {
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

  /** The path of a field, or the words as they are when there is no such field. */
  String knownPath(String field) {
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
      return Objects.requireNonNull(paths.getFirst());
    }
    throw new IllegalArgumentException(
        paths.isEmpty()
            ? "there is no field '" + field + "' in " + definition.name()
            : "'" + field + "' may be any of " + String.join(", ", paths));
  }

  void problem(String what) {
    problems.add(name + ": " + what);
  }
}
