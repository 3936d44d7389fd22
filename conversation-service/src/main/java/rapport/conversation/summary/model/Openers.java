package rapport.conversation.summary.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Words that may begin a sentence without being a name, by language. */
record Openers(Map<String, Set<String>> byLanguage) {

  private static final String FILE = "prompts/sentence-openers.yaml";

  Openers {
    byLanguage = Map.copyOf(byLanguage);
  }

  static Openers read() {
    try (var file = new ClassPathResource(FILE).getInputStream()) {
      var lists =
          YAMLMapper.builder()
              .build()
              .readValue(file, new TypeReference<Map<String, List<String>>>() {});
      var sets = new HashMap<String, Set<String>>();
      lists.forEach((language, words) -> sets.put(language, Set.copyOf(words)));
      return new Openers(sets);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(FILE + " cannot be read", unreadable);
    }
  }

  /** Those of a language; empty when names cannot be told from other words in it. */
  Optional<Set<String>> of(Locale language) {
    return Optional.ofNullable(byLanguage.get(language.getLanguage()));
  }
}
