package rapport.conversation.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import rapport.contracts.FieldValue;
import rapport.contracts.ItemPath;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.yaml.FlowCatalog;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers to measure with, one JSON object a line. Lines that cannot be measured are listed with
 * what is wrong with them; the others are read all the same.
 *
 * @param problems each begins with file and line
 */
record AnswerFile(List<GuidedAnswer> answers, List<String> problems) {

  private static final JsonMapper JSON = JsonMapper.shared();

  AnswerFile {
    answers = List.copyOf(answers);
    problems = List.copyOf(problems);
  }

  /**
   * Reads the lines of a file.
   *
   * @param name what the file is called in problems
   */
  static AnswerFile read(String name, List<String> lines, FlowCatalog flows) {
    var answers = new ArrayList<GuidedAnswer>();
    var problems = new ArrayList<String>();
    var number = 0;
    for (var line : lines) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        answers.add(answer(JSON.readTree(line), name + ":" + number, flows));
      } catch (JacksonException broken) {
        problems.add(name + ":" + number + ": no JSON: " + broken.getOriginalMessage());
      } catch (IllegalArgumentException wrong) {
        problems.add(name + ":" + number + ": " + wrong.getMessage());
      }
    }
    return new AnswerFile(answers, problems);
  }

  private static GuidedAnswer answer(JsonNode row, String place, FlowCatalog flows) {
    if (!row.isObject()) {
      throw new IllegalArgumentException("no JSON object");
    }
    var flow = flow(text(row, "flow"), flows);
    var locale = row.path("locale").asString("en");
    if (!flows.languages().contains(flows.supported(flow.name(), locale))
        || !locale.startsWith(flows.supported(flow.name(), locale))) {
      throw new IllegalArgumentException("nothing understands the language " + locale);
    }
    return new GuidedAnswer(
        row.path("id").asString(place),
        flow.name(),
        row.path("segment").asString(""),
        strings(row, "asked").stream().map(path -> known(path, flow)).toList(),
        context(row),
        text(row, "text"),
        strings(row, "acts"),
        expected(row, flow),
        locale);
  }

  /** The flow of that name, or the only one whose name begins with that word: "lead". */
  private static FlowDefinition flow(String name, FlowCatalog flows) {
    if (flows.names().contains(name)) {
      return flows.latest(name);
    }
    var meant = flows.names().stream().filter(known -> known.startsWith(name + "-")).toList();
    if (meant.size() != 1) {
      throw new IllegalArgumentException("there is no flow " + name);
    }
    return flows.latest(meant.getFirst());
  }

  private static String text(JsonNode row, String key) {
    var text = row.path(key);
    if (!text.isString()) {
      throw new IllegalArgumentException(key + " must be a text");
    }
    return text.asString();
  }

  private static List<String> strings(JsonNode row, String key) {
    var list = row.path(key);
    if (list.isMissingNode() || list.isNull()) {
      return List.of();
    }
    if (!list.isArray() || list.values().stream().anyMatch(one -> !one.isString())) {
      throw new IllegalArgumentException(key + " must be a list of texts");
    }
    return list.values().stream().map(JsonNode::asString).toList();
  }

  private static Map<String, Object> context(JsonNode row) {
    var context = row.path("context");
    if (!context.isObject()) {
      return Map.of();
    }
    var entries =
        Objects.requireNonNull(
            JSON.convertValue(context, new TypeReference<Map<String, Object>>() {}));
    entries.values().removeIf(Objects::isNull);
    return entries;
  }

  private static Map<String, String> expected(JsonNode row, FlowDefinition flow) {
    var expected = row.path("expected");
    if (!expected.isObject()) {
      throw new IllegalArgumentException("expected must be an object");
    }
    var values = new LinkedHashMap<String, String>();
    expected
        .properties()
        .forEach(entry -> values.put(known(entry.getKey(), flow), value(entry.getValue())));
    return values;
  }

  private static String value(JsonNode json) {
    return json.isNull()
        ? ""
        : FieldValue.of(Objects.requireNonNull(JSON.convertValue(json, Object.class))).display();
  }

  /** The flow's path for one that may be written without its beginning: {@code pain_points}. */
  private static String known(String path, FlowDefinition flow) {
    if (flow.groups().containsKey(path) || flow.field(ItemPath.template(path)).isPresent()) {
      return path;
    }
    var ending =
        flow.fields()
            .map(Field::path)
            .filter(field -> field.endsWith("_" + path) || field.endsWith("." + path))
            .toList();
    if (ending.size() != 1) {
      throw new IllegalArgumentException("the flow " + flow.name() + " has no field " + path);
    }
    return ending.getFirst();
  }
}
