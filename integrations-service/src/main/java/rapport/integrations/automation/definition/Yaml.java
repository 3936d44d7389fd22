package rapport.integrations.automation.definition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A YAML document that remembers where everything stands. Scalars are kept as written. */
sealed interface Yaml {

  /** Where it begins. */
  Place place();

  /** A line and a column, both from 1. */
  record Place(int line, int column) {
    Fault fault(String code, String detail) {
      return new Fault(line, column, code, detail);
    }
  }

  /** Keys, each with its place, and values. */
  record Mapping(Place place, Map<String, Entry> entries) implements Yaml {
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
  }

  record Entry(Place key, Yaml value) {}

  record Sequence(Place place, List<Yaml> items) implements Yaml {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  record Scalar(Place place, String text) implements Yaml {}

  /** A key or an item without a value. */
  record Nothing(Place place) implements Yaml {}

  /** Reads a document; null, and a fault, when it is no YAML or empty. */
  static @Nullable Yaml read(String text, List<Fault> faults) {
    try (JsonParser parser = YAMLMapper.builder().build().createParser(text)) {
      if (parser.nextToken() == null) {
        faults.add(new Fault(1, 1, "empty", "There is nothing in it."));
        return null;
      }
      var node = node(parser, faults);
      if (parser.nextToken() != null) {
        faults.add(here(parser).fault("second-document", "Keep one document."));
      }
      return node;
    } catch (JacksonException malformed) {
      var at = malformed.getLocation();
      var first = malformed.getOriginalMessage().lines().findFirst().orElse("");
      faults.add(place(at).fault("malformed-yaml", first));
      return null;
    }
  }

  private static Yaml node(JsonParser parser, List<Fault> faults) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(parser, faults);
      case START_ARRAY -> sequence(parser, faults);
      case VALUE_NULL -> new Nothing(here(parser));
      default -> new Scalar(here(parser), parser.getString());
    };
  }

  private static Mapping mapping(JsonParser parser, List<Fault> faults) {
    var place = here(parser);
    var entries = new LinkedHashMap<String, Entry>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var key = parser.currentName();
      var at = here(parser);
      parser.nextToken();
      if (entries.put(key, new Entry(at, node(parser, faults))) != null) {
        faults.add(at.fault("duplicate-key", "'" + key + "' stands here twice."));
      }
    }
    return new Mapping(place, entries);
  }

  private static Sequence sequence(JsonParser parser, List<Fault> faults) {
    var place = here(parser);
    var items = new ArrayList<Yaml>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(parser, faults));
    }
    return new Sequence(place, items);
  }

  private static Place here(JsonParser parser) {
    return place(parser.currentTokenLocation());
  }

  private static Place place(@Nullable TokenStreamLocation at) {
    return at == null
        ? new Place(1, 1)
        : new Place(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
  }
}
