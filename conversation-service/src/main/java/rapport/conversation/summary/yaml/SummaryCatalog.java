package rapport.conversation.summary.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.summary.Summarizer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The texts that can be written about the records of all flows, by flow and language. */
final class SummaryCatalog {

  private static final String FALLBACK = "en";
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final Map<String, Map<String, Summarizer>> byFlow;

  private SummaryCatalog(Map<String, Map<String, Summarizer>> byFlow) {
    this.byFlow = byFlow;
  }

  /**
   * Loads {@code flows/<flow>.summary.<locale>.yaml} and {@code summary/words.<locale>.yaml} from
   * the classpath.
   *
   * @throws InvalidSummaryException with every mistake found
   */
  static SummaryCatalog fromClasspath(FlowCatalog flows) {
    return read(files("summary/words.*.yaml"), files("flows/*.summary.*.yaml"), flows);
  }

  /**
   * Reads files.
   *
   * @param words by file name
   * @param summaries by file name
   * @throws InvalidSummaryException with every mistake found
   */
  static SummaryCatalog read(
      Map<String, String> words, Map<String, String> summaries, FlowCatalog flows) {
    var problems = new ArrayList<String>();
    var languages = new HashMap<String, Language>();
    words.forEach((name, yaml) ->
        parse(name, yaml, WordsFile.class, problems)
            .ifPresent(file ->
                languages.put(
                    file.words(),
                    new Language(new WordsReader(name, file, problems).read(), file.rests()))));
    var byFlow = new HashMap<String, Map<String, Summarizer>>();
    summaries.forEach((name, yaml) ->
        parse(name, yaml, SummaryFile.class, problems)
            .ifPresent(file -> add(name, file, flows, languages, byFlow, problems)));
    if (!problems.isEmpty()) {
      throw new InvalidSummaryException(problems);
    }
    return new SummaryCatalog(byFlow);
  }

  private record Language(rapport.conversation.summary.Words words, Map<String, String> rests) {}

  private static void add(
      String name,
      SummaryFile file,
      FlowCatalog flows,
      Map<String, Language> languages,
      Map<String, Map<String, Summarizer>> byFlow,
      List<String> problems) {
    var definition = definition(flows, file.summary());
    var language = languages.get(file.locale());
    if (definition == null || language == null) {
      problems.add(
          name
              + (definition == null
                  ? ": there is no flow '" + file.summary() + "'"
                  : ": there are no words for the language '" + file.locale() + "'"));
      return;
    }
    var texts =
        new SummaryReader(name, file, definition, problems)
            .read(language.words(), language.rests());
    byFlow
        .computeIfAbsent(file.summary(), _ -> new HashMap<>())
        .put(file.locale(), new Summarizer(texts, flows.texts(file.summary(), file.locale())));
  }

  private static @Nullable FlowDefinition definition(FlowCatalog flows, String name) {
    return flows.flows().stream().filter(flow -> flow.name().equals(name)).findFirst().orElse(null);
  }

  private static <T> Optional<T> parse(
      String name, String yaml, Class<T> type, List<String> problems) {
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

  private static Map<String, String> files(String pattern) {
    var files = new TreeMap<String, String>();
    try {
      for (var resource :
          new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern)) {
        files.put(
            Objects.requireNonNull(resource.getFilename()),
            resource.getContentAsString(StandardCharsets.UTF_8));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("summaries cannot be read", unreadable);
    }
    return files;
  }

  /** What writes about a flow in a language, its parent language or English; or empty. */
  Optional<Summarizer> find(String flow, String locale) {
    var languages = byFlow.getOrDefault(flow, Map.of());
    var language = Locale.forLanguageTag(locale).getLanguage();
    for (var candidate : List.of(locale, language, FALLBACK)) {
      var found = languages.get(candidate);
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }
}
