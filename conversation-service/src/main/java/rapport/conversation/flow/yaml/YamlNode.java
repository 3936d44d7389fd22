package rapport.conversation.flow.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A YAML document that remembers its lines, so that every mistake in it can be pointed at. Scalars
 * are kept as they were written.
 */
public sealed interface YamlNode {

  /** Where it begins, from 1. */
  int line();

  record Mapping(int line, Map<String, YamlNode> entries) implements YamlNode {
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
  }

  record Sequence(int line, List<YamlNode> items) implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  record Scalar(int line, String text) implements YamlNode {}

  /** A key or an item without a value. */
  record Nothing(int line) implements YamlNode {}

  /** Reads a document; null, and a problem, when it is no YAML at all. */
  static @Nullable YamlNode read(FlowFile file, Problems problems) {
    var mapper = YAMLMapper.builder().build();
    try (JsonParser parser = mapper.createParser(file.yaml())) {
      if (parser.nextToken() == null) {
        problems.add(0, "the file is empty", "write a definition, texts or messages into it");
        return null;
      }
      var node = node(parser, problems);
      if (parser.nextToken() != null) {
        problems.add(line(parser), "a second document begins", "keep one document per file");
      }
      return node;
    } catch (JacksonException malformed) {
      var location = malformed.getLocation();
      problems.add(
          location == null ? 0 : Math.max(0, location.getLineNr()),
          "no valid YAML: " + reason(malformed),
          "mind indentation, quotes and brackets around this line");
      return null;
    }
  }

  /** What the parser says, without the excerpts of the document it puts below each line. */
  private static String reason(JacksonException malformed) {
    return malformed
        .getOriginalMessage()
        .lines()
        .filter(line -> !line.startsWith(" "))
        .collect(Collectors.joining(", "));
  }

  private static YamlNode node(JsonParser parser, Problems problems) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(parser, problems);
      case START_ARRAY -> sequence(parser, problems);
      case VALUE_NULL -> new Nothing(line(parser));
      default -> new Scalar(line(parser), parser.getString());
    };
  }

  private static Mapping mapping(JsonParser parser, Problems problems) {
    var line = line(parser);
    var entries = new LinkedHashMap<String, YamlNode>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var key = parser.currentName();
      var keyLine = line(parser);
      parser.nextToken();
      if (entries.put(key, node(parser, problems)) != null) {
        problems.add(keyLine, "'" + key + "' stands here twice", "keep one of them");
      }
    }
    return new Mapping(line, entries);
  }

  private static Sequence sequence(JsonParser parser, Problems problems) {
    var line = line(parser);
    var items = new ArrayList<YamlNode>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(parser, problems));
    }
    return new Sequence(line, items);
  }

  private static int line(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }
}
