package rapport.conversation.summary.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.summary.HighlightSummarizer;
import rapport.conversation.summary.RowSummarizer;
import rapport.conversation.summary.Summarizer;

/** Reads summary files, those of flows with rows and the others. */
final class SummarizerReader {

  private static final Pattern WITH_ROWS = Pattern.compile("(?m)^rows:");

  private final FlowCatalog flows;
  private final Map<String, Language> languages;
  private final List<String> problems;

  SummarizerReader(FlowCatalog flows, Map<String, Language> languages, List<String> problems) {
    this.flows = flows;
    this.languages = languages;
    this.problems = problems;
  }

  /** What writes about a flow in a language. */
  record Read(String flow, String locale, Summarizer summarizer) {}

  /**
   * What the file describes; empty when the flow has no questions in its language, or with some
   * problems more.
   */
  Optional<Read> read(String name, String yaml) {
    return WITH_ROWS.matcher(yaml).find() ? ofRows(name, yaml) : ofHighlights(name, yaml);
  }

  private Optional<Read> ofRows(String name, String yaml) {
    return SummaryYaml.parse(name, yaml, RowSummaryFile.class, problems)
        .flatMap(file ->
            read(
                name,
                file.summary(),
                file.locale(),
                (definition, language) -> {
                  var texts = new RowSummaryReader(name, file, definition, problems).read(language);
                  return new RowSummarizer(texts, flows.texts(file.summary(), file.locale()));
                }));
  }

  private Optional<Read> ofHighlights(String name, String yaml) {
    return SummaryYaml.parse(name, yaml, SummaryFile.class, problems)
        .flatMap(file ->
            read(
                name,
                file.summary(),
                file.locale(),
                (definition, language) -> {
                  var texts = new SummaryReader(name, file, definition, problems).read(language);
                  return new HighlightSummarizer(texts, flows.texts(file.summary(), file.locale()));
                }));
  }

  private Optional<Read> read(
      String name,
      String flow,
      String locale,
      BiFunction<FlowDefinition, Language, Summarizer> summarizer) {
    var definition = definition(flow);
    var language = languages.get(locale);
    if (definition == null) {
      problems.add(name + ": there is no flow '" + flow + "'");
      return Optional.empty();
    }
    if (language == null) {
      problems.add(name + ": there are no words for the language '" + locale + "'");
      return Optional.empty();
    }
    if (!flows.texts(flow, locale).locale().equals(locale)) {
      return Optional.empty(); // nobody is asked in this language yet
    }
    return Optional.of(new Read(flow, locale, summarizer.apply(definition, language)));
  }

  private @Nullable FlowDefinition definition(String name) {
    return flows.flows().stream().filter(flow -> flow.name().equals(name)).findFirst().orElse(null);
  }
}
