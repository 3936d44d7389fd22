package rapport.conversation.summary.yaml;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads files strictly: a key that nobody asked for is a mistake. */
final class SummaryYaml {

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private SummaryYaml() {}

  /** The file, or empty and a problem more. */
  static <T> Optional<T> parse(String name, String yaml, Class<T> type, List<String> problems) {
    try {
      return Optional.ofNullable(YAML.readValue(yaml, type));
    } catch (JacksonException malformed) {
      var place = malformed.getLocation();
      problems.add(
          name
              + (place == null ? "" : ":" + place.getLineNr())
              + ": "
              + malformed.getOriginalMessage());
      return Optional.empty();
    }
  }
}
