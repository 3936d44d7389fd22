package rapport.conversation.summary.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.summary.Summarizer;

/** The sentence patterns of all flows, by flow and language. */
final class SummaryCatalog {

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
        SummaryYaml.parse(name, yaml, WordsFile.class, problems)
            .ifPresent(file ->
                languages.put(
                    file.words(),
                    new Language(new WordsReader(name, file, problems).read(), file.rests()))));
    var reader = new SummarizerReader(flows, languages, problems);
    var byFlow = new HashMap<String, Map<String, Summarizer>>();
    summaries.forEach((name, yaml) ->
        reader
            .read(name, yaml)
            .ifPresent(read ->
                byFlow
                    .computeIfAbsent(read.flow(), _ -> new HashMap<>())
                    .put(read.locale(), read.summarizer())));
    if (!problems.isEmpty()) {
      throw new InvalidSummaryException(problems);
    }
    return new SummaryCatalog(byFlow);
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

  /**
   * What writes about a flow in a language or its parent language; empty when there are no patterns
   * for it, since those of another language would not go with the values.
   */
  Optional<Summarizer> find(String flow, String locale) {
    var languages = byFlow.getOrDefault(flow, Map.of());
    return Stream.of(locale, Locale.forLanguageTag(locale).getLanguage())
        .flatMap(candidate -> Stream.ofNullable(languages.get(candidate)))
        .findFirst();
  }
}
