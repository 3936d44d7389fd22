package rapport.conversation.understanding.spoken;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The small words that hold a language's sentences together, by language. They stand in {@code
 * understanding/function-words.yaml}.
 *
 * @param inNames those that names and titles have in any language's text, as in Los Angeles
 */
record FunctionWords(Map<String, Set<String>> byLanguage, Set<String> inNames) {

  private static final String RESOURCE = "/understanding/function-words.yaml";

  FunctionWords {
    byLanguage = Map.copyOf(byLanguage);
    inNames = Set.copyOf(inNames);
  }

  static FunctionWords read() {
    try (var file = FunctionWords.class.getResourceAsStream(RESOURCE)) {
      if (file == null) {
        throw new IllegalStateException("there is no " + RESOURCE);
      }
      var root = new YAMLMapper().readTree(file);
      var words = new HashMap<String, Set<String>>();
      root.path("languages").properties().forEach(e -> words.put(e.getKey(), words(e.getValue())));
      return new FunctionWords(words, words(root.path("in-names")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> words(JsonNode list) {
    return Set.copyOf(List.of(list.asString().split("\\s+")));
  }

  /** The words of a language that none of the others uses. */
  Set<String> onlyOf(String language) {
    var own = new HashSet<>(byLanguage.getOrDefault(language, Set.of()));
    byLanguage.forEach((other, words) -> {
      if (!other.equals(language)) {
        own.removeAll(words);
      }
    });
    return Set.copyOf(own);
  }
}
