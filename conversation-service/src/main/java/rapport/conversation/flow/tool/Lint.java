package rapport.conversation.flow.tool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.yaml.FlowFile;
import rapport.conversation.flow.yaml.FlowProblem;
import rapport.conversation.flow.yaml.TextsReader;

/** Warns of what can be loaded and is hardly meant. */
final class Lint {

  private static final String ENGLISH = "en";

  private final FlowSources sources;
  private final TreeSet<FlowProblem> warnings = new TreeSet<>();

  private Lint(FlowSources sources) {
    this.sources = sources;
  }

  /**
   * The warnings about a folder's files, by file and line.
   *
   * @throws rapport.conversation.flow.yaml.InvalidFlowException with every mistake, when they
   *     cannot be loaded at all
   */
  static List<FlowProblem> warnings(List<FlowFile> files) {
    var lint = new Lint(FlowSources.read(files));
    lint.all();
    return List.copyOf(lint.warnings);
  }

  private void all() {
    sources.definitions().forEach(source -> DefinitionLint.check(source, warnings));
    var latest = new LinkedHashMap<String, FlowDefinition>();
    for (var source : sources.definitions()) {
      latest.merge(
          source.definition().name(),
          source.definition(),
          (one, other) -> one.version() > other.version() ? one : other);
    }
    latest.values().forEach(this::texts);
  }

  private void texts(FlowDefinition definition) {
    var texts =
        sources.texts().stream().filter(one -> one.flow().equals(definition.name())).toList();
    var english =
        texts.stream()
            .map(TextsReader.Source::texts)
            .filter(one -> one.locale().equals(ENGLISH))
            .findFirst()
            .orElseThrow();
    texts.forEach(source -> TextsLint.check(definition, source, english, warnings));
    sources.locales().stream()
        .filter(locale -> texts.stream().noneMatch(one -> one.texts().locale().equals(locale)))
        .map(locale -> missing(definition.name(), locale))
        .forEach(warnings::add);
  }

  private static FlowProblem missing(String flow, String locale) {
    return new FlowProblem(
        flow + "." + locale + ".yaml",
        0,
        flow + " has no words in " + locale,
        "add the file; until then it speaks English");
  }
}
